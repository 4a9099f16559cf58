import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { environmentVariables, portable, runtimeConfig, startFacts, type Where, webConfig } from './start-facts.ts';

/** What a failed out-of-process start leaves in the event log: 1000 for each attempt, 1001 for the port, 1020 at the end (ancm.md §9.3). */

const oop = { hostingModel: 'outofprocess' };
const six = { ...portable, 'App.runtimeconfig.json': runtimeConfig('6.0.0') };

function eventsOf(attributes: Record<string, string>, children = '', files = portable, where: Where = {}) {
  const { prediction } = performStart(startFacts(webConfig({ ...oop, ...attributes }, children), files, where));
  return { ...prediction, ids: [prediction.event, ...(prediction.furtherEvents ?? [])].map((event) => event?.id) };
}

describe('ids and stages', () => {
  const port = environmentVariables({ ASPNETCORE_PORT: '80' });
  const rows: readonly (readonly [string, ReturnType<typeof eventsOf>, readonly number[], string])[] = [
    ['a missing exe', eventsOf({ processPath: '.\\No.exe' }), [1020, 1000, 1000], "at stage 'CreateProcessW', ErrorCode = '0x80070002'"],
    ['a missing framework', eventsOf({}, '', six), [1020, 1000, 1000], "at stage 'PostStartCheck', ErrorCode = '0x8027025b'"],
    ['no time', eventsOf({ startupTimeLimit: '0' }), [1020, 1000, 1000], "at stage 'PostStartCheck', ErrorCode = '0x8027025a'"],
    // The port is not tried twice.
    [
      'a bad port',
      eventsOf({}, port),
      [1020, 1001, 1000],
      "at stage 'SetupListenPort', ErrorCode = '0x80070057', assigned port 80, retryCounter '0'",
    ],
  ];
  test.each(rows)('%s', (_what, { ids, furtherEvents }, expected, text) => {
    expect(ids).toEqual(expected);
    expect(furtherEvents?.at(-1)?.message).toContain(text);
  });

  test.each([
    ['18.0.25301.22', '10000 - 48000'],
    ['17.0.24141.20', '1025 - 48000'],
  ])('module %s chooses ports from %s', (module, range) => {
    expect(eventsOf({}, port, portable, { module }).furtherEvents?.[0]?.message).toContain(
      `failed to choose listen port '80' given port range '${range}'`,
    );
  });
});

describe('the command line in the events', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['18.0.25301.22', `commandline '"dotnet" .\\App.dll'`],
    ['17.0.24141.20', `commandline '"dotnet" .\\App.dll'`],
    ['16.0.24290.36', `commandline 'dotnet .\\App.dll'`],
    ['12.2.19109.5', `commandline 'dotnet .\\App.dll'`],
  ];
  test.each(rows)('module %s: %s', (module, text) => {
    expect(eventsOf({}, '', six, { module }).event?.message).toContain(text);
  });
});

describe('the handler need not be of the build of the module', () => {
  const old = (handler: string): Where => ({
    server: {
      aspNetCoreModule: {
        installed: true,
        version: '18.0.25301.22',
        architectures: ['x64', 'x86'],
        outOfProcessHandlers: ['18.0.25301', handler].map((version) => ({ version, complete: true })),
      },
    },
  });
  const setting = (folder: string) => `<handlerSettings><handlerSetting name="handlerVersion" value="${folder}" /></handlerSettings>`;

  test('an older one that handlerVersion names speaks its own words', () => {
    const { event } = eventsOf({}, setting('12.2.19109'), six, old('12.2.19109'));
    expect(event?.message).toContain("commandline 'dotnet .\\App.dll'");
    expect(event?.message).toContain('The last try of listening port');
  });

  test('and reads the variables of the launcher as its own version does', () => {
    const pool = { environment: new Map([['ANCM_LAUNCHER_PATH', '.\\No.exe']]) };
    const launched = (handler: string) => eventsOf({}, setting(handler), portable, { ...old(handler), pool }).hresult;
    expect(launched('12.2.19109')).toBeUndefined();
    expect(launched('110.0.25323')).toBe('0x80070002');
  });

  test.each([
    ['an older one that is not asked for', old('12.2.19109')],
    ['a newer one', old('110.0.25323')],
    ['a folder that does not tell', old('2.0.0')],
  ])('%s', (_what, where) => {
    const { event } = eventsOf({}, '', six, where);
    expect(event?.message).toContain(`commandline '"dotnet" .\\App.dll'`);
    expect(event?.message).toContain('Failed to bind to port');
  });
});

