import { hostApplication } from '../ancm/host-request.ts';
import type { AdviceRule } from './advise.ts';

interface Requested {
  readonly name: string;
  readonly version: string;
}

/** The references of a runtimeconfig.json; the host has accepted the file by now, so anything unusual simply yields nothing. */
function requestedFrameworks(bytes: Uint8Array | undefined): readonly Requested[] {
  if (bytes === undefined) return [];
  const text = new TextDecoder().decode(bytes);
  return [...text.matchAll(/"name"\s*:\s*"([\w.]{1,200})"\s*,\s*"version"\s*:\s*"([\w.+-]{1,100})"/g)].map((match) => ({
    name: match[1] ?? '',
    version: match[2] ?? '',
  }));
}

const channel = (version: string): string => version.split('.').slice(0, 2).join('.');

/** Another minor or major version than the one asked for runs: installing the exact one later changes what runs, without a deployment. */
export const rolledForward: AdviceRule = ({ facts, workedOut: { host, applicationDll } }) => {
  if (host === undefined || applicationDll === undefined) return [];
  const { runtimeConfig } = hostApplication(facts, applicationDll);
  return requestedFrameworks(runtimeConfig).flatMap((requested) => {
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
