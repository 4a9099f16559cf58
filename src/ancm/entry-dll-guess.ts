import type { StartFacts } from '../model/start-facts.ts';

/** The dll that the artifact's only runtimeconfig.json at the root belongs to: where nothing names the entry dll, most likely that is it. */
export function entryDllGuess(facts: StartFacts): string | undefined {
  const candidates = [...facts.artifact.files.values()].filter(
    ({ path }) => !path.includes('\\') && path.toLowerCase().endsWith('.runtimeconfig.json'),
  );
  const [only] = candidates;
  return only === undefined || candidates.length > 1 ? undefined : `${only.path.slice(0, -'.runtimeconfig.json'.length)}.dll`;
}
