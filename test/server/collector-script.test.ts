import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { disk } from '../../src/hosts/disk.ts';
import type { TargetServer } from '../../src/model/target-server.ts';
import { collectorScript } from '../../src/server/collector-script.ts';
import { readTargetServer } from '../../src/server/read-server.ts';
import { sdkWebConfig } from '../iis/start-facts.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const image = join(fixtures, 'publish', 'net10.0-win-x64', 'App.exe');

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

// Drives that are not there and characters that paths cannot have end them with an error.
test('the script joins and looks for paths without the commands that fail for odd ones', () => {
  const code = collectorScript.replace(/^#.*$/gm, '');
  expect(code).not.toMatch(/Join-Path|Test-Path|Get-Content/);
});

interface Collected {
  readonly printed: string;
  readonly complaint: string;
  readonly server: TargetServer;
}

type Put = (path: string, content?: string) => void;

/** What the script prints on a machine whose Windows folder is `win` and whose Program Files is `pf`, below a folder of its own. */
async function collect(setUp: (put: Put, folder: string) => void): Promise<Collected> {
  const folder = mkdtempSync(join(tmpdir(), 'collector-'));
  setUp((path, content = '') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }, folder);
  const script = join(folder, 'collect.ps1');
  writeFileSync(script, collectorScript);
  const run = spawnSync(program ?? 'pwsh', ['-NoProfile', '-File', script], {
    encoding: 'utf8',
    env: { ...process.env, ProgramFiles: join(folder, 'pf'), windir: join(folder, 'win') },
  });
  expect(run.status).toBe(0);
  const manifest = join(folder, 'server.json');
  writeFileSync(manifest, run.stdout);
  return { printed: run.stdout, complaint: run.stderr, server: await readTargetServer(manifest, disk) };
}

const ownConfiguration = 'win/System32/inetsrv/config/applicationHost.config';
const hosts = (inside: string): string => `<system.applicationHost>${inside}</system.applicationHost>`;
const pools = (inside: string): string => hosts(`<applicationPools>${inside}</applicationPools>`);

/** A server with nothing but this applicationHost.config. */
const collectIis = async (content: string, more: (put: Put, folder: string) => void = () => {}) =>
  (
    await collect((put, folder) => {
      more(put, folder);
      put(ownConfiguration, `<configuration>${content.replaceAll('{folder}', folder)}</configuration>`);
    })
  ).server.iis;

