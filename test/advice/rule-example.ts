import { readFileSync } from 'node:fs';
import { check } from '../../src/check.ts';
import type { StartReport } from '../../src/model/report.ts';
import { folderDisk } from '../model/memory-disk.ts';
import { merged } from '../scenarios/composition.ts';
import { appHostData, buildImage, machines } from '../windows/image-builder.ts';

/**
 * An example of docs/rules: what its fenced blocks say is laid over a healthy application on a healthy server.
 *
 * - `xml web.config`: a whole file, an aspNetCore element, or children of one;
 * - `json <file>`: a file of the artifact; `json server`: a merge patch (RFC 7396) over the manifest;
 * - `text files`: one file a line, with what it is behind two blanks; `- <file>` takes one out.
 */
export interface RuleExample {
  readonly title: string;
  readonly blocks: readonly { readonly info: string; readonly text: string }[];
}

/** The examples below a heading of the second level: those of its subsections, or the section itself. */
export function examplesOf(page: string, heading: string): readonly RuleExample[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section.split(/^### /m).flatMap((part) => {
    const blocks = [...part.matchAll(/^```(\w+ [^\n]+)\n([\s\S]*?)^```$/gm)].map((match) => ({
      info: match[1] ?? '',
      text: match[2] ?? '',
    }));
    return blocks.length === 0 ? [] : [{ title: part.split('\n')[0] ?? '', blocks }];
  });
}

const wrapped = (element: string): string => `<?xml version="1.0" encoding="utf-8"?>
<configuration><location path="." inheritInChildApplications="false"><system.webServer>
<handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /></handlers>
${element}
</system.webServer></location></configuration>`;

function webConfig(text: string): string {
  if (text.trimStart().startsWith('<configuration')) return text;
  if (text.trimStart().startsWith('<aspNetCore')) return wrapped(text);
  return wrapped(`<aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess">${text}</aspNetCore>`);
}

const runtimeConfig = {
  runtimeOptions: {
    tfm: 'net10.0',
    frameworks: ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App'].map((name) => ({ name, version: '10.0.0' })),
  },
};

const deps = {
  runtimeTarget: { name: '.NETCoreApp,Version=v10.0', signature: '' },
  targets: { '.NETCoreApp,Version=v10.0': { 'App/1.0.0': { runtime: { 'App.dll': {} } } } },
  libraries: { 'App/1.0.0': { type: 'project', serviceable: false, sha512: '' } },
};

const healthyFiles = (): Map<string, Uint8Array> =>
  new Map([
    ['web.config', Buffer.from(webConfig(''))],
    ['App.dll', imageOf('assembly 1.0.0.0')],
    ['App.exe', buildImage({ machine: machines.x64, data: appHostData({ slot: 'App.dll' }) })],
    ['App.runtimeconfig.json', Buffer.from(JSON.stringify(runtimeConfig))],
    ['App.deps.json', Buffer.from(JSON.stringify(deps))],
    ['appsettings.json', Buffer.from('{}')],
  ]);

const versions = (...all: readonly string[]) => ({
  hostfxr: all,
  frameworks: { 'Microsoft.NETCore.App': all, 'Microsoft.AspNetCore.App': all },
});

const healthyServer = {
  manifestVersion: 1,
  name: 'web01',
  os: { version: '10.0.20348', architecture: 'x64' },
  environment: { PATH: 'C:\\Windows\\system32;C:\\Program Files\\dotnet\\' },
  dotnet: [
    { root: 'C:\\Program Files\\dotnet', architecture: 'x64', ...versions('10.0.12') },
    { root: 'C:\\Program Files (x86)\\dotnet', architecture: 'x86', ...versions('10.0.12') },
  ],
  dotnetInstallLocations: {},
  aspNetCoreModule: { installed: true, version: '20.0.26234.12', architectures: ['x64', 'x86'], outOfProcessHandlers: ['20.0.26234'] },
  existingFiles: [],
  iis: {
    globalModules: ['AspNetCoreModuleV2', 'StaticFileModule'],
    sections: {
      'system.webServer/aspNetCore': { declared: true, locked: false },
      'system.webServer/handlers': { declared: true, locked: false },
    },
    appPools: [{ name: 'shop', enable32BitAppOnWin64: false, managedRuntimeVersion: '', environment: {} }],
    sites: [{ name: 'Default Web Site', applications: [{ path: '/', appPool: 'shop', physicalPath: 'C:\\inetpub\\shop' }] }],
  },
};

