import type { TextPosition } from '../model/configuration-element.ts';

/** Where a manifest states a fact; for a fact that it leaves out, the nearest one around it that is written. */
export function manifestPosition(positions: ReadonlyMap<string, TextPosition>, fact: string): TextPosition | undefined {
  let around = fact;
  while (around !== '') {
    const position = positions.get(around);
    if (position !== undefined) return position;
    around = around.slice(0, Math.max(0, around.lastIndexOf('.'), around.lastIndexOf('[')));
  }
  return undefined;
}
