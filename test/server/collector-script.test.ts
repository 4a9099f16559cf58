import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { disk } from '../../src/hosts/disk.ts';
import { collectorScript } from '../../src/server/collector-script.ts';
import { readTargetServer } from '../../src/server/read-server.ts';
import { sdkWebConfig } from '../iis/start-facts.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

function powerShell(): string | undefined {
  try {
    execFileSync('pwsh', ['-NoProfile', '-Command', '1'], { stdio: 'ignore' });
    return 'pwsh';
  } catch {
    return undefined;
  }
}

const program = powerShell();
const withPowerShell = program === undefined ? describe.skip : describe;

test('the script is Windows PowerShell 5.1: none of the newer operators', () => {
  expect(collectorScript).not.toMatch(/\?\?|\?\.|&&|\|\||(?<![\w)])\? .* : /);
  expect([...collectorScript].every((character) => (character.codePointAt(0) ?? 0) < 0x80)).toBe(true);
});

// Skipped where there is no PowerShell: the script then runs nowhere but on servers.
withPowerShell('the script on a machine that looks like a server', () => {
  test('what it prints is a manifest with the facts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'collector-'));
    const put = (path: string, content = ''): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    const image = join(fixtures, 'publish', 'net10.0-win-x64', 'App.exe');
    put('pf/dotnet/host/fxr/8.0.22/hostfxr.dll');
    mkdirSync(join(folder, 'pf/dotnet/host/fxr/9.0.1'));
    cpSync(image, join(folder, 'pf/dotnet/dotnet.exe'));
    put('pf/dotnet/shared/Microsoft.NETCore.App/8.0.22/Microsoft.NETCore.App.deps.json', '{}');
    put('pf/dotnet/shared/Microsoft.AspNetCore.App/8.0.22/Microsoft.AspNetCore.App.deps.json', '{}');
    put(
      'pf/dotnet/shared/Microsoft.AspNetCore.App/8.0.22/Microsoft.AspNetCore.App.runtimeconfig.json',
      '{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"8.0.22"}}}',
    );
    mkdirSync(join(folder, 'pf/dotnet/shared/Microsoft.AspNetCore.App/9.0.1'));
    put('pf/IIS/Asp.Net Core Module/V2/18.0.25301/aspnetcorev2_outofprocess.dll');
    cpSync(image, join(folder, 'pf/IIS/Asp.Net Core Module/V2/aspnetcorev2.dll'));
    const applicationHost = readFileSync(join(fixtures, 'servers', 'applicationHost.config'), 'utf8')
      .replace('C:\\inetpub\\shop', join(folder, 'shop'))
      .replace('C:\\inetpub\\reports', join(folder, 'reports'))
      .replace(
        '<add name="legacy32" enable32BitAppOnWin64="true" />',
        `<add name="legacy32" enable32BitAppOnWin64="true" autoStart="false" enableConfigurationOverride="false" startMode="AlwaysRunning">
           <processModel identityType="LocalSystem" idleTimeout="00:00:00" shutdownTimeLimit="00:00:30" maxProcesses="2" userName="admin" password="not-a-real-one" />
           <failure rapidFailProtection="false" />
         </add>`,
      );
    put('win/System32/inetsrv/config/applicationHost.config', applicationHost);
    put('shop/web.config', sdkWebConfig);
    put(
      'reports/web.config',
      '<configuration><system.webServer><handlers><add name="Reports" path="*" /></handlers></system.webServer></configuration>',
    );

    const script = join(folder, 'collect.ps1');
    writeFileSync(script, collectorScript);
    const printed = execFileSync(program ?? 'pwsh', ['-NoProfile', '-File', script], {
      encoding: 'utf8',
      env: { ...process.env, ProgramFiles: join(folder, 'pf'), windir: join(folder, 'win') },
    });
    const manifest = join(folder, 'server.json');
    writeFileSync(manifest, printed);

    expect(printed).not.toMatch(/not-a-real-one|admin/);
    const server = await readTargetServer(manifest, disk);
    expect(server.dotnet?.map(({ architecture, hostfxr }) => [architecture, hostfxr])).toEqual([
      [
        'x64',
        [
          { version: '8.0.22', complete: true },
          { version: '9.0.1', complete: false },
        ],
      ],
    ]);
    expect(server.dotnet?.[0]?.frameworks?.get('Microsoft.AspNetCore.App')).toEqual([
      { version: '8.0.22', complete: true, references: [{ name: 'Microsoft.NETCore.App', version: '8.0.22' }] },
      { version: '9.0.1', complete: false },
    ]);
    expect(server.aspNetCoreModule).toMatchObject({
      installed: true,
      architectures: ['x64'],
      outOfProcessHandlers: [{ version: '18.0.25301', complete: true }],
      disabled: false,
    });
    const { appPools, sites } = server.iis ?? {};
    expect(appPools?.map((pool) => [pool.name, pool.enable32BitAppOnWin64, pool.state, pool.enableConfigurationOverride])).toEqual([
      ['DefaultAppPool', false, 'Started', undefined],
      ['shop', false, 'Started', undefined],
      ['legacy32', true, 'Stopped', false],
    ]);
    // What the defaults of the fixture say, and what the pool says itself.
    expect(appPools?.map((pool) => [pool.identityType, pool.loadUserProfile, pool.idleTimeout, pool.maxProcesses])).toEqual([
      ['ApplicationPoolIdentity', true, '00:20:00', undefined],
      ['ApplicationPoolIdentity', true, '00:20:00', undefined],
      ['LocalSystem', true, '00:00:00', 2],
    ]);
    expect(appPools?.map((pool) => [pool.startMode, pool.startupTimeLimit, pool.shutdownTimeLimit])).toEqual([
      ['OnDemand', '00:01:30', '00:01:30'],
      ['OnDemand', '00:01:30', '00:01:30'],
      ['AlwaysRunning', '00:01:30', '00:00:30'],
    ]);
    expect(sites?.[0]?.applications?.map(({ windowsAuthentication }) => windowsAuthentication)).toEqual([false, false]);
    expect(sites?.map(({ bindings }) => bindings)).toEqual([[{ protocol: 'http', bindingInformation: '*:80:' }]]);
    expect(appPools?.map((pool) => pool.rapidFailProtection)).toEqual([undefined, undefined, false]);
    expect(sites?.map(({ name }) => name)).toEqual(['Default Web Site']);
    expect(sites?.[0]?.applications).toEqual([
      {
        path: '/',
        appPool: 'shop',
        physicalPath: join(folder, 'shop'),
        hostingModel: 'inprocess',
        handlers: ['aspNetCore'],
        inheritInChildApplications: false,
      },
      {
        path: '/reports',
        appPool: 'legacy32',
        physicalPath: join(folder, 'reports'),
        hostingModel: 'none',
        handlers: ['Reports'],
        inheritInChildApplications: true,
      },
    ]);
    expect(server.iis?.sections?.byPath.get('system.webServer/handlers')).toEqual({ declared: true, locked: false });
    expect(server.iis?.sections?.byPath.get('system.webServer/globalModules')).toMatchObject({ locked: true });
  }, 60_000);
});
