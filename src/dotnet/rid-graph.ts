import { type DepsJsonResult, structureProblem } from './deps-json.ts';
import { isHostObject, memberOf, readHostJson } from './host-json.ts';
import { cString, readElements, readMembers, readText } from './host-json-access.ts';
import type { JsonWording } from './json-error-text.ts';

/** RID -> RIDs it falls back to. */
export type RidGraph = ReadonlyMap<string, readonly string[]>;

export type RidGraphResult = { readonly ok: true; readonly graph: RidGraph } | (DepsJsonResult & { readonly ok: false });

/** A RID that comes twice falls back to what both say. */
function graphOf(file: Uint8Array, { json }: JsonWording): RidGraph {
  const reading = readHostJson(file, json);
  const runtimes = reading.ok && isHostObject(reading.value) ? memberOf(reading.value, 'runtimes') : undefined;
  const graph = new Map<string, readonly string[]>();
  if (runtimes === undefined) return graph;
  for (const [written, fallbacks] of readMembers(runtimes, 'runtimes', json)) {
    const rid = cString(written);
    const added = readElements(fallbacks, `runtimes["${rid}"]`, json).map((fallback) => readText(fallback, `runtimes["${rid}"]`));
    graph.set(rid, [...(graph.get(rid) ?? []), ...added]);
  }
  return graph;
}

/**
 * `runtimes` of a root framework's deps.json; empty where there are none, and where the file is no JSON, which its reading tells.
 * Source: dotnet/runtime:src/native/corehost/hostpolicy/deps_format.cpp `populate_rid_fallback_graph`.
 */
export function readRidGraph(path: string, file: Uint8Array, wording: JsonWording): RidGraphResult {
  try {
    return { ok: true, graph: graphOf(file, wording) };
  } catch (problem) {
    return structureProblem(path, problem, wording);
  }
}
