import { describe, expect, test } from '@jest/globals';
import type { BinaryImage } from '../../src/model/binary-image.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import {
  assembly,
  includedFrameworks,
  nativeDll,
  portable,
  selfContained,
  startFacts,
  type TestFile,
  type Where,
  webConfig,
} from './start-facts.ts';

const started = (hostingModel: string, files: Record<string, TestFile>, attributes: Record<string, string> = {}, where: Where = {}) => {
  const config = webConfig({ processPath: '.\\App.exe', arguments: '', hostingModel, ...attributes });
  const { prediction, findings } = performStart(startFacts(config, files, where));
  const events = [prediction.event, ...(prediction.furtherEvents ?? [])].flatMap((event) => (event === undefined ? [] : [event]));
  return { ...prediction, rule: findings[prediction.finding ?? -1]?.finding.rule, events };
};
type Outcome = { readonly outcome: string; readonly status?: string; readonly rule?: string | undefined };
const answer = ({ outcome, status, rule }: Outcome) => [outcome, status, rule].filter((part) => part !== undefined).join(' ');

const empty: BinaryImage = { format: 'empty' };
const without = (...names: readonly string[]): Record<string, TestFile> =>
  Object.fromEntries(Object.entries(selfContained()).filter(([name]) => !names.includes(name)));
const withFile = (name: string, file: TestFile): Record<string, TestFile> => ({ ...selfContained(), [name]: file });

describe('a part of a self-contained runtime that the process cannot load', () => {
  test.each<[string, Record<string, TestFile>, inProcess: string, outOfProcess: string]>([
    ['nothing is wrong', selfContained(), 'starts', 'starts'],
    [
      'an empty hostpolicy.dll',
      withFile('hostpolicy.dll', empty),
      'fails 500.31 hostpolicy-not-loadable',
      'fails 502.5 hostpolicy-not-loadable',
    ],
    [
      'a hostpolicy.dll of another machine',
      withFile('hostpolicy.dll', nativeDll('x86')),
      'fails 500.31 hostpolicy-not-loadable',
      'fails 502.5 hostpolicy-not-loadable',
    ],
    ['an empty coreclr.dll', withFile('coreclr.dll', empty), 'fails 500.30 runtime-not-loadable', 'fails 502.5 runtime-not-loadable'],
    [
      'a coreclr.dll of another machine',
      withFile('coreclr.dll', nativeDll('arm64')),
      'fails 500.30 runtime-not-loadable',
      'fails 502.5 runtime-not-loadable',
    ],
    ['an empty clrjit.dll', withFile('clrjit.dll', empty), 'fails 500.30 runtime-not-loadable', 'fails 502.5 runtime-not-loadable'],
    ['no clrjit.dll', without('clrjit.dll'), 'fails 500.30 runtime-not-loadable', 'fails 502.5 runtime-not-loadable'],
    [
      'no System.Private.CoreLib.dll',
      without('System.Private.CoreLib.dll'),
      'fails 500.30 runtime-not-loadable',
      'fails 502.5 runtime-not-loadable',
    ],
    [
      'neither, and coreclr.dll not either',
      without('coreclr.dll', 'clrjit.dll', 'System.Private.CoreLib.dll'),
      'fails 500.31 coreclr-missing',
      'fails 502.5 coreclr-missing',
    ],
    [
      'neither, of an application that brings no runtime but a left-over coreclr.dll',
      { ...portable, 'coreclr.dll': nativeDll('x64') },
      'starts',
      'starts',
    ],
    ['a clrjit.dll that fits', withFile('clrjit.dll', nativeDll('x64')), 'starts', 'starts'],
    [
      'an empty System.Private.CoreLib.dll',
      withFile('System.Private.CoreLib.dll', empty),
      'fails 500.30 runtime-not-loadable',
      'fails 502.5 runtime-not-loadable',
    ],
    [
      'a System.Private.CoreLib.dll of another machine',
      withFile('System.Private.CoreLib.dll', assembly('x86', { ilOnly: false, readyToRun: true })),
      'fails 500.30 runtime-not-loadable',
      'fails 502.5 runtime-not-loadable',
    ],
    ['a file nobody looked into', withFile('coreclr.dll', null), 'starts', 'starts'],
    [
      'an empty Microsoft.AspNetCore.Server.IIS.dll',
      withFile('Microsoft.AspNetCore.Server.IIS.dll', empty),
      'fails 500.30 runtime-not-loadable',
      'fails 502.5 runtime-not-loadable',
    ],
    [
      'a Microsoft.AspNetCore.Server.IIS.dll for any machine',
      withFile('Microsoft.AspNetCore.Server.IIS.dll', assembly()),
      'starts',
      'starts',
    ],
  ])('%s', (_, files, inProcess, outOfProcess) => {
    expect(answer(started('inprocess', files))).toBe(inProcess);
    expect(answer(started('outofprocess', files))).toBe(outOfProcess);
  });

  test('out-of-process it hangs on the builder whether Microsoft.AspNetCore.Server.IIS.dll is called', () => {
    const name = 'Microsoft.AspNetCore.Server.IIS.dll';
    expect(started('inprocess', withFile(name, empty)).certainty).toBe('certain');
    expect(started('outofprocess', withFile(name, empty)).certainty).toBe('likely');
    const identity = { name: 'App', version: '1.0.0.0', references: [], memberReferences: ['CreateSlimBuilder', 'UseIISIntegration'] };
    const slim: BinaryImage = { ...assembly(), assembly: identity };
    expect(started('outofprocess', { ...withFile(name, empty), 'App.dll': slim }).outcome).toBe('starts');
  });

  test('a framework-dependent application takes them from the server, whatever lies beside it', () => {
    const stray = { 'coreclr.dll': empty, 'System.Private.CoreLib.dll': empty, 'Microsoft.AspNetCore.Server.IIS.dll': empty };
    const dotnet = { processPath: 'dotnet', arguments: '.\\App.dll' };
    expect(started('inprocess', { ...portable, ...stray }, dotnet).outcome).toBe('starts');
    expect(started('outofprocess', { ...portable, ...stray }, dotnet).outcome).toBe('starts');
  });
});

