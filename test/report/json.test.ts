import { expect, test } from '@jest/globals';
import { renderJson } from '../../src/report/json.ts';
import { hostileStart, reportOf } from './sample-reports.ts';

test('the JSON is the report, and no line of it a command of a build agent', () => {
  const report = reportOf(hostileStart());
  const json = renderJson(report);
  expect(JSON.parse(json)).toEqual(report);
  expect(json).not.toMatch(/##(\[|vso\[)|^\s*::/m);
  expect(json.endsWith('}\n')).toBe(true);
});
