import { describe, expect, test } from '@jest/globals';
import { nearQueries, parseExplainQuery } from '../../../src/hosts/cli/explain-query.ts';

describe('parseExplainQuery', () => {
  test.each([
    ['500.31', { kind: 'status', status: '500.31' }],
    ['HTTP 500.31', { kind: 'status', status: '500.31' }],
    ['HTTP Error 500.30 - ASP.NET Core app failed to start', { kind: 'status', status: '500.30' }],
    ['http error 502.5', { kind: 'status', status: '502.5' }],
    ['503', { kind: 'status', status: '503' }],
    ['503.0', { kind: 'status', status: '503' }],
    ['404.0', { kind: 'status', status: '404' }],
    ['0x800700c1', { kind: 'hresult', hresult: '0x800700c1' }],
    ['0x800700C1', { kind: 'hresult', hresult: '0x800700c1' }],
    ["ErrorCode '0x8000ffff'.", { kind: 'hresult', hresult: '0x8000ffff' }],
    ['800700C1', { kind: 'hresult', hresult: '0x800700c1' }],
    ['-2147024703', { kind: 'hresult', hresult: '0x800700c1' }],
    ['Failed to load ASP.NET Core runtime', { kind: 'status', status: '500.31' }],
    ['ANCM In-Process  Start Failure.', { kind: 'status', status: '500.30' }],
    ['Service Unavailable', { kind: 'status', status: '503' }],
    ['0x80008096', { kind: 'host-error', error: 'FrameworkMissingFailure' }],
    ['80008093', { kind: 'host-error', error: 'InvalidConfigFile' }],
    ['Error code: 0x8000809C', { kind: 'host-error', error: 'FrameworkCompatFailure' }],
    ['-2147450730', { kind: 'host-error', error: 'FrameworkMissingFailure' }],
    ["exit code '2147516566'", { kind: 'host-error', error: 'FrameworkMissingFailure' }],
    ['libhostduplicateproperty', { kind: 'host-error', error: 'LibHostDuplicateProperty' }],
    ['1018', { kind: 'event', id: 1018 }],
    ['event 1018', { kind: 'event', id: 1018 }],
    ['Event ID 1010', { kind: 'event', id: 1010 }],
    ['hostfxr-missing', { kind: 'rule', rule: 'hostfxr-missing' }],
    ['Hostfxr-Missing', { kind: 'rule', rule: 'hostfxr-missing' }],
  ])('%s', (text, expected) => {
    expect(parseExplainQuery(text)).toEqual(expected);
  });

  test.each([
    '',
    '500',
    '500.99',
    '500.310',
    '0x12345678',
    '0x800080ff',
    '0x1800080961',
    '-21474507301',
    '9999',
    'nonsense',
    '12.500.31',
    '10.0.500.31',
    '12345678',
    '-5',
    'Internal Server Error',
  ])('%j is unknown', (text) => {
    expect(parseExplainQuery(text)).toBeUndefined();
  });
});

describe('nearQueries', () => {
  test.each([
    ['502', ['502.3', '502.5']],
    ['502.99', ['502.3', '502.5']],
    ['Internal Server Error', ['500.0', '500.19', '500.21']],
    ['failed to start', ['500.30', '500.37']],
    ['hostfxr-mising', ['hostfxr-missing']],
    ['0x800700c2', ['0x80070002']],
    ['zzz', []],
  ])('%s', (text, expected) => {
    expect(nearQueries(text)).toEqual(expected);
  });

  test('a word of rule ids finds the rules', () => {
    expect(nearQueries('bitness architecture').toSorted()).toEqual([
      'assembly-architecture',
      'entry-assembly-architecture',
      'native-asset-architecture',
    ]);
  });
});