describe('what the child wrote', () => {
  const redirection = (value: string) =>
    `<handlerSettings><handlerSetting name="EnableOutOfProcessConsoleRedirection" value="${value}" /></handlerSettings>`;
  const text = "Framework: 'Microsoft.NETCore.App', version '6.0.0'";
  const rows: readonly (readonly [string, ReturnType<typeof eventsOf>, boolean])[] = [
    ['is in event 1020', eventsOf({}, '', six), true],
    ['is there with redirection switched on', eventsOf({}, redirection('true'), six), true],
    ['is not there with redirection switched off', eventsOf({}, redirection('FALSE'), six), false],
    ['is not there when it goes to the log file', eventsOf({ stdoutLogEnabled: 'true' }, '', six), false],
    ['is not in the words of 2.2', eventsOf({}, '', six, { module: '12.2.19109.5' }), false],
  ];
  test.each(rows)('%s', (_what, { status, event }, caught) => {
    expect(status).toBe('502.5');
    expect(event?.message.includes(text)).toBe(caught);
  });

  test.each([
    ['a dll that is not there', '.\\Other.dll', "The application '.\\Other.dll' does not exist"],
    ['a dll that is not there, through exec', 'exec .\\Other.dll', "The application to execute does not exist: '.\\Other.dll'"],
  ])('%s', (_what, given, said) => {
    expect(eventsOf({ arguments: given }).event?.message).toContain(said);
  });
});

describe('ASPNETCORE_PORT', () => {
  const pool = (variables: Record<string, string>): Where => ({ pool: { environment: new Map(Object.entries(variables)) } });
  const preferred = { ANCM_PREFER_ENVIRONMENT_VARIABLES: 'true' };
  const rows: readonly (readonly [string, string, Where, string])[] = [
    ['with a sign and what follows the digits', ' +5000/tcp', {}, 'starts'],
    ['negative', '-5000', {}, 'fails'],
    ['beyond any number', '99999999999999999999', {}, 'fails'],
    ['blank', '  ', {}, 'fails'],
    ['through a variable', '%APP_PORT%', pool({ APP_PORT: '5001' }), 'starts'],
    ['through a variable with a bad value', '%APP_PORT%', pool({ APP_PORT: '80' }), 'fails'],
    ['through a variable that is not set', '%APP_PORT%', {}, 'fails'],
    [
      'through a variable that nobody described',
      '%APP_PORT%',
      {
        server: {
          environment: new Map([
            ['PATH', 'C:\\Program Files\\dotnet'],
            ['APP_PORT', null],
          ]),
        },
      },
      'undetermined',
    ],
    ['good, against a bad one of the pool', '5001', pool({ ASPNETCORE_PORT: '80' }), 'starts'],
    ['good, and the bad one of the pool preferred', '5001', pool({ ...preferred, ASPNETCORE_PORT: '80' }), 'fails'],
    ['bad, and the good one of the pool preferred', '80', pool({ ...preferred, ASPNETCORE_PORT: '5001' }), 'starts'],
  ];
  test.each(rows)('%s: "%s"', (_what, value, where, outcome) => {
    expect(eventsOf({}, environmentVariables({ ASPNETCORE_PORT: value }), portable, where).outcome).toBe(outcome);
  });
});
