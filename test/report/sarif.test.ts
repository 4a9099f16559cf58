import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import type { Report } from '../../src/model/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { failing, frameworkMissing, healthy, hostileStart, reportOf, undetermined } from './sample-reports.ts';

const schema: object = JSON.parse(readFileSync(new URL('../../fixtures/sarif/sarif-2.1.0.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const isSarif = ajv.compile(schema);

/** Parses what was rendered, after the schema of the format has accepted it. */
function sarif(report: Report): Log {
  const log: Log = JSON.parse(renderSarif(report));
  isSarif(log);
  expect(isSarif.errors).toBeNull();
  return log;
}

describe('sarif', () => {
  test('a finding with its rule, place and identity', () => {
    const run = sarif(reportOf(failing, healthy)).runs[0];
    expect(run?.tool.driver).toMatchObject({ name: 'iis-preflight', fullName: 'iis-preflight 0.1.0', semanticVersion: '0.1.0' });
    expect(run?.automationDetails).toEqual({ id: 'iis-preflight/' });
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(['shared-framework-missing', 'startup-time-limit-zero']);
    const result = run?.results?.[0];
    expect(result).toMatchObject({ ruleId: 'shared-framework-missing', ruleIndex: 0, level: 'error' });
    expect(result?.message.text).toMatch(/^HTTP Error 500\.31 - Failed to load ASP\.NET Core runtime\. Shop asks for /);
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'src/Shop/Shop.csproj', uriBaseId: '%SRCROOT%' },
      region: { startLine: 4, startColumn: 5 },
    });
    expect(result?.partialFingerprints?.['iisPreflight/v1']).toMatch(/^[0-9a-f]{64}$/);
    expect(run?.results?.[1]).toMatchObject({ ruleId: 'startup-time-limit-zero', ruleIndex: 1, level: 'warning' });
  });

  test('a rule says why it is broken, what mends it and what people see', () => {
    const [rule] = sarif(reportOf(failing)).runs[0]?.tool.driver.rules ?? [];
    expect(rule?.shortDescription?.text).toBe('A shared framework is missing');
    expect(rule?.fullDescription?.text).toMatch(/^runtimeconfig\.json asks for a framework, and no installed version is acceptable: /);
    expect(rule?.help?.text).toMatch(
      /\nIn the application: Target a version the server has.*\nOn the server: Install the Hosting Bundle.*\n500\.31: /,
    );
  });

  test('the same finding on several servers is one result', () => {
    const results = sarif(reportOf(failing, { ...failing, server: 'web03' })).runs[0]?.results;
    expect(results).toHaveLength(2);
    expect(results?.[0]?.locations?.[0]?.logicalLocations?.map(({ fullyQualifiedName }) => fullyQualifiedName)).toEqual([
      'publish on web01, Default Web Site/shop, pool shop',
      'publish on web03, Default Web Site/shop, pool shop',
    ]);
  });

  test('the identity does not depend on the line', () => {
    const moved = { ...failing, findings: [{ ...frameworkMissing, location: { file: 'src/Shop/Shop.csproj', line: 99 } }] };
    const identity = (report: Report): unknown => sarif(report).runs[0]?.results?.[0]?.partialFingerprints;
    expect(identity(reportOf(moved))).toEqual(identity(reportOf(failing)));
  });

  test('what is accepted is marked, not left out', () => {
    const accepted = { ...failing, findings: [{ ...frameworkMissing, suppressed: { reason: 'Rebuilt next week.' } }] };
    expect(sarif(reportOf(accepted)).runs[0]?.results?.[0]?.suppressions).toEqual([
      { kind: 'external', justification: 'Rebuilt next week.' },
    ]);
  });

  test.each([
    ['publish/web.config', { uri: 'publish/web.config', uriBaseId: '%SRCROOT%' }],
    ['.\\my app\\a#b.json', { uri: 'my%20app/a%23b.json', uriBaseId: '%SRCROOT%' }],
    ['/tmp/x', { uri: 'file:///tmp/x' }],
    ['C:\\x\\y', { uri: 'file:///C:/x/y' }],
    ['.', { uri: '.', uriBaseId: '%SRCROOT%' }],
  ])('the path %s as a reference', (file, artifactLocation) => {
    const run = sarif(reportOf({ ...failing, findings: [{ ...frameworkMissing, location: { file } }] })).runs[0];
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual(artifactLocation);
  });

  test('a finding without a place is shown at the artifact', () => {
    const { location: _location, ...finding } = frameworkMissing;
    const run = sarif(reportOf({ ...failing, findings: [finding] })).runs[0];
    expect(run?.results?.[0]?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'publish' },
      region: { startLine: 1 },
    });
  });

  test('starts that cannot be told and notices are notifications', () => {
    const report: Report = { ...reportOf(undetermined), notices: [{ message: 'It ended.', location: { file: 'c.json', line: 4 } }] };
    const invocation = sarif(report).runs[0]?.invocations?.[0];
    expect(invocation?.toolExecutionNotifications?.[0]?.message.text).toContain('These facts would settle it: dotnet');
    expect(invocation?.toolConfigurationNotifications?.[0]).toMatchObject({ level: 'note', message: { text: 'It ended.' } });
  });

  test('hostile texts are values and bring no links along', () => {
    const json = renderSarif(reportOf(hostileStart()));
    expect(json).not.toMatch(/##(\[|vso\[)|^\s*::/m);
    const text = sarif(reportOf(hostileStart())).runs[0]?.results?.[0]?.message.text ?? '';
    expect(text).not.toMatch(/(?<!\\)\[[^\]]*\]\(/);
  });

  test('half a surrogate pair in a path does not stop it', () => {
    sarif(reportOf({ ...failing, findings: [{ ...frameworkMissing, location: { file: 'a\ud800' } }] }));
  });
});
