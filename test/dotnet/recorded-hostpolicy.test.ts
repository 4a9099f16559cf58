import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { comparable, type HostpolicyAnswer } from '../../scripts/oracle/hostpolicy-answer.ts';
import type { HostpolicyLayout } from '../../scripts/oracle/hostpolicy-layout.ts';
import { modelHostpolicyAnswer } from '../../scripts/oracle/hostpolicy-model.ts';

type Recorded = HostpolicyLayout & { readonly hostpolicy: string; readonly answer: HostpolicyAnswer };

const recorded: readonly Recorded[] = JSON.parse(
  readFileSync(new URL('../../fixtures/hostfxr/recorded-hostpolicy.json', import.meta.url), 'utf8'),
);

/** A sample of what the oracle saw the real hostpolicy do; lists and error texts are compared whole. */
describe('the model answers as hostpolicy did', () => {
  test('there are all kinds of answers', () => {
    const kinds = new Set(recorded.map(({ answer }) => `${answer.outcome} ${answer.code.toString(16)}`));
    expect([...kinds].sort()).toEqual(['crash 0', 'ready 0', 'refused 87', 'refused 8b', 'refused 8c', 'refused a1']);
  });
  test.each(recorded.map((one) => [`layout ${one.seed}, hostpolicy ${one.hostpolicy}`, one] as const))('%s', (_, one) => {
    const { hostpolicy, answer, ...layout } = one;
    expect(comparable(modelHostpolicyAnswer(layout, hostpolicy), layout)).toEqual(comparable(answer, layout));
  });
});
