import type { Looks } from '../../report/page.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a stream can show. A terminal breaks lines by itself at its last column, so that one is left free. */
export function looksOf(
  environment: Environment,
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number | undefined },
): Looks {
  const color = wantsColor(environment, isTTY === true);
  return isTTY === true && columns !== undefined && columns > 0 ? { color, width: columns - 1 } : { color };
}

/**
 * Whether to colour what goes to the standard output. NO_COLOR (no-color.org) and FORCE_COLOR as Node reads them:
 * a NO_COLOR that is not empty switches off, FORCE_COLOR switches on unless it is 0 or false; FORCE_COLOR wins.
 */
function wantsColor({ FORCE_COLOR: force, NO_COLOR: no, TERM: term }: Environment, isTerminal: boolean): boolean {
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return isTerminal && term !== 'dumb';
}
