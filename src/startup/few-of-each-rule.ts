import type { StartFinding } from './prediction.ts';

/** Nobody reads more findings of one rule; a file made to give ten thousands of them would fill the report. */
const most = 20;

export interface FewFindings {
  readonly findings: readonly StartFinding[];
  /** Where the finding that ends the start stands now. */
  readonly ending?: number;
}

/** The first findings of each rule, and always the one that ends the start; the last that is kept of a rule says how many are not. */
export function fewOfEachRule(all: readonly StartFinding[], ending: number | undefined): FewFindings {
  const byRule = new Map<string, number[]>();
  for (const [index, { finding }] of all.entries()) {
    const indexes = byRule.get(finding.rule);
    if (indexes === undefined) byRule.set(finding.rule, [index]);
    else indexes.push(index);
  }
  const more = new Map<number, number>();
  const dropped = new Set<number>();
  for (const indexes of byRule.values()) {
    const surplus = indexes.slice(most).filter((index) => index !== ending);
    const last = indexes[most - 1];
    if (last === undefined || surplus.length === 0) continue;
    more.set(last, surplus.length);
    for (const index of surplus) dropped.add(index);
  }
  const kept = [...all.keys()].filter((index) => !dropped.has(index));
  const place = ending === undefined ? undefined : kept.indexOf(ending);
  const findings = kept.flatMap((index) => {
    const entry = all[index];
    return entry === undefined ? [] : [{ ...entry, ...behind(entry, place), finding: withMore(entry.finding, more.get(index)) }];
  });
  return { findings, ...(place === undefined ? {} : { ending: place }) };
}

const behind = ({ hiddenBehind }: StartFinding, ending: number | undefined): Pick<StartFinding, 'hiddenBehind'> =>
  hiddenBehind === undefined || ending === undefined ? {} : { hiddenBehind: ending };

function withMore(finding: StartFinding['finding'], more: number | undefined): StartFinding['finding'] {
  if (more === undefined) return finding;
  return {
    ...finding,
    evidence: [
      ...finding.evidence,
      more === 1 ? '1 more finding of this rule is not listed.' : `${more} more findings of this rule are not listed.`,
    ],
  };
}
