import { createScanner } from 'jsonc-parser';

/** Kinds of a token that open or close a list or an object, as `SyntaxKind` of jsonc-parser numbers them. */
const opening = new Set([1, 3]);
const closing = new Set([2, 4]);
const endOfText = 17;

/**
 * The offset of the first bracket that makes `deepest` levels one too many; `undefined` where the nesting is no deeper. jsonc-parser
 * descends by recursion, so whoever gives it text of strangers counts first.
 */
export function nestedTooDeep(text: string, deepest: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    if (opening.has(token)) depth++;
    else if (closing.has(token)) depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}
