import { frameworkReferences } from '../ancm/framework-references.ts';
import { hostApplication } from '../ancm/host-request.ts';
import type { AdviceRule } from './advise.ts';

const channel = (version: string): string => version.split('.').slice(0, 2).join('.');

/** Another minor or major version than the one asked for runs: installing the exact one later changes what runs, without a deployment. */
export const rolledForward: AdviceRule = ({ facts, workedOut: { host, applicationDll } }) => {
  if (host === undefined || applicationDll === undefined) return [];
  const { runtimeConfig } = hostApplication(facts, applicationDll);
  return frameworkReferences(runtimeConfig).flatMap((requested) => {
    const resolved = host.frameworks.find(({ name }) => name === requested.name);
    if (resolved === undefined || channel(resolved.version) === channel(requested.version)) return [];
    const file = applicationDll.replace(/\.[^.\\]*$/, '.runtimeconfig.json');
    return [
      {
        rule: 'framework-rolled-forward' as const,
        severity: 'note' as const,
        certainty: 'certain' as const,
        message: `${requested.name} ${channel(requested.version)} is not installed; the application will run on ${resolved.version} by roll-forward.`,
        evidence: [`${file} asks for ${requested.name} ${requested.version}; ${resolved.directory} is used.`],
        remedies: [{ side: 'app' as const, text: `Test on ${channel(resolved.version)}, or target it.` }],
        place: { in: 'artifact' as const, file },
      },
    ];
  });
};
