import { compareFileVersions, parseFileVersion } from '../windows/file-version.ts';
import type { AdviceRule } from './advice-rule.ts';
import { runningFramework } from './running-framework.ts';

/** The first Windows Server that a version of .NET supports, the newest .NET first (github.com/dotnet/core: supported-os.md of each release). */
const first = [
  { major: 11, version: '10.0.14393', name: 'Windows Server 2016' },
  { major: 3, version: '6.2.9200', name: 'Windows Server 2012' },
  { major: 1, version: '6.1.7601', name: 'Windows Server 2008 R2' },
] as const;

/** What runs on an older system was not tested there, and its installer may refuse; some parts of Windows that it calls are missing. */
export const windowsNotSupported: AdviceRule = (advice) => {
  const version = advice.facts.server?.os?.version;
  const running = runningFramework(advice);
  const parsed = parseFileVersion(version ?? '');
  const major = Number.parseInt(running?.version ?? '', 10);
  const oldest = first.find((row) => major >= row.major);
  const needed = oldest && parseFileVersion(oldest.version);
  if (running === undefined || parsed === undefined || oldest === undefined || needed === undefined) return [];
  if (compareFileVersions(parsed, needed) >= 0) return [];
  return [
    {
      rule: 'windows-not-supported',
      severity: 'warning',
      certainty: 'likely',
      message: `.NET ${major} is supported from ${oldest.name} on, and this server is Windows ${version}.`,
      evidence: [
        `os.version is ${version}; ${oldest.version} is ${oldest.name}.`,
        `The application ${running.from === 'asked for' ? 'asks for' : 'will run on'} .NET ${running.version}.`,
      ],
      remedies: [
        { side: 'server', text: `Move to ${oldest.name} or later.` },
        { side: 'app', text: 'Or target a version of .NET that supports this Windows, as long as one is in support.' },
      ],
      place: { in: 'server', fact: 'os.version' },
    },
  ];
};
