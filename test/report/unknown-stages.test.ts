import { describe, expect, test } from '@jest/globals';
import type { StartReport, TraceEntry } from '../../src/model/report.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { plainPage } from '../../src/report/page.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderText } from '../../src/report/text.ts';
import { openQuestion, unknownStages } from '../../src/report/unknown-stages.ts';
import { reportOf, undetermined } from './sample-reports.ts';

const unknown = (stage: TraceEntry['stage'], because: string): TraceEntry => ({ stage, outcome: 'unknown', because, missingFacts: [] });
const noWebConfig = unknown('handler-mapping', 'There is no web.config.');
const waits = (stage: TraceEntry['stage']): TraceEntry => unknown(stage, 'Waits for handler-mapping.');

describe('stages that do not know', () => {
  test.each<[string, readonly TraceEntry[], readonly TraceEntry['stage'][], string | undefined]>([
    ['none', [], [], undefined],
    ['one alone', [noWebConfig], ['handler-mapping'], undefined],
    [
      'one that others wait for',
      [noWebConfig, waits('app-offline'), waits('listening')],
      ['handler-mapping'],
      '2 more stages wait for it.',
    ],
    ['one that waits', [noWebConfig, waits('listening')], ['handler-mapping'], '1 more stage waits for it.'],
    [
      'two of their own',
      [unknown('configuration', 'Nobody said.'), noWebConfig, waits('listening')],
      ['configuration', 'handler-mapping'],
      '1 more stage waits for these.',
    ],
  ])('%s', (_, trace, own, waiting) => {
    const found = unknownStages({ trace });
    expect([found.own.map(({ stage }) => stage), found.waiting]).toEqual([own, waiting]);
  });
});

describe('a start that no fact of the server would settle', () => {
  const start: StartReport = {
    ...undetermined,
    prediction: { ...undetermined.prediction, missingFacts: [] },
    trace: [noWebConfig, waits('app-offline'), waits('listening')],
  };

  test('says what keeps it open, and others name the facts', () => {
    expect(openQuestion(start)).toBe('There is no web.config.');
    expect(openQuestion(undetermined)).toBe('dotnet, iis.appPools[].enable32BitAppOnWin64');
  });

  test('does so in every format, with those that wait counted', () => {
    expect(renderJunit(reportOf(start))).toContain('<skipped message="Not known: There is no web.config."/>');
    expect(renderSarif(reportOf(start))).toContain('starts. There is no web.config.');
    expect(renderSarif(reportOf(undetermined))).toContain('starts. These facts would settle it: dotnet');
    expect(renderMarkdown(reportOf(start))).toContain('\n- ? handler-mapping: There is no web.config.\n- 2 more stages wait for it.\n');
    expect(renderText(reportOf(start), plainPage)).toContain('2 more stages wait for it.');
  });
});
