import { bundledHostVersion } from '../ancm/bundled-host-version.ts';
import type { AdviceFacts } from './advise.ts';

/** The version of Microsoft.NETCore.App that will run, and who brings it; `undefined` while the start did not get that far. */
export function runningFramework({
  facts,
  workedOut: { host, applicationDll, entry },
}: AdviceFacts): { readonly version: string; readonly from: 'artifact' | 'server' } | undefined {
  if (host === undefined) return undefined;
  const shared = host.frameworks.find(({ name }) => name === 'Microsoft.NETCore.App');
  if (shared !== undefined) return { version: shared.version, from: 'server' };
  const dll = applicationDll ?? (entry?.kind === 'self-contained' ? entry.dll : undefined);
  const bundled = dll === undefined ? undefined : bundledHostVersion(facts.artifact, dll);
  return bundled === undefined ? undefined : { version: bundled, from: 'artifact' };
}
