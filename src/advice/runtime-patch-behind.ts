import { channelOf, dataDate, newestRelease } from '../data/dotnet-releases.ts';
import { compareFxVersions, parseFxVersion } from '../dotnet/fx-version.ts';
import type { AdviceRule } from './advise.ts';
import { runningFramework } from './running-framework.ts';

/** Security releases of the channel that are newer than `version`. */
function missedSecurityReleases(version: string): readonly string[] {
  const running = parseFxVersion(version);
  if (running === undefined) return [];
  return (channelOf(version)?.releases ?? [])
    .filter(({ version: release, security }) => {
      const parsed = parseFxVersion(release);
      return security === true && !release.includes('-') && parsed !== undefined && compareFxVersions(parsed, running) > 0;
    })
    .map(({ version: release }) => release);
}

/** The runtime that will run lacks security releases of its channel: the server's, or the one a self-contained artifact froze. */
export const runtimePatchBehind: AdviceRule = (advice) => {
  const running = runningFramework(advice);
  // A patch number that ends in 0 may stand for "not known better" in a self-contained artifact.
  if (running === undefined || running.from === 'asked for' || (running.from === 'artifact' && running.version.endsWith('.0'))) return [];
  const missed = missedSecurityReleases(running.version);
  const channel = channelOf(running.version);
  const newest = channel && newestRelease(channel);
  if (missed.length === 0 || newest === undefined) return [];
  return [
    {
      rule: 'runtime-patch-behind',
      severity: 'note',
      certainty: 'certain',
      message: `.NET ${running.version} lacks ${missed.length} security release${missed.length === 1 ? '' : 's'}; ${newest.version} is the newest known.`,
      evidence: [
        running.from === 'server' ? 'The runtime of the server is used.' : 'The artifact is self-contained and carries its own runtime.',
        `Release data of ${dataDate}.`,
      ],
      remedies: [
        running.from === 'server'
          ? { side: 'server', text: `Install the Hosting Bundle ${newest.version} or later.` }
          : { side: 'app', text: 'Publish again with a current SDK.' },
      ],
    },
  ];
};
