import { type DocumentNode, factPath } from './document.ts';
import type { Misfit } from './schema-fit.ts';

/**
 * Pools, sites, applications, dotnet roots and variables that are listed twice. Windows and IIS compare these names without regard to
 * case, so that only one of the two could be meant.
 */
export function twiceNamed(nodes: ReadonlyMap<string, DocumentNode>): Misfit[] {
  const misfits = [
    ...namedTwice(nodes, 'iis.appPools', 'name', 'application pool'),
    ...namedTwice(nodes, 'iis.sites', 'name', 'site'),
    ...namedTwice(nodes, 'dotnet', 'root', 'dotnet root'),
    ...variablesTwice(nodes, 'environment'),
  ];
  for (const index of indices(nodes, 'iis.sites')) {
    misfits.push(...namedTwice(nodes, `iis.sites[${index}].applications`, 'path', 'application path'));
  }
  for (const index of indices(nodes, 'iis.appPools')) misfits.push(...variablesTwice(nodes, `iis.appPools[${index}].environment`));
  return misfits;
}

function indices(nodes: ReadonlyMap<string, DocumentNode>, path: string): number[] {
  const node = nodes.get(path);
  return node?.kind === 'list' ? [...node.items.keys()] : [];
}

function namedTwice(nodes: ReadonlyMap<string, DocumentNode>, path: string, key: string, thing: string): Misfit[] {
  const seen = new Map<string, DocumentNode>();
  return indices(nodes, path).flatMap((index) => {
    const fact = factPath(factPath(path, index), key);
    const node = nodes.get(fact);
    if (node?.kind !== 'scalar') return [];
    const name = String(node.value)
      .toLowerCase()
      .replace(/(?<=[^\\/])[\\/]$/, '');
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, node);
      return [];
    }
    return [{ path: fact, line: node.line, column: node.column, ...onlyOnce(thing, first), found: node.source }];
  });
}

function variablesTwice(nodes: ReadonlyMap<string, DocumentNode>, path: string): Misfit[] {
  const node = nodes.get(path);
  if (node?.kind !== 'map') return [];
  const seen = new Map<string, DocumentNode>();
  return [...node.entries].flatMap(([name, { key, value }]) => {
    const first = seen.get(name.toUpperCase());
    if (first === undefined) {
      seen.set(name.toUpperCase(), { ...value, ...key });
      return [];
    }
    return [{ path: factPath(path, name), ...key, ...onlyOnce('variable', first), found: name }];
  });
}

function onlyOnce(thing: string, { line, column }: DocumentNode): { readonly expected: string } {
  return { expected: `each ${thing} once; letter case does not tell them apart, and line ${line}:${column} has it already` };
}
