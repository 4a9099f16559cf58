import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { problemsOf, readManifest } from './read-manifest.ts';

const yaml = (text: string) => readManifest(text, 'server.yaml');
const yamlProblems = (text: string) => problemsOf(text, 'server.yaml');

describe('a manifest in YAML', () => {
  test('keeps versions and other values as the text they are', async () => {
    const server = await yaml(
      [
        'manifestVersion: 1',
        'collectedAt: 2026-11-20T10:00:00Z',
        'environment: { A: 8.0, B: true, C: 0x10, D: null, E: "null", F: ~, G: , H: 1_000, I: yes }',
        'dotnet:',
        '- root: C:\\dotnet\\',
        '  hostfxr: [8.0.10, 10.0.0]',
        'iis:',
        '  version: 8.0',
        '  appPools:',
        '    - name: 007',
        '      enable32BitAppOnWin64: True',
        "      managedRuntimeVersion: ''",
        '    - name: "true"',
        '      enable32BitAppOnWin64: FALSE',
        '      managedRuntimeVersion: v4.0',
      ].join('\n'),
    );
    expect(server.collectedAt).toBe('2026-11-20T10:00:00Z');
    expect(Object.fromEntries(server.environment ?? [])).toEqual({
      A: '8.0',
      B: 'true',
      C: '0x10',
      D: null,
      E: 'null',
      F: null,
      G: null,
      H: '1_000',
      I: 'yes',
    });
    expect(server.dotnet?.[0]?.root).toBe('C:\\dotnet');
    expect(server.dotnet?.[0]?.hostfxr?.map(({ version }) => version)).toEqual(['8.0.10', '10.0.0']);
    expect(server.iis?.version).toBe('8.0');
    expect(server.iis?.appPools).toEqual([
      { name: '007', enable32BitAppOnWin64: true, managedRuntimeVersion: '' },
      { name: 'true', enable32BitAppOnWin64: false, managedRuntimeVersion: 'v4.0' },
    ]);
  });

  test('says the same as the same manifest in JSON', async () => {
    const json = readFileSync(new URL('../../fixtures/servers/web01-net8.json', import.meta.url), 'utf8');
    // JSON is YAML, so that the two readers can be compared on one text.
    const { manifest: inJson, ...fromJson } = await readManifest(json, 'server.json');
    const { manifest: inYaml, ...fromYaml } = await readManifest(json, 'server.yaml');
    expect(fromYaml).toEqual(fromJson);
    expect(inYaml.positions).toEqual(inJson.positions);
  });

  test('gives the place of every fact', async () => {
    const { manifest } = await yaml('manifestVersion: 1\r\niis:\r\n  appPools:\r\n    - name: shop\r\n      environment: { A: b }\r\n');
    expect(Object.fromEntries(manifest.positions)).toEqual({
      manifestVersion: { line: 1, column: 1 },
      iis: { line: 2, column: 1 },
      'iis.appPools': { line: 3, column: 3 },
      'iis.appPools[0]': { line: 4, column: 7 },
      'iis.appPools[0].name': { line: 4, column: 7 },
      'iis.appPools[0].environment': { line: 5, column: 7 },
      'iis.appPools[0].environment.A': { line: 5, column: 22 },
    });
  });

  test('is told from JSON by its text where the name does not tell', async () => {
    expect((await readManifest('manifestVersion: 1\nname: a', 'server')).name).toBe('a');
    expect((await readManifest('{"manifestVersion": 1, "name": "b"}', 'server')).name).toBe('b');
    expect((await readManifest('# by hand\nmanifestVersion: 1', 'web08.yml')).name).toBe('web08');
  });
});

