import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { modelAnswer } from '../../scripts/oracle/model-answer.ts';
import type { RecordedRoot } from '../../scripts/oracle/recorded.ts';

const recorded: readonly RecordedRoot[] = JSON.parse(
  readFileSync(new URL('../../fixtures/hostfxr/recorded-answers.json', import.meta.url), 'utf8'),
);

/** A sample of what `npm run oracle` saw the real host do; the whole error text is compared. */
describe('the model answers as hostfxr did', () => {
  const questions = recorded.flatMap(({ hostfxr, frameworks, questions: asked }) =>
    asked.map(({ answer, ...question }) => ({
      name: `layout ${question.seed}, hostfxr ${hostfxr}`,
      hostfxr,
      layout: { ...question, frameworks },
      answer,
    })),
  );
  test('there are all kinds of answers', () => {
    const kinds = new Set(questions.map(({ answer }) => `${answer.outcome} ${answer.code.toString(16)}`));
    expect([...kinds].sort()).toEqual(['crash 0', 'refused 83', 'refused 93', 'refused 96', 'refused 9c', 'refused 9d', 'resolved 83']);
  });
  test.each(questions)('$name', ({ hostfxr, layout, answer }) => {
    expect(modelAnswer(layout, hostfxr)).toEqual(answer);
  });
});