// Skipped where there is no PowerShell: the script then runs nowhere but on servers.
withPowerShell('the script on a machine that looks like a server', () => {
  test('what it prints is a manifest with the facts', async () => {
    const { printed, server } = await collect((put, folder) => {
      put('pf/dotnet/host/fxr/8.0.22/hostfxr.dll');
      mkdirSync(join(folder, 'pf/dotnet/host/fxr/9.0.1'));
      // Left over by hand; the host passes over both.
      mkdirSync(join(folder, 'pf/dotnet/host/fxr/8.0.22.old'));
      mkdirSync(join(folder, 'pf/dotnet/host/fxr/backup'));
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
          `<add name="legacy32" enable32BitAppOnWin64="true" autoStart="false" startMode="AlwaysRunning" enableConfigurationOverride="false">
             <processModel identityType="LocalSystem" idleTimeout="00:00:00" shutdownTimeLimit="00:00:30" maxProcesses="2" userName="admin" password="not-a-real-one" />
             <failure rapidFailProtection="false" />
           </add>`,
        );
      put(ownConfiguration, applicationHost);
      put('shop/web.config', sdkWebConfig);
      put(
        'reports/web.config',
        '<configuration><system.webServer><handlers><add name="Reports" path="*" /></handlers></system.webServer></configuration>',
      );
    });

    expect(printed).not.toMatch(/not-a-real-one|admin/);
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
    expect(sites?.map(({ bindings }) => bindings)).toEqual([[{ protocol: 'http', bindingInformation: '*:80:' }]]);
    expect(appPools?.map((pool) => pool.rapidFailProtection)).toEqual([undefined, undefined, false]);
    expect(sites?.map(({ name }) => name)).toEqual(['Default Web Site']);
    expect(sites?.[0]?.applications?.map(({ physicalPath: _, ...facts }) => facts)).toEqual([
      {
        ...{ path: '/', appPool: 'shop', hostingModel: 'inprocess', handlers: ['aspNetCore'], inheritInChildApplications: false },
        windowsAuthentication: false,
      },
      {
        ...{ path: '/reports', appPool: 'legacy32', hostingModel: 'none', handlers: ['Reports'], inheritInChildApplications: true },
        windowsAuthentication: false,
      },
    ]);
    expect(server.iis?.sections?.byPath.get('system.webServer/handlers')).toEqual({ declared: true, locked: false });
    expect(server.iis?.sections?.byPath.get('system.webServer/globalModules')).toMatchObject({ locked: true });
  });

  test('a machine without IIS: nothing about it, and the reason', async () => {
    const { server, complaint } = await collect(() => {});
    expect(server.iis).toBeUndefined();
    expect(server.aspNetCoreModule).toEqual({ installed: false });
    expect(server.dotnet).toEqual([]);
    expect(complaint).toContain('nothing is told about IIS');
  });

  test('shared configuration: the file that is in force', async () => {
    const iis = await collectIis(pools('<add name="local" />'), (put, folder) => {
      const redirection = `<configurationRedirection enabled="true" path="${folder}/share/" userName="u" password="p" />`;
      put('win/System32/inetsrv/config/redirection.config', `<configuration>${redirection}</configuration>`);
      put('share/applicationHost.config', `<configuration>${pools('<add name="shared" />')}</configuration>`);
    });
    expect(iis?.appPools?.map(({ name }) => name)).toEqual(['shared']);
  });

  test('names beyond ASCII survive every redirection', async () => {
    const { printed, server } = await collect((put) => {
      put(
        ownConfiguration,
        `<?xml version="1.0" encoding="UTF-8"?><configuration>${pools('<add name="Käse \u{1f9c0}" />')}</configuration>`,
      );
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
    expect(printed).toMatch(/^[\x00-\x7f]*$/);
    expect(server.iis?.appPools?.[0]?.name).toBe('Käse \u{1f9c0}');
  });

  test('variables of a pool: in their order, and without secrets', async () => {
    const variables = (...names: readonly string[]): string =>
      `<environmentVariables>${names.map((name) => `<add name="${name}" value="v-${name}" />`).join('')}</environmentVariables>`;
    const iis = await collectIis(
      pools(`<add name="a">${variables('DOTNET_A', 'OTHER', 'ASPNETCORE_Kestrel__Certificates__Default__Password')}</add>
        <add name="b"><environmentVariables><clear /><add name="dotnet_b" value="[enc:AesProvider:1:enc]" /></environmentVariables></add>
        <add name="c"><environmentVariables><remove name="DOTNET_D" /></environmentVariables></add>
        <applicationPoolDefaults>${variables('DOTNET_D', 'DOTNET_E')}</applicationPoolDefaults>`),
    );
    const environments = iis?.appPools?.map(({ environment }) => Object.fromEntries(environment ?? []));
    expect(environments).toEqual([
      {
        DOTNET_A: 'v-DOTNET_A',
        DOTNET_D: 'v-DOTNET_D',
        DOTNET_E: 'v-DOTNET_E',
        OTHER: null,
        ASPNETCORE_KESTREL__CERTIFICATES__DEFAULT__PASSWORD: null,
      },
      { DOTNET_B: null },
      { DOTNET_E: 'v-DOTNET_E' },
    ]);
  });

  test('words that the manifest does not know are left out, and others get its case', async () => {
    const iis = await collectIis(
      pools(`<add name="a" managedPipelineMode="classic"><processModel identityType="networkService" idleTimeout="never" maxProcesses="x" /></add>
        <add name="b" managedPipelineMode="other"><processModel identityType="7" /></add>`),
    );
    expect(iis?.appPools).toMatchObject([{ managedPipelineMode: 'Classic', identityType: 'NetworkService' }, {}]);
    expect(Object.keys(iis?.appPools?.[1] ?? {})).not.toContain('identityType');
  });

  test('sections: what is declared, locked, or neither for all sites', async () => {
    const section = (name: string, attributes = ''): string => `<section name="${name}" ${attributes} />`;
    const inside = (path: string, attributes: string, content: string): string =>
      `<location path="${path}" ${attributes}><system.webServer>${content}</system.webServer></location>`;
    const iis = await collectIis(
      `<configSections><sectionGroup name="system.webServer">
        ${section('handlers', 'overrideModeDefault="Deny"')}${section('modules', 'overrideModeDefault="Deny"')}
        ${section('globalModules', 'allowDefinition="AppHostOnly"')}${section('httpErrors')}${section('asp')}${section('caching')}
        ${section('rewrite')}</sectionGroup></configSections>
        <system.webServer><caching lockItem="true" /></system.webServer>
        ${inside('', 'overrideMode="Allow"', '<handlers />')}${inside('.', 'allowOverride="false"', '<asp />')}
        ${inside('Shop', 'overrideMode="Allow"', '<modules />')}${inside('Shop', 'overrideMode="Inherit"', '<httpErrors />')}${hosts('')}`,
    );
    const told = (name: string) => iis?.sections?.byPath.get(`system.webServer/${name}`);
    expect(told('handlers')).toEqual({ declared: true, locked: false });
    expect(told('globalModules')).toEqual({ declared: true, locked: true });
    expect(told('asp')).toEqual({ declared: true, locked: true });
    expect(told('caching')).toEqual({ declared: true, locked: true });
    expect(told('httpErrors')).toEqual({ declared: true, locked: false });
    // Open for one site alone.
    expect(told('modules')).toEqual({ declared: true });
    expect(told('aspNetCore')).toEqual({ declared: false });
    expect(told('webSocket')).toEqual({ declared: false });
    expect(told('staticContent')).toBeUndefined();
  });

  test('modules that are registered for one bitness', async () => {
    const iis = await collectIis(
      `<system.webServer><globalModules><add name="StaticFileModule" />
        <add name="AspNetCoreModuleV2" preCondition="integratedMode,bitness64" /></globalModules></system.webServer>${hosts('')}`,
    );
    expect(iis?.globalModules).toEqual([{ name: 'StaticFileModule' }, { name: 'AspNetCoreModuleV2', bitness: 64 }]);
  });

  test('applications: defaults of the site before those of the server, and how they run', async () => {
    const application = (path: string): string =>
      `<application path="${path}"><virtualDirectory path="/" physicalPath="{folder}/app${path}" /></application>`;
    const handler = (module: string): string => `<handlers><add name="aspNetCore" path="*" verb="*" modules="${module}" /></handlers>`;
    const file = (content: string): string => `<configuration><system.webServer>${content}</system.webServer></configuration>`;
    const iis = await collectIis(
      hosts(`<sites><site name="Shop [1]"><applicationDefaults applicationPool="own" />
          ${['/v1', '/v2', '/located', '/empty', '/gone', '/broken'].map(application).join('')}</site>
          <applicationDefaults applicationPool="global" preloadEnabled="true" /></sites>`) +
        '<location path="shop [1]/located"><system.webServer><aspNetCore processPath="dotnet" /></system.webServer></location>',
      (put, folder) => {
        put('app/v1/web.config', file(`${handler('AspNetCoreModule')}<aspNetCore processPath="dotnet" />`));
        put('app/v2/web.config', file(`${handler('AspNetCoreModuleV2')}<aspNetCore processPath="dotnet" />`));
        put('app/located/web.config', file('<httpErrors />'));
        mkdirSync(join(folder, 'app/empty'));
        put('app/broken/web.config', '<configuration>');
      },
    );
    const applications = iis?.sites?.[0]?.applications;
    expect(applications?.map(({ appPool, preloadEnabled }) => [appPool, preloadEnabled])).toEqual(Array(6).fill(['own', true]));
    expect(applications?.map(({ path, hostingModel }) => [path, hostingModel])).toEqual([
      ['/v1', 'none'],
      ['/v2', 'outofprocess'],
      ['/located', undefined],
      ['/empty', 'none'],
      ['/gone', undefined],
      ['/broken', undefined],
    ]);
  });
});
