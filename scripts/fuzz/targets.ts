import { check } from '../../src/check.ts';
import { readConfiguration } from '../../src/configuration/read-configuration.ts';
import type { Disk } from '../../src/model/file-tree.ts';
import { InputError } from '../../src/model/input-error.ts';
import { render, reportFormats } from '../../src/report/render.ts';
import { readTargetServer } from '../../src/server/read-server.ts';
import { buildZip, entriesOf } from '../../test/artifact/zip-builder.ts';
import { appHostData, buildImage, buildSingleFile } from '../../test/windows/image-builder.ts';
import { memoryDisk } from './memory-disk.ts';
import type { SeedKind } from './seeds.ts';

/** One file of a run, which is mutated while the others stay healthy. */
export interface FuzzTarget {
  readonly name: string;
  /** Full path in the memory disk. */
  readonly file: string;
  readonly seeds: readonly Buffer[];
  /** For formats held together by offsets: bytes are overwritten, none inserted or removed. */
  readonly keepLength?: boolean;
}

const image = buildImage({ version: [8, 0, 1, 1], exports: ['x'], data: appHostData({ slot: 'App.dll', bundleOffset: 100n }) });
const managed = buildImage({
  machine: 0x14c,
  bits: 32,
  clr: {
    flags: 1,
    assembly: { name: 'App', version: [1, 0, 0, 0], references: [{ name: 'B', version: [1, 0, 0, 0] }], members: ['UseIIS'] },
  },
  version: [1, 0, 0, 0],
});

const webConfig = Buffer.from(
  `<?xml version="1.0" encoding="utf-8"?><configuration><location path="." inheritInChildApplications="false"><system.webServer>
<handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /></handlers>
<aspNetCore processPath="dotnet" arguments=".\\App.dll" stdoutLogEnabled="false" stdoutLogFile=".\\logs\\stdout" hostingModel="inprocess">
<environmentVariables><environmentVariable name="A" value="b" /></environmentVariables></aspNetCore></system.webServer></location></configuration>`,
);
const runtimeConfig = Buffer.from(
  '{"runtimeOptions":{"tfm":"net8.0","rollForward":"Major","frameworks":[{"name":"Microsoft.NETCore.App","version":"8.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}],"configProperties":{"System.GC.Server":true}}}',
);
const deps = Buffer.from(
  '{"runtimeTarget":{"name":".NETCoreApp,Version=v8.0","signature":""},"targets":{".NETCoreApp,Version=v8.0":{"App/1.0.0":{"dependencies":{"B":"1.0.0"},"runtime":{"App.dll":{}}},"B/1.0.0":{"runtime":{"lib/net8.0/B.dll":{"assemblyVersion":"1.0.0.0","fileVersion":"1.0.0.0"}},"runtimeTargets":{"runtimes/win-x64/native/b.dll":{"rid":"win-x64","assetType":"native","fileVersion":"1.0"}}}}},"libraries":{"App/1.0.0":{"type":"project","serviceable":false,"sha512":""}}}',
);
const singleFile = buildSingleFile([
  { path: 'App.dll', content: 'x' },
  { path: 'App.runtimeconfig.json', content: runtimeConfig.toString() },
  { path: 'App.deps.json', content: deps.toString() },
]);
const dotnetOutput = Buffer.from(
  `Host:
  Version:      8.0.11
  Architecture: x64

.NET runtimes installed:
  Microsoft.AspNetCore.App 8.0.11 [C:\\Program Files\\dotnet\\shared\\Microsoft.AspNetCore.App]
  Microsoft.NETCore.App 8.0.11 [C:\\Program Files\\dotnet\\shared\\Microsoft.NETCore.App]
`,
);
const configuration = Buffer.from(
  `failOn: warning
servers: [servers/web01.json]
applications:
  - { artifact: publish, site: Default Web Site, application: /shop }
suppressions:
  - { rule: shared-framework-missing, reason: known, until: 2026-12-31, server: web01 }
`,
);
const healthy: ReadonlyMap<string, Buffer> = new Map([
  ['publish/web.config', webConfig],
  ['publish/App.dll', managed],
  ['publish/App.exe', image],
  ['publish/App.runtimeconfig.json', runtimeConfig],
  ['publish/App.deps.json', deps],
  ['publish/appsettings.json', Buffer.from('{"Logging":{"LogLevel":{"Default":"Information"}}}')],
]);

