import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { check } from '../../../src/check.ts';
import { requirementsCommand } from '../../../src/hosts/cli/requirements-command.ts';
import { disk } from '../../../src/hosts/disk.ts';

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures');

async function requirements(artifact: string, format: 'text' | 'json' | 'yaml'): Promise<string> {
  let out = '';
  const code = await requirementsCommand(
    { command: 'requirements', artifact, format },
    {
      disk,
      check,
      version: '0.1.0',
      today: '2026-11-24',
      looks: {},
      print: (text) => {
        out += text;
      },
      complain: () => undefined,
      writeFile: async () => undefined,
    },
  );
  expect(code).toBe(0);
  return out;
}

const publish = (name: string): string => join(fixtures, 'publish', name);

describe('what a server must have', () => {
  // [fixture, lines of the text]; by what the publish output says of itself.
  test.each([
    [
      'net8.0-portable',
      [/pool +64-bit \(x64\), or 32-bit/, /model +inprocess/, /Microsoft\.AspNetCore\.App 8\.0\.0 or later, up to the last/],
    ],
    ['net10.0-win-x64', [/pool +64-bit \(x64\)\n/, /Microsoft\.NETCore\.App 10\.0\.0/]],
    ['net10.0-win-x86-self-contained', [/pool +32-bit \(x86;/, /frameworks none: it brings its own/]],
    ['net10.0-out-of-process', [/Process +64-bit \(x64\), or 32-bit \(x86\), or ARM64\n/, /model +outofprocess/]],
    ['net10.0-win-x64-single-file', [/starts nowhere: .*single/i, /pool +64-bit \(x64\)\n/, /Microsoft\.AspNetCore\.App 10\.0\.0/]],
    ['net10.0-win-x64-single-file-self-contained', [/pool +64-bit \(x64\)\n/, /frameworks none: it brings its own/]],
    ['net10.0-without-runtimeconfig', [/frameworks cannot be told/]],
    ['net10.0-linux-x64', [/model +cannot be told from web\.config/, /Sections +none/]],
  ])('%s', async (name, lines) => {
    const text = await requirements(publish(name), 'text');
    for (const line of lines) expect(text).toMatch(line);
  });

  test('what only may fail does not fail everywhere', async () => {
    expect(await requirements(publish('net10.0-slim-builder'), 'text')).not.toContain('starts nowhere');
  });

  test('a handler that names version 1 of the module', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'requirements-'));
    const handler = '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModule" />';
    writeFileSync(
      join(folder, 'web.config'),
      `<configuration><system.webServer><handlers>${handler}</handlers></system.webServer></configuration>`,
    );
    expect(await requirements(folder, 'text')).toContain('version 1 (AspNetCoreModule), from a Hosting Bundle up to 2.2');
  });

  test('what has to be installed for a section is named', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'requirements-'));
    writeFileSync(
      join(folder, 'web.config'),
      '<configuration><system.webServer><rewrite><rules><rule name="a" /></rules></rewrite></system.webServer></configuration>',
    );
    expect(await requirements(folder, 'text')).toContain(
      'system.webServer/rewrite/rules, which comes with URL Rewrite; it must not be locked',
    );
  });
});

/** A publish output with this runtimeconfig.json; `options`: what `runtimeOptions` holds. */
function withOptions(options: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'requirements-'));
  writeFileSync(
    join(folder, 'web.config'),
    '<configuration><system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers><aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="outofprocess" /></system.webServer></configuration>',
  );
  copyFileSync(join(publish('net8.0-portable'), 'App.dll'), join(folder, 'App.dll'));
  writeFileSync(join(folder, 'App.runtimeconfig.json'), `{"runtimeOptions":{${options}}}`);
  return folder;
}

describe('the shared frameworks', () => {
  const web = (version: string) => `"framework":{"version":"${version}","name":"Microsoft.AspNetCore.App"}`;
  test.each([
    [web('8.0.4'), 'Microsoft.AspNetCore.App 8.0.4 or later, up to the last of the same major version (rollForward Minor)'],
    [`"rollForward":"Disable",${web('8.0.4')}`, 'Microsoft.AspNetCore.App 8.0.4 exactly this version (rollForward Disable)'],
    [`"rollForward":"latestPatch",${web('8.0.4')}`, 'Microsoft.AspNetCore.App 8.0.4 or a later patch (rollForward LatestPatch)'],
    [`"rollForward":"LatestMajor",${web('8.0.4')}`, 'Microsoft.AspNetCore.App 8.0.4 or any later version (rollForward LatestMajor)'],
    [web('8.0'), 'Microsoft.AspNetCore.App "8.0", which is no version for the host: none will do (rollForward Minor)'],
    [
      `"rollForward":"Major",${web('8.0.*')}`,
      'Microsoft.AspNetCore.App "8.0.*", which is no version for the host: any version (rollForward Major)',
    ],
    ['"framework":{"name":"Microsoft.AspNetCore.App"}', 'Microsoft.AspNetCore.App without a version: none will do (rollForward Minor)'],
  ])('%s', async (options, line) => {
    expect(await requirements(withOptions(options), 'text')).toContain(`Shared frameworks ${line}\n`);
  });
});

describe('the manifest meets the requirements: the artifact starts on it', () => {
  test.each([
    ['2.1, for which only version 1 of the module came', '"framework":{"name":"Microsoft.AspNetCore.App","version":"2.1.1"}'],
    ['members in another order', '"framework":{"version":"9.0.0","name":"Microsoft.AspNetCore.App"}'],
  ])('%s', async (_, options) => {
    const folder = withOptions(options);
    const file = join(folder, '..', `${basename(folder)}.json`);
    writeFileSync(file, await requirements(folder, 'json'));
    const report = await check({ artifacts: [folder], servers: [file], version: '0.1.0', today: '2026-11-24' }, disk);
    expect(report.starts.map(({ prediction }) => prediction.outcome)).toEqual(['starts']);
  });

  const names = ['net6.0-portable', 'net8.0-portable', 'net10.0-win-x86', 'net10.0-win-x86-self-contained', 'net10.0-out-of-process'];
  test.each(names.flatMap((name) => [[name, 'json'] as const, [name, 'yaml'] as const]))('%s as %s', async (name, format) => {
    const file = join(mkdtempSync(join(tmpdir(), 'requirements-')), `server.${format}`);
    writeFileSync(file, await requirements(publish(name), format));
    const report = await check({ artifacts: [publish(name)], servers: [file], version: '0.1.0', today: '2026-11-24' }, disk);
    expect(report.starts.map(({ prediction }) => prediction.outcome)).toEqual(['starts']);
  });
});
