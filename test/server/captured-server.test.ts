import { describe, expect, test } from '@jest/globals';
import { readTargetServer } from '../../src/server/read-server.ts';
import { memoryDisk } from '../model/memory-disk.ts';

const listed = [
  'Microsoft.AspNetCore.App 8.0.11 [C:\\Program Files\\dotnet\\shared\\Microsoft.AspNetCore.App]',
  'Microsoft.NETCore.App 6.0.36 [C:\\Program Files\\dotnet\\shared\\Microsoft.NETCore.App]',
  'Microsoft.NETCore.App 8.0.11 [C:\\Program Files\\dotnet\\shared\\Microsoft.NETCore.App]',
].join('\r\n');

const server = (text: string | Uint8Array, name = 'web01.txt') => readTargetServer(name, memoryDisk({ [name]: text }));
const versions = (folders: readonly { readonly version: string }[] | undefined) => folders?.map(({ version }) => version);

describe('an output of dotnet as the description of a server', () => {
  test('--list-runtimes: the runtimes, and nothing else', async () => {
    const { name, dotnet, iis, aspNetCoreModule } = await server(listed);
    expect(name).toBe('web01');
    expect(dotnet?.map(({ root, architecture, hostfxr }) => [root, architecture, hostfxr])).toEqual([
      ['C:\\Program Files\\dotnet', undefined, undefined],
    ]);
    expect(versions(dotnet?.[0]?.frameworks?.get('Microsoft.NETCore.App'))).toEqual(['6.0.36', '8.0.11']);
    expect([iis, aspNetCoreModule]).toEqual([undefined, undefined]);
  });

  test('as Windows PowerShell writes it: UTF-16', async () => {
    const { dotnet } = await server(Buffer.from(`\ufeff${listed}`, 'utf16le'));
    expect(versions(dotnet?.[0]?.frameworks?.get('Microsoft.AspNetCore.App'))).toEqual(['8.0.11']);
  });

  test('--info: architecture, host and other architectures too', async () => {
    const info = `Runtime Environment:
 OS Name:     Windows
 OS Version:  10.0.20348
 OS Platform: Windows

Host:
  Version:      8.0.11
  Architecture: x64

.NET runtimes installed:
  ${listed.replaceAll('\r\n', '\n  ')}

Other architectures found:
  x86   [C:\\Program Files (x86)\\dotnet]
    registered at [HKLM\\SOFTWARE\\dotnet\\Setup\\InstalledVersions\\x86\\InstallLocation]

Environment variables:
  Not set
`;
    const { os, dotnet } = await server(info);
    expect(os).toEqual({ version: '10.0.20348' });
    expect(dotnet?.map(({ root, architecture, hostfxr }) => [root, architecture, versions(hostfxr)])).toEqual([
      ['C:\\Program Files\\dotnet', 'x64', ['8.0.11']],
      ['C:\\Program Files (x86)\\dotnet', 'x86', undefined],
    ]);
    expect(dotnet?.[1]?.frameworks).toBeUndefined();
  });

  test('a list that was cut off says nothing of what is not in it', async () => {
    const { dotnet, notes } = await server(listed.slice(0, -20));
    expect(dotnet).toBeUndefined();
    expect(notes?.join(' ')).toContain('cut off');
  });

  const ofLinux = 'Microsoft.NETCore.App 9.0.1 [/usr/share/dotnet/shared/Microsoft.NETCore.App]';

  test('runtimes of another system are passed over, and told', async () => {
    const { dotnet, notes } = await server(`${listed}\n${ofLinux}`);
    expect(dotnet).toHaveLength(1);
    expect(notes?.join(' ')).toContain('1 runtime in it is not in a Windows folder');
  });

  test('--info of two hosts that do not tell their architecture: each SDK tells that of its own', async () => {
    const info = (architecture: string, folder: string): string => `Runtime Environment:
 OS Platform: Windows
 RID:         win10-${architecture}

Host (useful for support):
  Version: 3.1.32
  Commit:  0000000000

.NET Core runtimes installed:
  Microsoft.NETCore.App 3.1.32 [${folder}\\shared\\Microsoft.NETCore.App]
`;
    const { dotnet } = await server(info('x64', 'C:\\Program Files\\dotnet') + info('x86', 'C:\\Program Files (x86)\\dotnet'));
    expect(dotnet?.map(({ root, architecture }) => [root, architecture])).toEqual([
      ['C:\\Program Files\\dotnet', 'x64'],
      ['C:\\Program Files (x86)\\dotnet', 'x86'],
    ]);
  });

  // An output that is not whole does not say that what it lacks is not installed.
  test.each([
    ['of another system', ofLinux, 'not in a Windows folder'],
    ['without folders', 'Microsoft.NETCore.App 8.0.11\nMicrosoft.AspNetCore.App 8.0.11', 'in which folder 2 runtimes of the list are'],
    ['one without its folder', `${listed}\nMicrosoft.NETCore.App 9.0.1`, 'in which folder 1 runtime of the list is'],
    ['that ends behind ASP.NET Core', listed.split('\r\n')[0] ?? '', 'lists no Microsoft.NETCore.App in C:\\Program Files\\dotnet'],
    ['with broken lines', listed.replace('App 6.0.36 [C:\\Program', 'App\r\n6.0.36 [C:\\Program'), 'lines of 1 runtime in it are broken'],
    [
      'with broken folders',
      listed.replace('shared\\Microsoft.AspNet', 'shared\\Microsoft.\r\nAspNet'),
      'lines of 1 runtime in it are broken',
    ],
    ['of a host without runtimes', 'Host:\n  Version: 8.0.11\n\n.NET runtimes installed:\n  No runtimes were found.\n', 'lists no runtime'],
    [
      'of two hosts, one without runtimes',
      `Host:\n  Version: 8.0.11\n\n.NET runtimes installed:\n  No runtimes were found.\n${listed}\nHost:\n  Version: 9.0.1\n`,
      'in which folder one dotnet of it is',
    ],
  ])('a list %s: the runtimes stay unknown', async (_, text, note) => {
    const { dotnet, notes } = await server(text);
    expect(dotnet).toBeUndefined();
    expect(notes?.join(' ')).toContain(note);
  });

  test.each(['runtimes', 'runtimes.out', 'runtimes.json', 'runtimes.yaml'])('whatever the file is called: %s', async (name) => {
    expect((await server(listed, name)).dotnet).toHaveLength(1);
  });

  test.each([
    ['', 'nothing'],
    [
      "The term 'dotnet' is not recognized as the name of a cmdlet\nAt line:1",
      "The term 'dotnet' is not recognized as the name of a cmdlet",
    ],
  ])('any other text file is refused: %j', async (text, found) => {
    await expect(server(text)).rejects.toMatchObject({
      problems: [{ file: 'web01.txt', place: '1:1', expected: expect.stringContaining('dotnet --list-runtimes'), found }],
    });
  });

  test('a manifest may be called .txt', async () => {
    expect((await server('manifestVersion: 1\nname: shop', 'web01.txt')).name).toBe('shop');
  });
});
