import { factsText } from '../model/facts-text.ts';
import type { TargetServer } from '../model/target-server.ts';

/**
 * Lets servers that say the same keep it once: the thousands of a farm have most of their facts in common, and fit into memory.
 * What is shared is also known to be alike without being compared again.
 */
export function factSharing(): (server: TargetServer) => TargetServer {
  const known = new Map<string, unknown>();
  const shared = <T>(key: string, value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    const text = `${key} ${factsText(value)}`;
    // The same text under the same key was made of a value of the same type.
    const before = (known.get(text) as T | undefined) ?? value;
    known.set(text, before);
    return before;
  };
  const sharedParts = <T extends object>(facts: T): T =>
    // The cast keeps the shape: every key keeps a value of its own type.
    Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, shared<unknown>(key, value)])) as T;
  return ({ manifest, iis, ...facts }) => ({
    ...sharedParts(facts),
    manifest,
    ...(iis === undefined ? {} : { iis: sharedParts(iis) }),
  });
}
