import { describe, expect, test } from '@jest/globals';
import type { Suppression } from '../../src/model/configuration.ts';
import { applySuppressions } from '../../src/report/suppressions.ts';
import { failing, healthy, reportOf } from './sample-reports.ts';

const today = '2026-11-20';
const at = { file: 'iis-preflight.json', line: 4, column: 5 };
const accept = (more: Partial<Suppression>): Suppression => ({ rule: 'shared-framework-missing', reason: 'Known.', at, ...more });
const report = reportOf(failing, { ...failing, server: 'web03' });

/** Which starts have their ending suppressed. */
function suppressed(suppression: Suppression): boolean[] {
  return applySuppressions(report, [suppression], today).starts.map((start) => start.findings[0]?.suppressed !== undefined);
}

describe('applySuppressions', () => {
  test.each([
    ['by rule, everywhere', {}, [true, true]],
    ['on one server', { server: 'web03' }, [false, true]],
    ['for the artifact, however its path is written', { artifact: '.\\publish\\' }, [true, true]],
    ['for another artifact', { artifact: 'admin' }, [false, false]],
    ['on its last day', { until: today }, [true, true]],
    ['after its last day', { until: '2026-11-19' }, [false, false]],
    ['for another rule', { rule: 'web-config-missing' }, [false, false]],
  ] as const)('%s', (_what, more, expected) => {
    expect(suppressed(accept(more))).toEqual(expected);
  });

  test('the finding stays and carries the reason and the day', () => {
    const [start] = applySuppressions(report, [accept({ until: '2027-01-01' })], today).starts;
    expect(start?.findings[0]?.suppressed).toEqual({ reason: 'Known.', until: '2027-01-01' });
    expect(start?.findings[1]?.suppressed).toBeUndefined();
    expect(start?.prediction).toEqual(failing.prediction);
  });

  test('an expired one speaks up', () => {
    const { notices } = applySuppressions(report, [accept({ until: '2026-11-19' })], today);
    expect(notices).toEqual([
      {
        message: 'The suppression of shared-framework-missing ended on 2026-11-19, so its findings count again. Its reason was: Known.',
        location: at,
      },
    ]);
  });

  test('an unused one is reported', () => {
    const { notices } = applySuppressions(reportOf(healthy), [accept({})], today);
    expect(notices).toEqual([
      { message: 'The suppression of shared-framework-missing matches nothing in this run; remove it if that stays so.', location: at },
    ]);
  });

  test('one that works is not mentioned, and without any the report is as it was', () => {
    expect(applySuppressions(report, [accept({})], today).notices).toBeUndefined();
    expect(applySuppressions(report, [], today)).toBe(report);
  });
});
