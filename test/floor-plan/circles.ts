/**
 * Files that import each other in a circle, be it for a type alone: neither can be understood before the other. One circle for each way
 * back that is met, written as `a.ts -> b.ts -> a.ts`. `imports` gives the files that each file imports.
 */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles: string[] = [];
  const left = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file].join(' -> '));
    if (start >= 0 || left.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    left.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}
