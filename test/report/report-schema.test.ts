import { describe, expect, test } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import * as v from 'valibot';
import type { Report } from '../../src/model/report.ts';
import { reportSchema } from '../../src/report/report-schema.ts';
import { failing, frameworkMissing, healthy, hostileStart, reportOf, undetermined } from './sample-reports.ts';

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
type Described = DeepReadonly<v.InferOutput<typeof reportSchema>>;
type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;

// A key that is missing here or there, or typed otherwise, does not compile.
const schemaAndTypeAreEqual: Same<Described, DeepReadonly<Report>> = true;

const jsonSchema: object = toJsonSchema(reportSchema);
const isReport = new Ajv({ strict: true }).compile(jsonSchema);

describe('the schema of the report', () => {
  test.each([
    ['failing', reportOf(failing)],
    ['healthy and undetermined', reportOf(healthy, undetermined)],
    ['hostile', reportOf(hostileStart())],
    ['accepted', reportOf({ ...failing, findings: [{ ...frameworkMissing, suppressed: { reason: 'a', until: '2026-01-01' } }] })],
    ['notices', { ...reportOf(healthy), notices: [{ message: 'a', location: { file: 'c.json' } }] }],
    ['without starts', reportOf()],
  ] satisfies [string, Report][])('accepts a report: %s', (_what, report) => {
    expect(v.parse(reportSchema, report)).toEqual(report);
    isReport(JSON.parse(JSON.stringify(report)));
    expect(isReport.errors).toBeNull();
  });

  test.each([
    ['another version', { ...reportOf(), reportVersion: 2 }],
    ['a null', { ...reportOf({ ...healthy }), coverage: null }],
    ['an unknown outcome', reportOf({ ...healthy, prediction: { ...healthy.prediction, outcome: 'maybe' as 'starts' } })],
    ['a line 0', reportOf({ ...failing, findings: [{ ...frameworkMissing, location: { file: 'a', line: 0 } }] })],
  ])('refuses %s', (_what, value) => {
    expect(v.is(reportSchema, value)).toBe(false);
    expect(isReport(value)).toBe(false);
  });

  test('is as the type', () => {
    expect(schemaAndTypeAreEqual).toBe(true);
  });

  test('keys may be added', () => {
    expect(isReport({ ...reportOf(healthy), added: true })).toBe(true);
  });
});
