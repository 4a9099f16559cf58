import type { TargetServer } from '../model/target-server.ts';

/** The path of a fact of one pool in the manifest, such as `iis.appPools[0].state`. */
export function poolFact(server: TargetServer | undefined, pool: string, key: string): string {
  const index = server?.iis?.appPools?.findIndex(({ name }) => name === pool) ?? -1;
  return index < 0 ? `iis.appPools[].${key}` : `iis.appPools[${index}].${key}`;
}
