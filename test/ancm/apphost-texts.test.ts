import { describe, expect, test } from '@jest/globals';
import type { TargetServer } from '../../src/model/target-server.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { dotnetRoot, nativeDll, portable, runtimeConfig, selfContained, startFacts, webConfig } from './start-facts.ts';

/** The words of an apphost that does not get at hostfxr, by the version the application asks for (hostfxr.md f.1, i.2). */

function written(version: string, change: Partial<TargetServer>, files = portable): string {
  const config = webConfig({ hostingModel: 'outofprocess', processPath: '.\\App.exe', arguments: '' });
  const named = files === portable ? { ...files, 'App.runtimeconfig.json': runtimeConfig(version) } : files;
  const { event } = performStart(startFacts(config, named, { server: change })).prediction;
  return event?.message.split('multiple retries:\n')[1] ?? '';
}

describe('by version', () => {
  const none = { dotnet: [] };
  const emptyFolder = { dotnet: [{ ...dotnetRoot('x64'), hostfxr: [] }] };
  const incomplete = { dotnet: [{ ...dotnetRoot('x64'), hostfxr: [{ version: '8.0.22', complete: false }] }] };
  const folder = 'C:\\Program Files\\dotnet\\host\\fxr';
  const rows: readonly (readonly [string, Partial<TargetServer>, string])[] = [
    ['5.0.0', none, 'A fatal error occurred. The required library hostfxr.dll could not be found.'],
    ['6.0.0', none, 'You must install .NET to run this application.'],
    ['8.0.0', none, 'You must install .NET to run this application.'],
    ['7.0.0', emptyFolder, `A fatal error occurred, the folder [${folder}] does not contain any version-numbered child folders`],
    ['8.0.0', emptyFolder, `Error: [${folder}] does not contain any version-numbered child folders`],
    ['7.0.0', incomplete, `A fatal error occurred, the required library hostfxr.dll could not be found in [${folder}\\8.0.22]`],
    ['8.0.0', incomplete, `Error: the required library hostfxr.dll could not be found in [${folder}\\8.0.22]`],
  ];
  test.each(rows)('%s', (version, change, text) => {
    expect(written(version, change)).toContain(text);
  });
});

test('a hostfxr.dll of another architecture beside the exe', () => {
  const files = { ...selfContained(), 'hostfxr.dll': nativeDll('x86') };
  expect(written('8.0.22', {}, files)).toBe('Failed to load the dll from [C:\\inetpub\\shop\\hostfxr.dll], HRESULT: 0x800700C1');
});