const hostExports: ReadonlyMap<string, readonly string[]> = new Map([
  ['hostfxr.dll', ['hostfxr_get_native_search_directories', 'hostfxr_main', 'hostfxr_main_startupinfo']],
]);

/**
 * `x64 native`, `assembly 1.0.0.0 refers to Shop.Data`, `assembly 1.0.0.0 calls UseHttpsRedirection`, `assembly debug`,
 * `assembly ready-to-run x86`, `assembly 32-bit-only`.
 */
function imageOf(text: string, exports: readonly string[] = []): Uint8Array {
  const [words = '', calls] = text.split(' calls ');
  if (/\bdebug\b/.test(words)) return readFileSync('fixtures/images/debug-build.dll');
  const machine = /\b(x64|x86|arm64)\b/.exec(words)?.[1];
  const [major = 1, minor = 0, build = 0, revision = 0] = (/\d+\.\d+\.\d+\.\d+/.exec(words.split(' refers to ')[0] ?? '')?.[0] ?? '')
    .split('.')
    .map(Number);
  const version = [major, minor, build, revision] as const;
  const code = machine === 'x86' ? machines.x86 : machine === 'arm64' ? machines.arm64 : machines.x64;
  if (!words.includes('assembly')) return buildImage({ machine: code, bits: machine === 'x86' ? 32 : 64, dll: true, version, exports });
  const references = /refers to (.+)$/.exec(words)?.[1]?.split(/,\s*/) ?? [];
  const members = calls?.split(/,\s*/) ?? [];
  const assembly = { name: 'App', version, references: references.map(reference), members };
  if (words.includes('ready-to-run')) {
    const compiledFor = words.includes('linux') ? machines.linuxX64 : code;
    return buildImage({
      machine: compiledFor,
      bits: code === machines.x86 ? 32 : 64,
      dll: true,
      version,
      clr: { flags: 0, readyToRun: true, assembly },
    });
  }
  const flags = words.includes('32-bit-only') ? 3 : 1;
  return buildImage({ machine: machines.x86, bits: 32, dll: true, version, clr: { flags, assembly } });
}

/** `System.Runtime 10.0.0.0`; without a version 1.0.0.0. */
function reference(text: string) {
  const [name = '', version = '1.0.0.0'] = text.split(' ');
  const [major = 1, minor = 0, build = 0, revision = 0] = version.split('.').map(Number);
  return { name, version: [major, minor, build, revision] as const };
}

function withFiles(files: Map<string, Uint8Array>, lines: string): void {
  for (const line of lines.split('\n').filter((text) => text.trim() !== '')) {
    const [path = '', words] = line.replace(/^- /, '').split(/ {2,}/);
    if (line.startsWith('- ')) files.delete(path);
    else files.set(path, words === undefined ? Buffer.from('x') : imageOf(words, hostExports.get(path)));
  }
}

/** The report of the one start that an example describes. */
export async function performExample({ blocks }: RuleExample): Promise<StartReport> {
  const files = healthyFiles();
  let server: unknown = healthyServer;
  for (const { info, text } of blocks) {
    if (info === 'json server') server = merged(server, JSON.parse(text));
    else if (info === 'text files') withFiles(files, text);
    else if (info === 'xml web.config') files.set('web.config', Buffer.from(webConfig(text)));
    else if (/^(?:json|text) \S/.test(info)) files.set(info.slice(5), Buffer.from(text));
    else throw new Error(`what is a block of "${info}"?`);
  }
  const disk = folderDisk('publish', files, new Map([['server.json', Buffer.from(JSON.stringify(server))]]));
  const target = { site: 'Default Web Site', application: '/' };
  const report = await check({ artifacts: ['publish'], servers: ['server.json'], ...target, version: '0.0.0', today: '2026-11-24' }, disk);
  const [start] = report.starts;
  if (start === undefined) throw new Error('no start');
  return start;
}
