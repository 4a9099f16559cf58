import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { portable, startFacts, type Where, webConfig } from './start-facts.ts';

const started = (text: string, hostingModel: string, where: Where = {}) => {
  const { prediction, findings, walk } = performStart(startFacts(webConfig({ arguments: text, hostingModel }), portable, where));
  const unknown = walk.steps.flatMap(({ outcome }) => (outcome.outcome === 'unknown' ? [outcome.because] : []))[0];
  return { ...prediction, rule: findings[prediction.finding ?? -1]?.finding.rule, unknown };
};
const answer = ({ outcome, status }: { readonly outcome: string; readonly status?: string }) => `${outcome} ${status ?? ''}`.trim();

const own = "Provided application path does not exist, or isn't a .dll or .exe.";
const general = 'Unable to locate application dependencies.';

describe('what dotnet is given', () => {
  test.each<[string, string, inProcess: string, outOfProcess: string]>([
    ['the dll', '.\\App.dll', 'starts', 'starts'],
    ['the dll and arguments of its own', '.\\App.dll --urls=http://*:80', 'starts', 'starts'],
    ['exec', 'exec .\\App.dll', 'starts', 'starts'],
    ['exec in capitals', 'EXEC .\\App.dll', 'starts', 'starts'],
    ['a full path', 'C:\\inetpub\\shop\\App.dll', 'starts', 'starts'],
    ['a path from the root of the drive', '\\inetpub\\shop\\App.dll', 'starts', 'starts'],
    ['an exe, of which nobody knows whether it is managed', '.\\App.exe', 'undetermined', 'undetermined'],
    ['exec and an exe', 'exec App.exe', 'undetermined', 'undetermined'],
    ['an option of the host', '--roll-forward Major App.dll', 'undetermined', 'undetermined'],
    ['an option of the host in capitals, after exec', 'exec --DEPSFILE other.deps.json App.dll', 'undetermined', 'undetermined'],
    ['an option of the host and a dll that is not there', '--roll-forward Major Other.dll', 'fails 500.31', 'fails 502.5'],
    ['an SDK command', 'run', 'fails 500.31', 'fails 502.5'],
    ['exec and no dll', 'exec App.runtimeconfig.json', 'fails 500.31', 'fails 502.5'],
    ['exec alone', 'exec', 'fails 500.31', 'fails 502.5'],
    ['a blank before exec', ' exec .\\App.dll', 'fails 500.31', 'starts'],
    ['a dll that is not there', '.\\Other.dll', 'fails 500.31', 'fails 502.5'],
    ['the dll in quotes', '&quot;.\\App.dll&quot;', 'starts', 'starts'],
  ])('%s', (_, text, inProcess, outOfProcess) => {
    expect(answer(started(text, 'inprocess'))).toBe(inProcess);
    expect(answer(started(text, 'outofprocess'))).toBe(outOfProcess);
  });

  test('where it is not known, what is in the way is named', () => {
    expect(started('App.exe', 'inprocess').unknown).toBe('dotnet is given App.exe; whether that works depends on what the exe is.');
    expect(started('--roll-forward Major App.dll', 'outofprocess').unknown).toBe(
      'arguments gives the .NET host --roll-forward Major; what it makes of that is not checked.',
    );
    const elsewhere = started('D:\\apps\\App.dll', 'inprocess');
    expect(elsewhere).toMatchObject({ outcome: 'undetermined', unknown: 'arguments names D:\\apps\\App.dll, outside the artifact.' });
    expect(elsewhere.missingFacts).toEqual(['existingFiles']);
    expect(started('D:\\apps\\App.dll', 'inprocess', { server: { existingFiles: [] } })).toMatchObject({
      outcome: 'fails',
      status: '500.31',
    });
  });
});

describe('texts of event 1027', () => {
  const modules = { seven: '17.0.24141.20', eight: '18.0.25301.22' } as const;
  test.each<[string, string, keyof typeof modules, string, host: string]>([
    ['a dll that is not there', '.\\Other.dll', 'eight', own, ''],
    ['a dll that is not there', '.\\Other.dll', 'seven', general, ''],
    ['an SDK command', 'run', 'eight', own, ''],
    ['exec and a missing dll', 'exec Other.dll', 'eight', general, "The application to execute does not exist: 'Other.dll'"],
    [
      'exec and no dll',
      'exec App.json',
      'eight',
      general,
      "dotnet exec needs a managed .dll or .exe extension. The application specified was 'App.json'",
    ],
    ['exec alone', 'exec', 'eight', general, ''],
  ])('%s: %s, module %s', (_, text, module, moduleText, hostText) => {
    const { event, furtherEvents = [] } = started(text, 'inprocess', { module: modules[module] });
    expect(event?.message).toContain(moduleText);
    expect(furtherEvents.map(({ id }) => id)).toEqual([1027, 1010]);
    expect(furtherEvents[0]?.message).toBe(`Could not find 'aspnetcorev2_inprocess.dll'. Exception message:\n${hostText}`);
  });
});

test('a blank directly before a dll name is no certain failure: Windows may cut it off', () => {
  expect(started(' .\\App.dll', 'inprocess')).toMatchObject({ outcome: 'fails', status: '500.31', certainty: 'likely' });
  expect(started(' .\\Other.dll', 'inprocess')).toMatchObject({ outcome: 'fails', status: '500.31', certainty: 'certain' });
  expect(started(' exec .\\App.dll', 'inprocess').certainty).toBe('certain');
});
