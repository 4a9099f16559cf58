import { describe, expect, test } from '@jest/globals';
import { exitCode } from '../../src/hosts/exit-code.ts';
import { failOnLevels } from '../../src/model/configuration.ts';
import type { StartReport } from '../../src/model/report.ts';
import { failing, frameworkMissing, healthy, reportOf, stdoutLogOn, undetermined } from '../report/sample-reports.ts';

const { hiddenBehind: _hidden, ...warning } = stdoutLogOn;
const accepted = { reason: 'Known.' };
const withoutFinding = (): StartReport => {
  const { finding: _finding, ...prediction } = failing.prediction;
  return { ...failing, prediction, findings: [] };
};

/** The exit codes for error, warning, undetermined and never, in this order. */
const table: readonly [string, readonly StartReport[], readonly number[]][] = [
  ['nothing wrong', [healthy], [0, 0, 0, 0]],
  ['nothing checked', [], [0, 0, 0, 0]],
  ['a start fails', [failing], [1, 1, 1, 0]],
  ['a start fails and no finding says why', [withoutFinding()], [1, 1, 1, 0]],
  ['a start that succeeds has an error beside', [{ ...healthy, findings: [{ ...warning, severity: 'error' }] }], [1, 1, 1, 0]],
  ['a warning', [{ ...healthy, findings: [warning] }], [0, 1, 1, 0]],
  ['a note', [{ ...healthy, findings: [{ ...warning, severity: 'note' }] }], [0, 0, 0, 0]],
  ['a start cannot be told', [undetermined], [0, 0, 1, 0]],
  ['the failure is accepted', [{ ...failing, findings: [{ ...frameworkMissing, suppressed: accepted }] }], [0, 0, 0, 0]],
  [
    'the failure is accepted, an error behind it is not',
    [{ ...failing, findings: [{ ...frameworkMissing, suppressed: accepted }, frameworkMissing] }],
    [1, 1, 1, 0],
  ],
  ['the warning is accepted', [{ ...healthy, findings: [{ ...warning, suppressed: accepted }] }], [0, 0, 0, 0]],
  ['one of several fails', [healthy, undetermined, failing], [1, 1, 1, 0]],
];

describe('exitCode', () => {
  test.each(table)('%s', (_what, starts, codes) => {
    expect(failOnLevels.map((level) => exitCode(reportOf(...starts), level))).toEqual(codes);
  });

  test('256 failures are still 1', () => {
    expect(exitCode(reportOf(...Array.from({ length: 256 }, () => failing)), 'error')).toBe(1);
  });
});
