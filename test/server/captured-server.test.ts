import { describe, expect, test } from '@jest/globals';
import { readTargetServer } from '../../src/server/read-server.ts';
import { memoryDisk } from './memory-disk.ts';

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

  test('runtimes of another system are passed over, and told', async () => {
    const { notes } = await server(`${listed}\nMicrosoft.NETCore.App 9.0.1 [/usr/share/dotnet/shared/Microsoft.NETCore.App]`);
    expect(notes?.join(' ')).toContain('1 runtimes in it are not in a Windows folder');
  });

  test('any other text is no manifest', async () => {
    await expect(server('hello', 'web01.txt')).rejects.toThrow();
  });
});
