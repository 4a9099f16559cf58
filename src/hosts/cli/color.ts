/**
 * Whether to colour what goes to the standard output. NO_COLOR (no-color.org) and FORCE_COLOR as Node reads them:
 * a NO_COLOR that is not empty switches off, FORCE_COLOR switches on unless it is 0 or false; FORCE_COLOR wins.
 */
export function wantsColor(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return isTerminal && term !== 'dumb';
}