/** Every target with its own seeds first, then those found in folders. */
export function fuzzTargets(found: ReadonlyMap<SeedKind, readonly Buffer[]>): readonly FuzzTarget[] {
  const seedsOf = (kind: SeedKind, ...own: Buffer[]): readonly Buffer[] => [...own, ...(found.get(kind) ?? [])];
  const packages = [zipOf(''), zipOf('drop/'), zipOf('Content/C_C/x/PackageTmp/')];
  const targets: readonly FuzzTarget[] = [
    { name: 'image (exe)', file: 'publish/App.exe', seeds: seedsOf('image', image), keepLength: true },
    { name: 'image (dll)', file: 'publish/App.dll', seeds: seedsOf('image', managed), keepLength: true },
    { name: 'image (any length)', file: 'publish/App.dll', seeds: seedsOf('image', managed) },
    { name: 'single file', file: 'publish/App.exe', seeds: [singleFile] },
    { name: 'zip', file: 'publish.zip', seeds: packages, keepLength: true },
    { name: 'zip (any length)', file: 'publish.zip', seeds: packages },
    { name: 'web.config', file: 'publish/web.config', seeds: seedsOf('web.config', webConfig) },
    { name: 'runtimeconfig.json', file: 'publish/App.runtimeconfig.json', seeds: seedsOf('runtimeconfig', runtimeConfig) },
    { name: 'deps.json', file: 'publish/App.deps.json', seeds: seedsOf('deps', deps) },
    { name: 'appsettings.json', file: 'publish/appsettings.json', seeds: seedsOf('appsettings', Buffer.from('{}')) },
    { name: 'manifest (JSON)', file: 'server.json', seeds: seedsOf('manifest.json') },
    { name: 'manifest (YAML)', file: 'server.yaml', seeds: seedsOf('manifest.yaml') },
    { name: 'applicationHost.config', file: 'applicationHost.config', seeds: seedsOf('applicationHost.config') },
    { name: 'output of dotnet', file: 'server.txt', seeds: [dotnetOutput] },
    { name: 'configuration (YAML)', file: 'iis-preflight.yaml', seeds: [configuration] },
  ];
  return targets.filter(({ seeds }) => seeds.length > 0);
}

function zipOf(prefix: string): Buffer {
  const files = Object.fromEntries([...healthy].map(([path, bytes]) => [path.replace('publish/', prefix), bytes]));
  return buildZip(entriesOf(prefix.startsWith('Content') ? { ...files, 'archive.xml': '', 'parameters.xml': '<parameters/>' } : files));
}

const server = Buffer.from(
  JSON.stringify({
    manifestVersion: 1,
    hostingBundle: '8.0.11',
    iis: {
      appPools: [{ name: 'shop', enable32BitAppOnWin64: false, environment: {} }],
      sites: [{ name: 'site', applications: [{ path: '/', appPool: 'shop' }] }],
    },
  }),
);

/** The whole way: read, started on paper, and shown in every format. */
async function checkAndRender(artifact: string, disk: Disk): Promise<void> {
  const report = await check({ artifacts: [artifact], servers: ['bundle.json'], version: '0.0.0', today: '2026-11-24' }, disk);
  for (const format of reportFormats) await render(report, format);
}

/** Reads everything with one file replaced. An input error is an answer; anything else that is thrown is a bug. */
export async function readWith(target: FuzzTarget, bytes: Uint8Array): Promise<'read' | 'refused'> {
  const disk = memoryDisk(new Map<string, Uint8Array>([...healthy, ['bundle.json', server], ...companions(target), [target.file, bytes]]));
  try {
    if (target.file.startsWith('publish')) await checkAndRender(target.file === 'publish.zip' ? target.file : 'publish', disk);
    else if (target.file.startsWith('iis-preflight')) await readConfiguration(target.file, disk);
    else await readTargetServer(target.file === 'applicationHost.config' ? 'server.json' : target.file, disk);
    return 'read';
  } catch (error) {
    if (error instanceof InputError) return 'refused';
    throw error;
  }
}

/** The manifest that names an applicationHost.config. */
function companions({ file }: FuzzTarget): readonly (readonly [string, Buffer])[] {
  if (file !== 'applicationHost.config') return [];
  return [['server.json', Buffer.from('{"manifestVersion":1,"iis":{"applicationHostConfig":"applicationHost.config"}}')]];
}
