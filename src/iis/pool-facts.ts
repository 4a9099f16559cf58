import type { DeploymentTarget } from '../model/start-facts.ts';

/** The path of a fact of the target's pool in the manifest, such as `iis.appPools[0].state`. */
export function poolFact({ poolPlace }: DeploymentTarget, key: string): string {
  return `${poolPlace ?? 'iis.appPools[]'}.${key}`;
}
