import { factsText } from '../model/facts-text.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { Deployment, DeploymentTarget, PoolMate, StartFacts, StartServer } from '../model/start-facts.ts';
import type { TargetServer } from '../model/target-server.ts';
import { performStart } from './perform-start.ts';
import type { Start } from './start.ts';
import { startServer } from './start-server.ts';

/** A performed start, with its server whole. */
export interface DeploymentStart extends Start {
  readonly facts: Deployment;
}

/** A deployment, and what is told of its start. */
export interface ToldDeployment<T> {
  readonly facts: Deployment;
  readonly told: T;
}

interface ServerKind {
  readonly number: number;
  readonly facts: StartServer;
}

/** Tells servers apart by everything that a start can read of them. */
function serverKinds(): (server: TargetServer) => ServerKind {
  const kinds = new Map<string, ServerKind>();
  const numbers = new Map<string, number>();
  // What several servers share is put into words once.
  const numberOf = onceForEach((part: object): number => {
    const text = factsText(part);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  const numbered = (facts: object) =>
    Object.entries(facts).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'object' && value !== null ? numberOf(value) : value,
    ]);
  // One server may be asked about for hundreds of applications.
  return onceForEach((server: TargetServer) => {
    const facts = startServer(server);
    const { iis, ...others } = facts;
    const text = JSON.stringify([numbered(others), iis === undefined ? undefined : numbered(iis)]);
    const kind = kinds.get(text) ?? { number: kinds.size + 1, facts };
    kinds.set(text, kind);
    return kind;
  });
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
  return ({ poolMates, ...target }) => `${factsText(target)} ${poolMates === undefined ? 'unknown' : poolMates.map(numberOf).join()}`;
}

/**
 * Performs every start. Servers that are described alike are started on paper once: a farm of thousands has a handful of kinds.
 * `tell` makes of a start what is to be kept of it; all else is forgotten at once, because thousands of servers may have no two alike.
 */
export function performStarts<T>(all: readonly Deployment[], tell: (start: DeploymentStart) => T): readonly ToldDeployment<T>[] {
  const kindOf = serverKinds();
  const textOf = targetTexts();
  const done = new Map<StartFacts['artifact'], Map<string, ToldDeployment<T>>>();
  return all.map((facts) => {
    const ofArtifact = done.get(facts.artifact) ?? new Map<string, ToldDeployment<T>>();
    done.set(facts.artifact, ofArtifact);
    const kind = facts.server && kindOf(facts.server);
    const key = `${kind?.number ?? 0} ${textOf(facts.target)}`;
    const before = ofArtifact.get(key);
    if (before !== undefined) return { ...before, facts };
    const first = { facts, told: tell({ ...performStart(kind === undefined ? facts : { ...facts, server: kind.facts }), facts }) };
    ofArtifact.set(key, first);
    return first;
  });
}
