import { onceForEach } from '../model/once-for-each.ts';
import type { Deployment, DeploymentTarget, PoolMate, StartFacts, StartServer } from '../model/start-facts.ts';
import type { TargetServer } from '../model/target-server.ts';
import { performStart, type Start } from './perform-start.ts';

/** A performed start, with its server whole. */
export interface DeploymentStart extends Start {
  readonly facts: Deployment;
}

/** Maps and sets inside facts, as something JSON can write. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}

/** What a start can read of the server, and nothing else. What is left out here is what `StartServer` leaves out. */
function readable({
  name: _name,
  collectedAt: _collectedAt,
  manifest: _manifest,
  notes: _notes,
  iis,
  ...facts
}: TargetServer): StartServer {
  if (iis === undefined) return facts;
  const { sites: _sites, appPools: _appPools, ...configuration } = iis;
  return { ...facts, iis: configuration };
}

/** Tells servers apart by everything that a start can read of them. */
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
    // One server may be asked about for hundreds of applications.
    const kind = known.get(server) ?? kindOf(JSON.stringify(readable(server), plain));
    known.set(server, kind);
    return kind;
  };
}

/** Tells targets apart. The neighbours of hundreds of applications in one pool are the same ones, so each has a number. */
function targetTexts(): (target: DeploymentTarget) => string {
  const numbers = new Map<string, number>();
  const numberOf = onceForEach((mate: PoolMate): number => {
    const text = JSON.stringify(mate);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return ({ poolMates, ...target }) =>
    `${JSON.stringify(target, plain)} ${poolMates === undefined ? 'unknown' : poolMates.map(numberOf).join()}`;
}

/**
 * Performs every start. Servers that are described alike are started on paper once: a farm of thousands has a handful of kinds.
 */
export function performStarts(all: readonly Deployment[]): readonly DeploymentStart[] {
  const kindOf = serverKinds();
  const textOf = targetTexts();
  const done = new Map<StartFacts['artifact'], Map<string, Start>>();
  return all.map((facts) => {
    const ofArtifact = done.get(facts.artifact) ?? new Map<string, Start>();
    done.set(facts.artifact, ofArtifact);
    const key = `${kindOf(facts.server)} ${textOf(facts.target)}`;
    const start = ofArtifact.get(key) ?? performStart(facts);
    ofArtifact.set(key, start);
    return { ...start, facts };
  });
}
