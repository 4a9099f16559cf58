import { readFileSync } from 'node:fs';
import type { Scenario } from './scenario.ts';
import { scenariosFolder } from './scenario.ts';

export type Files = ReadonlyMap<string, Uint8Array>;
export type JsonObject = { readonly [key: string]: unknown };

/** The publish folder of a scenario: the files of its base, replaced, left out, added and edited as it says. */
export function composeArtifact({ artifact }: Scenario): Files {
  const { files: base } = readJson(`artifacts/${artifact.base}.json`);
  const files = new Map(
    Object.entries({ ...stringRecord(base), ...artifact.files }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return editedFiles(files, artifact.edits ?? {});
}

/** The manifest of a scenario's server; `undefined` where it has none. */
export function composeManifest({ server }: Scenario): JsonObject | undefined {
  if (server === undefined) return undefined;
  return asObject(merged(readJson(`servers/${server.base}.json`), server.merge ?? {}));
}

/** Files beside the manifest, such as the applicationHost.config it names. */
export function composeServerFiles({ server }: Scenario): Files {
  return editedFiles(new Map(Object.entries(server?.files ?? {})), server?.edits ?? {});
}

/**
 * JSON merge patch (RFC 7396), with one addition: an object laid over an array changes the items it names by index;
 * `null` takes an item out, the index behind the last one adds.
 */
export function merged(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  if (Array.isArray(value)) return mergedItems(value, patch);
  const result: Record<string, unknown> = isObject(value) ? { ...value } : {};
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) delete result[key];
    else result[key] = merged(result[key], change);
  }
  return result;
}

function mergedItems(items: readonly unknown[], patch: JsonObject): readonly unknown[] {
  const result = [...items];
  for (const [index, change] of Object.entries(patch)) result[Number(index)] = merged(items[Number(index)], change);
  return result.filter((item) => item !== null);
}

function editedFiles(
  names: ReadonlyMap<string, string>,
  edits: { readonly [path: string]: readonly (readonly [string, string])[] },
): Files {
  const stray = Object.keys(edits).find((path) => !names.has(path));
  if (stray !== undefined) throw new Error(`an edit of ${stray}, which is not there`);
  return new Map(
    [...names].map(([path, name]): [string, Uint8Array] => {
      const bytes = readFileSync(new URL(`files/${name}`, scenariosFolder));
      const changes = edits[path];
      return [path, changes === undefined ? bytes : Buffer.from(edited(bytes.toString('utf8'), changes, path))];
    }),
  );
}

function edited(text: string, changes: readonly (readonly [string, string])[], path: string): string {
  return changes.reduce((current, [wanted, replacement]) => {
    const parts = current.split(wanted);
    if (parts.length !== 2) throw new Error(`${path}: ${JSON.stringify(wanted)} occurs ${parts.length - 1} times`);
    return parts.join(replacement);
  }, text);
}

function readJson(path: string): JsonObject {
  return asObject(JSON.parse(readFileSync(new URL(path, scenariosFolder), 'utf8')));
}

function asObject(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error('not a JSON object');
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringRecord(value: unknown): { readonly [path: string]: string } {
  return Object.fromEntries(Object.entries(asObject(value)).map(([key, item]) => [key, String(item)]));
}
