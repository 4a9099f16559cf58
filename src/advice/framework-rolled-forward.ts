import { type FrameworkReference, frameworkReferences } from '../ancm/framework-references.ts';
import type { ResolvedFramework } from '../model/host-start.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { requestedFrameworksFile } from './requested-frameworks-file.ts';

const channel = (version: string): string => version.split('.').slice(0, 2).join('.');

const requestedFrameworks = onceForEach((config: Uint8Array) => frameworkReferences(config));

interface Rolled {
  readonly requested: FrameworkReference;
  readonly resolved: ResolvedFramework;
}

function rolled({ workedOut: { host } }: AdviceFacts, config: Uint8Array): readonly Rolled[] {
  return requestedFrameworks(config).flatMap((requested) => {
    const resolved = host?.frameworks.find(({ name }) => name === requested.name);
    return resolved === undefined || channel(resolved.version) === channel(requested.version) ? [] : [{ requested, resolved }];
  });
}

/** Another minor or major version than the one asked for runs: what is installed later changes what runs, without a deployment. */
export const frameworkRolledForward: AdviceRule = (advice) => {
  const file = requestedFrameworksFile(advice);
  const all = file === undefined ? [] : rolled(advice, file.config);
  const [first] = all;
  if (file === undefined || first === undefined) return [];
  return [
    {
      rule: 'framework-rolled-forward',
      severity: 'note',
      certainty: 'certain',
      message: `The application asks for ${all.map(({ requested }) => `${requested.name} ${channel(requested.version)}`).join(' and ')}, and runs on ${[...new Set(all.map(({ resolved }) => resolved.version))].join(' and ')} by roll-forward.`,
      evidence: all.map(
        ({ requested, resolved }) => `${file.name} asks for ${requested.name} ${requested.version}; ${resolved.directory} is used.`,
      ),
      remedies: [
        { side: 'app', text: `Test on ${channel(first.resolved.version)}, or target it.` },
        { side: 'server', text: `Install ${channel(first.requested.version)} beside it, if that version is still in support.` },
      ],
      place: { in: 'artifact', file: file.place },
    },
  ];
};
