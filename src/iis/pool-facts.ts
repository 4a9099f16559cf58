import type { DeploymentTarget } from '../model/start-facts.ts';

/** The path of a fact of the target's pool in the manifest, such as `iis.appPools[0].state`. */
export function poolFact({ poolPlace }: DeploymentTarget, key: string): string {
  return `${poolPlace ?? 'iis.appPools[]'}.${key}`;
}

/** The pool of the target inside a sentence about the application, by its name where that is known. */
export function poolInWords({ appPool }: DeploymentTarget): string {
  return appPool === undefined ? 'its pool' : `pool "${appPool}"`;
}
