import type { StartReport } from '../model/report.ts';
import { sign } from './ending.ts';
import { nameList, shortName } from './start-names.ts';

/** Artifacts against servers as a table of signs. `head` names the columns, after the empty corner. */
export interface Matrix {
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/**
 * The signs of all starts. The longer of the two sides runs down the page; rows with the same signs are merged when there are
 * more than `rowLimit`, so that a thousand servers that all start are one row.
 */
export function matrixOf(starts: readonly StartReport[], rowLimit = 20): Matrix {
  const artifactName = artifactNames(starts);
  const artifacts = [...new Set(starts.map(artifactName))];
  const servers = [...new Set(starts.map(serverName))];
  const serversDown = servers.length > artifacts.length;
  const [down, across] = serversDown ? [servers, artifacts] : [artifacts, servers];
  const signs = new Map<string, Set<string>>();
  for (const start of starts) {
    const [row, column] = serversDown ? [serverName(start), artifactName(start)] : [artifactName(start), serverName(start)];
    const key = JSON.stringify([row, column]);
    signs.set(key, (signs.get(key) ?? new Set()).add(sign(start)));
  }
  const rows = down.map((name) => ({
    name,
    cells: across.map((column) => [...(signs.get(JSON.stringify([name, column])) ?? [])].join(' ')),
  }));
  return { head: across, rows: rows.length > rowLimit ? mergedRows(rows) : rows };
}

function mergedRows(rows: Matrix['rows']): Matrix['rows'] {
  const merged = new Map<string, { names: string[]; cells: readonly string[] }>();
  for (const { name, cells } of rows) {
    const group = merged.get(cells.join('\n'));
    if (group === undefined) merged.set(cells.join('\n'), { names: [name], cells });
    else group.names.push(name);
  }
  return [...merged.values()].map(({ names, cells }) => ({ name: nameList(names, 2), cells }));
}

/**
 * Names of the rows or columns of artifacts, without the folder they all lie in; one that goes to several applications is told apart by
 * the application.
 */
function artifactNames(starts: readonly StartReport[]): (start: StartReport) => string {
  const shared = sharedFolder([...new Set(starts.map(({ artifact }) => artifact))]);
  const applications = new Map<string, Set<string>>();
  for (const { artifact, application } of starts) {
    if (application !== undefined) applications.set(artifact, (applications.get(artifact) ?? new Set()).add(application));
  }
  return ({ artifact, application }) => {
    const several = application !== undefined && (applications.get(artifact)?.size ?? 0) > 1;
    const name = artifact.slice(shared.length);
    return shortName(several ? `${name} → ${application}` : name);
  };
}

/** `out/` of `out/shop` and `out/admin`; empty where the paths have no folder in common, or are one. */
function sharedFolder([first, ...others]: readonly string[]): string {
  if (first === undefined || others.length === 0) return '';
  const folders = [...first.matchAll(/[\\/]/g)].map(({ index }) => first.slice(0, index + 1));
  return folders.findLast((folder) => others.every((other) => other.startsWith(folder) && other.length > folder.length)) ?? '';
}

function serverName(start: StartReport): string {
  return start.server === undefined ? 'no server given' : shortName(start.server);
}
