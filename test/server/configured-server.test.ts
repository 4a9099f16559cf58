import { describe, expect, test } from '@jest/globals';
import { readTargetServer } from '../../src/server/read-server.ts';
import { memoryDisk } from '../model/memory-disk.ts';

const server = (content: string | Uint8Array, name: string) => readTargetServer(name, memoryDisk({ [name]: content }));

const config = `<configuration>
  <system.applicationHost>
    <applicationPools><add name="shop" enable32BitAppOnWin64="true" /></applicationPools>
    <sites><site name="Shop"><application path="/" applicationPool="shop" /></site></sites>
  </system.applicationHost>
</configuration>`;

describe('an applicationHost.config as the description of a server', () => {
  test('tells pools and sites, and says that it tells nothing else', async () => {
    const { name, iis, dotnet, aspNetCoreModule, notes } = await server(config, 'servers/applicationHost.config');
    expect(name).toBe('applicationHost');
    expect(iis?.appPools?.map((pool) => [pool.name, pool.enable32BitAppOnWin64])).toEqual([['shop', true]]);
    expect(iis?.sites?.[0]?.applications?.map(({ path, appPool }) => [path, appPool])).toEqual([['/', 'shop']]);
    expect([dotnet, aspNetCoreModule]).toEqual([undefined, undefined]);
    expect(notes?.[0]).toContain('iis.applicationHostConfig');
  });

  test('of IIS Express is said to be one', async () => {
    const module = '<add name="AspNetCoreModuleV2" image="%IIS_BIN%\\Asp.Net Core Module\\V2\\aspnetcorev2.dll" />';
    const express = config.replace(
      '</configuration>',
      `<system.webServer><globalModules>${module}</globalModules></system.webServer></configuration>`,
    );
    expect((await server(express, 'applicationhost.config')).notes?.join(' ')).toContain('IIS Express');
    expect((await server(config, 'applicationhost.config')).notes?.join(' ')).not.toContain('IIS Express');
  });

  const declared = `<?xml version="1.0" encoding="UTF-8"?>\r\n${config}`;
  test.each([
    ['with another extension', declared, 'web01.bak'],
    ['without one', `\n<!-- web01 -->${config}`, 'web01'],
    ['with a byte-order mark', Buffer.from(`\ufeff${declared}`), 'web01.txt'],
    ['in UTF-16', Buffer.from(`\ufeff${declared.replace('UTF-8', 'UTF-16')}`, 'utf16le'), 'web01.json'],
  ])('is known by what it is: %s', async (_, content, name) => {
    expect((await server(content, name)).iis?.appPools?.[0]?.name).toBe('shop');
  });

  test.each([
    [
      'a web.config',
      '<configuration><system.webServer /></configuration>',
      'web.config',
      /^web\.config: expected an applicationHost\.config/,
    ],
    ['another XML file', '<Project />', 'Shop.config', /^Shop\.config:1:1: expected a whole applicationHost\.config .* found <Project>$/],
    ['broken XML', '<configuration>\n<a></b>', 'a.config', /^a\.config:2:\d+: expected well-formed XML/],
    ['nothing', '', 'a.config', /^a\.config:1:1: expected well-formed XML/],
  ])('is not %s', async (_, content, name, message) => {
    await expect(server(content, name)).rejects.toThrow(message);
  });

  test('is not taken for YAML that begins with a merge key', async () => {
    await expect(server('<<: *a\n', 'server.yaml')).rejects.toThrow(/^server\.yaml:1:/);
  });
});
