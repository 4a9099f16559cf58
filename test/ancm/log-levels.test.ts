import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { assembly, environmentVariables, portable, startFacts, type TestFile, webConfig } from './start-facts.ts';

const settings = (logging: object, file = 'appsettings.json'): Record<string, TestFile> => ({
  [file]: JSON.stringify({ Logging: logging }),
});
const info = settings({ LogLevel: { Default: 'Info' } });
const levelVariable = 'Logging__LogLevel__Default';

interface Given {
  readonly hostingModel?: 'inprocess' | 'outofprocess';
  readonly variables?: Record<string, string>;
  readonly pool?: readonly (readonly [string, string | null])[];
}

function predict(files: Record<string, TestFile>, { hostingModel = 'inprocess', variables = {}, pool = [] }: Given = {}) {
  const config = webConfig({ hostingModel }, environmentVariables(variables));
  return performStart(startFacts(config, { ...portable, ...files }, { pool: { environment: new Map(pool) } })).prediction;
}

const stops = { outcome: 'fails', status: '500.30', certainty: 'likely' };
const starts = { outcome: 'starts' };

// Levels: dotnet/runtime:src/libraries/Microsoft.Extensions.Logging.Abstractions/src/LogLevel.cs; read with Enum.TryParse, ignoring case.
describe('log levels in settings files', () => {
  test.each<[string, Record<string, TestFile>, object]>([
    ['a word of another library', info, stops],
    ['a word with a typing error', settings({ LogLevel: { Microsoft: 'Waring' } }), stops],
    ['true', settings({ LogLevel: { Default: true } }), stops],
    ['for one provider', settings({ Console: { LogLevel: { Default: 'Verbose' } } }), stops],
    ['of a category in parts', settings({ LogLevel: { Microsoft: { Hosting: 'Fatal' } } }), stops],
    ['keys in other letters', { 'appsettings.json': '{"LOGGING":{"loglevel":{"default":"Info"}}}' }, stops],
    ['in the file of the environment', settings({ LogLevel: { Default: 'Info' } }, 'appsettings.Production.json'), stops],
    [
      'every level, in any case of letters',
      settings({ LogLevel: { A: 'trace', B: 'DEBUG', C: 'Information', D: 'Warning', E: 'error', F: 'Critical', G: 'None' } }),
      starts,
    ],
    ['numbers, alone and as text', settings({ LogLevel: { Default: 3, Microsoft: '2' } }), starts],
    ['nothing', settings({ LogLevel: { Default: '', Microsoft: null } }), starts],
    ['other settings below Logging', settings({ Console: { FormatterName: 'simple' } }), starts],
    ['levels of another library', { 'appsettings.json': '{"Serilog":{"MinimumLevel":{"Default":"Verbose"}}}' }, starts],
    ['in the file of another environment', settings({ LogLevel: { Default: 'Info' } }, 'appsettings.Staging.json'), starts],
    [
      'mended in the file of the environment',
      { ...info, ...settings({ LogLevel: { default: 'Information' } }, 'appsettings.Production.json') },
      starts,
    ],
    ['a placeholder of the deployment', settings({ LogLevel: { Default: '#{LogLevel}' } }), starts],
    ['a logging of its own', { ...info, 'Serilog.Extensions.Hosting.dll': assembly() }, starts],
  ])('%s', (_, files, expected) => {
    expect(predict(files)).toMatchObject(expected);
  });

  test('the words of the exception, in the event log', () => {
    expect(predict(info).event?.message).toContain("Configuration value 'Info' is not supported.");
  });

  test('out-of-process the child ends', () => {
    expect(predict(info, { hostingModel: 'outofprocess' })).toMatchObject({ outcome: 'fails', status: '502.5', certainty: 'likely' });
  });

  test('a variable has the last word', () => {
    expect(predict(info, { variables: { [levelVariable]: 'Warning' } })).toMatchObject(starts);
    expect(predict(info, { pool: [[levelVariable.toUpperCase(), 'Warning']] })).toMatchObject(starts);
    expect(predict(info, { pool: [[levelVariable.toUpperCase(), null]] })).toMatchObject({
      outcome: 'undetermined',
      missingFacts: ['iis.appPools[].environment'],
    });
  });
});
