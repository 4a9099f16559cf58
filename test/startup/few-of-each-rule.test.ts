import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/model/finding.ts';
import { fewOfEachRule } from '../../src/startup/few-of-each-rule.ts';
import type { StartFinding } from '../../src/startup/prediction.ts';

const finding = (rule: Finding['rule'], message = ''): StartFinding['finding'] => ({
  rule,
  severity: 'warning',
  certainty: 'certain',
  message,
  evidence: ['seen'],
  remedies: [],
});

const many = (count: number, rule: Finding['rule'], hiddenBehind?: number): readonly StartFinding[] =>
  Array.from({ length: count }, (_, index) => ({
    finding: finding(rule, String(index)),
    ...(hiddenBehind === undefined ? {} : { hiddenBehind }),
  }));

const messages = (findings: readonly StartFinding[]): readonly string[] => findings.map((entry) => entry.finding.message);

describe('the findings of one rule', () => {
  test('are all kept up to twenty', () => {
    const all = [...many(20, 'web-garden'), ...many(20, 'debug-build')];
    expect(fewOfEachRule(all, undefined)).toEqual({ findings: all });
  });

  test('are counted beyond', () => {
    const { findings } = fewOfEachRule([...many(25, 'web-garden'), ...many(1, 'debug-build')], undefined);
    expect(messages(findings)).toEqual([...Array.from({ length: 20 }, (_, index) => String(index)), '0']);
    expect(findings[18]?.finding.evidence).toEqual(['seen']);
    expect(findings[19]?.finding.evidence).toEqual(['seen', '5 more findings of this rule are not listed.']);
    expect(fewOfEachRule(many(21, 'web-garden'), undefined).findings[19]?.finding.evidence).toEqual([
      'seen',
      '1 more finding of this rule is not listed.',
    ]);
  });

  test('the one that ends the start is kept wherever it stands, and the others stay behind it', () => {
    const all = [...many(30, 'web-garden'), { finding: finding('debug-build', 'end') }, ...many(30, 'stdout-log-enabled', 30)];
    const { findings, ending } = fewOfEachRule(all, 30);
    expect(ending).toBe(20);
    expect(findings[20]?.finding.message).toBe('end');
    expect(findings.slice(21).map(({ hiddenBehind }) => hiddenBehind)).toEqual(Array.from({ length: 20 }, () => 20));
    const own = fewOfEachRule(many(30, 'web-garden'), 25);
    expect(messages(own.findings)).toEqual([...Array.from({ length: 20 }, (_, index) => String(index)), '25']);
    expect(own.ending).toBe(20);
  });
});