describe('events', () => {
  const ids = ({ events }: { readonly events: readonly { readonly id: number }[] }) => events.map(({ id }) => id);

  test('hostpolicy.dll: the host refuses while the handler is searched', () => {
    const result = started('inprocess', withFile('hostpolicy.dll', empty));
    expect(ids(result)).toEqual([1027, 1027, 1010]);
    expect(result.hresult).toBe('0x8000ffff');
    const loaded = 'C:\\inetpub\\shop\\hostpolicy.dll], HRESULT: 0x800700C1';
    const library = 'An error occurred while loading required library hostpolicy.dll from [C:\\inetpub\\shop\\]';
    expect(result.events[1]?.message).toContain(`Failed to load the dll from [${loaded}\n${library}`);
  });

  test('from 10.0 on the host names the architecture of the process', () => {
    const ten = { 'App.runtimeconfig.json': includedFrameworks('10.0.1') };
    const line = (name: string) =>
      `Failed to load [C:\\inetpub\\shop\\${name}], HRESULT: 0x800700C1\n  - Ensure the library matches the current process architecture: x64\n`;
    expect(started('inprocess', { ...withFile('hostpolicy.dll', empty), ...ten }).events[1]?.message).toContain(line('hostpolicy.dll'));
    expect(started('inprocess', { ...withFile('coreclr.dll', empty), ...ten }).events[0]?.message).toContain(line('coreclr.dll'));
  });

  test('coreclr.dll: the host returns in place of Main', () => {
    const result = started('inprocess', withFile('coreclr.dll', empty));
    expect(ids(result)).toEqual([1035, 1007]);
    expect(result).toMatchObject({ title: 'ASP.NET Core app failed to start', hresult: '0x8007023e' });
    // CoreClrInitFailure 0x80008089, with a sign.
    expect(result.events[0]?.message).toContain("has exited from Program.Main with exit code = '-2147450743'. First 30KB characters");
    expect(result.events[0]?.message).toContain('Failed to load the dll from [C:\\inetpub\\shop\\coreclr.dll], HRESULT: 0x800700C1');
    expect(result.events[1]?.message).toContain('CLR worker thread exited prematurely');
  });

  test('Microsoft.AspNetCore.Server.IIS.dll: a managed exception', () => {
    const result = started('inprocess', withFile('Microsoft.AspNetCore.Server.IIS.dll', empty));
    expect(ids(result)).toEqual([1018, 1007]);
    expect(result.events[0]?.message).toContain('System.BadImageFormatException');
  });

  test('out-of-process the child says it', () => {
    const result = started('outofprocess', withFile('coreclr.dll', empty));
    expect(result).toMatchObject({ hresult: '0x8027025b', event: { id: 1020 } });
    expect(result.event?.message).toContain('Failed to create CoreCLR, HRESULT: 0x80008088');
  });

  test('what ends the start earlier is told first', () => {
    expect(answer(started('inprocess', { ...withFile('coreclr.dll', empty), 'hostfxr.dll': empty }))).toBe(
      'fails 500.32 hostfxr-not-loadable',
    );
    expect(answer(started('inprocess', withFile('coreclr.dll', empty), { startupTimeLimit: '0' }))).toBe(
      'fails 500.37 startup-time-limit-zero',
    );
    const both = { ...withFile('coreclr.dll', empty), 'App.dll': empty };
    expect(answer(started('inprocess', both))).toBe('fails 500.30 runtime-not-loadable');
  });
});
