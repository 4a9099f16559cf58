import type { StartFacts } from '../model/start-facts.ts';
import { performStart, type Start } from './perform-start.ts';

/** Maps and sets inside facts, as something JSON can write. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}

/** Everything about the server and the target that the stages can read; its name, its date and the manifest's text are not part of it. */
function serverKey({ server, target }: StartFacts): string {
  if (server === undefined) return '';
  const { name: _name, collectedAt: _collectedAt, manifest: _manifest, ...facts } = server;
  return JSON.stringify([facts, target], plain);
}

/**
 * Performs every start. Servers that are described alike are started on paper once: a farm of thousands has a handful of kinds.
 */
export function performStarts(all: readonly StartFacts[]): readonly Start[] {
  const done = new Map<StartFacts['artifact'], Map<string, Start>>();
  return all.map((facts) => {
    const ofArtifact = done.get(facts.artifact) ?? new Map<string, Start>();
    done.set(facts.artifact, ofArtifact);
    const key = serverKey(facts);
    const start = ofArtifact.get(key) ?? performStart(facts);
    ofArtifact.set(key, start);
    return start.facts === facts ? start : { ...start, facts };
  });
}