describe('what is wrong with a manifest in YAML', () => {
  test.each<[string, string, string[]]>([
    ['a key without a value', 'manifestVersion: 1\ndotnet:\n', ['server.yaml:2:8 (dotnet): expected a list, found nothing']],
    [
      'another word for true',
      'manifestVersion: 1\niis:\n  appPools:\n    - name: a\n      enable32BitAppOnWin64: yes\n',
      ['server.yaml:5:30 (iis.appPools[0].enable32BitAppOnWin64): expected true or false, found yes'],
    ],
    [
      'a truth value in quotes',
      'manifestVersion: 1\niis: { appPools: [{ name: a, enable32BitAppOnWin64: "true" }] }\n',
      ['server.yaml:2:53 (iis.appPools[0].enable32BitAppOnWin64): expected true or false, found "true"'],
    ],
    [
      'a version cut short',
      'manifestVersion: 1\nhostingBundle: 8.0\n',
      ['server.yaml:2:16 (hostingBundle): expected a version such as 8.0.11, found 8.0'],
    ],
    ['a version in quotes', 'manifestVersion: "1"\n', ['server.yaml:1:18 (manifestVersion): expected 1, found "1"']],
    [
      'a newer format',
      'manifestVersion: 3\nnew: a\n',
      ['server.yaml:1:18 (manifestVersion): expected manifestVersion 1, the only one this version of iis-preflight reads, found 3'],
    ],
    [
      'a misspelt key',
      'manifestVersion: 1\nIIS: {}\nDotNet: []\n',
      [
        'server.yaml:2:1: expected a known key, found "IIS"; did you mean iis?',
        'server.yaml:3:1: expected a known key, found "DotNet"; did you mean dotnet?',
      ],
    ],
    ['a key twice', 'manifestVersion: 1\nname: a\nname: b\n', ['server.yaml:3:1: expected each key once; "name" is at 2:1 already']],
    [
      'an alias',
      'manifestVersion: 1\nname: &n a\niis: { appPools: [{ name: *n }] }\n',
      ['server.yaml:3:27: expected the value written out; aliases are not supported, found *n'],
    ],
    [
      'a merge key',
      'manifestVersion: 1\n<<: { name: a }\n',
      [
        'server.yaml:2:1: expected one of the keys manifestVersion, name, collectedAt, os, environment, dotnet, dotnetInstallLocations, hostingBundle, aspNetCoreModule, existingFiles, iis, found "<<"',
      ],
    ],
    // What nobody quoted was meant as nothing, not as a CLR of that name.
    ['null in place of a text', 'manifestVersion: 1\nname: ~\n', ['server.yaml:2:7 (name): expected a text, found ~']],
    [
      'a backslash in double quotes',
      'manifestVersion: 1\ndotnet: [{ root: "C:\\dotnet" }]\n',
      [
        'server.yaml:2:21: expected in double quotes only what YAML escapes after a backslash (write \\\\ for one backslash, or leave the quotes out)',
      ],
    ],
    ['a tab', 'manifestVersion: 1\nos:\n\tversion: 10.0.1\n', ['server.yaml:3:1: expected spaces for indentation, not tabs']],
    [
      'two documents',
      'manifestVersion: 1\n---\nmanifestVersion: 1\n',
      ['server.yaml:2:1: expected one document, not several separated by ---'],
    ],
    ['a list', '- 1\n', ['server.yaml:1:1: expected an object with the key manifestVersion, found a list']],
    ['a text', 'hello', ['server.yaml:1:1: expected an object with the key manifestVersion, found hello']],
    ['nothing', '', ['server.yaml:1:1: expected a YAML mapping']],
    ['a key that is a list', 'manifestVersion: 1\n? [a]\n: b\n', ['server.yaml:2:3: expected a text as key']],
  ])('%s', async (_, text, problems) => {
    expect(await yamlProblems(text)).toEqual(problems);
  });

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', 'a: '.concat('{b: '.repeat(100_000))],
    ['dashes', '- '.repeat(100_000)],
    ['indentation', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}k${level}:`).join('\n')],
    ['question marks', '? '.repeat(100_000)],
    ['pairs inside brackets', `[${'a: '.repeat(100_000)}`],
    ['pairs of several lines inside braces', `{${'a: b\n'.repeat(100_000)}`],
    ['quoted pairs inside a list', `a: ["b": [${'"c": '.repeat(80_000)}`],
  ])('nesting without end, by %s', async (_, text) => {
    expect(await yamlProblems(text)).toEqual([expect.stringMatching(/: expected at most 32 levels of lists and mappings$/)]);
  });

  test('brackets that close what is not open do not pay for those that open', async () => {
    const problems = await yamlProblems(`${'}'.repeat(50_000)}${'['.repeat(50_000)}`);
    expect(problems[0]).toMatch(/^server\.yaml:1:1: expected valid YAML/);
  });

  test('a text that is broken everywhere is not read to its end', async () => {
    const problems = await yamlProblems(`a: b\n${']'.repeat(400_000)}`);
    expect(problems).toHaveLength(5);
  });

  test('as deep as allowed', async () => {
    const nested = `${'['.repeat(31)}${']'.repeat(31)}`;
    expect(await yamlProblems(`manifestVersion: 1\nname: ${nested}\n`)).toEqual(['server.yaml:2:7 (name): expected a text, found a list']);
    expect(await yamlProblems(`manifestVersion: 1\nname: [${nested}]\n`)).toEqual([
      'server.yaml:2:38: expected at most 32 levels of lists and mappings',
    ]);
  });

  test('brackets in texts are no nesting', async () => {
    const server = await yaml(`manifestVersion: 1\nexistingFiles:\n${'  - "C:\\\\a[{"\n  - C:\\b[{\n'.repeat(40)}`);
    expect(server.existingFiles).toHaveLength(80);
  });

  test('aliases that stand for billions of nodes are refused in no time', async () => {
    const level = (name: string, below: string): string =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => `*${below}`).join(', ')}]\n`;
    const bomb = `a: &a [x]\n${[...'bcdefghijkl'].map((name, index) => level(name, 'abcdefghijkl'[index] ?? '')).join('')}`;
    const problems = await yamlProblems(bomb);
    expect(problems.length).toBeLessThanOrEqual(101);
    expect(problems[0]).toBe('server.yaml:2:8: expected the value written out; aliases are not supported, found *a');
  });

  test('many keys take time in proportion to their number', async () => {
    const server = await yaml(
      `manifestVersion: 1\nenvironment:\n${Array.from({ length: 30_000 }, (_, index) => `  V${index}: a\n`).join('')}`,
    );
    expect(server.environment?.size).toBe(30_000);
  });

  test('half a megabyte of YAML is refused', async () => {
    expect(await yamlProblems(`# ${'x'.repeat(512 * 1024)}`)).toEqual(['server.yaml:1:1: expected at most 524288 characters of YAML']);
  });
});
