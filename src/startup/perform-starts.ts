import type { StartFacts } from '../model/start-facts.ts';
import type { TargetServer } from '../model/target-server.ts';
import { performStart, type Start } from './perform-start.ts';

/** Maps and sets inside facts, as something JSON can write. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}

/** Tells servers apart by everything that the stages can read of them; name, date and the manifest's text are not part of it. */
function serverKinds(): (server: TargetServer | undefined) => number {
  const kinds = new Map<string, number>();
  const known = new Map<TargetServer, number>();
  const kindOf = (text: string): number => {
    const kind = kinds.get(text) ?? kinds.size + 1;
    kinds.set(text, kind);
    return kind;
  };
  return (server) => {
    if (server === undefined) return 0;
    const { name: _name, collectedAt: _collectedAt, manifest: _manifest, ...facts } = server;
    // One server may be asked about for hundreds of applications.
    const kind = known.get(server) ?? kindOf(JSON.stringify(facts, plain));
    known.set(server, kind);
    return kind;
  };
}

/**
 * Performs every start. Servers that are described alike are started on paper once: a farm of thousands has a handful of kinds.
 */
export function performStarts(all: readonly StartFacts[]): readonly Start[] {
  const kindOf = serverKinds();
  const done = new Map<StartFacts['artifact'], Map<string, Start>>();
  return all.map((facts) => {
    const ofArtifact = done.get(facts.artifact) ?? new Map<string, Start>();
    done.set(facts.artifact, ofArtifact);
    const key = `${kindOf(facts.server)} ${JSON.stringify(facts.target, plain)}`;
    const start = ofArtifact.get(key) ?? performStart(facts);
    ofArtifact.set(key, start);
    return start.facts === facts ? start : { ...start, facts };
  });
}
