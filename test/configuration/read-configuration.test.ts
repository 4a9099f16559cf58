import { describe, expect, test } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { configurationFile } from '../../src/configuration/configuration-file.ts';
import { configurationSchema } from '../../src/configuration/configuration-schema.ts';
import { readConfiguration } from '../../src/configuration/read-configuration.ts';
import { describeProblem, InputError } from '../../src/model/input-error.ts';
import { memoryDisk } from '../model/memory-disk.ts';

const read = (text: string, file = 'ci/preflight.json') => readConfiguration(file, memoryDisk({ [file]: text }));

/** The problems of a file, as printed. */
async function problems(text: string, file?: string): Promise<string[]> {
  try {
    await read(text, file);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(describeProblem);
    throw error;
  }
  return [];
}

const whole = `{
  "$schema": "https://example.org/config.schema.json",
  "failOn": "warning",
  "servers": ["servers/web01.json", "/abs/web02.yaml"],
  "applications": [{ "artifact": "publish", "server": "web01", "site": "Default Web Site", "application": "/shop", "appPool": "shop" }],
  "suppressions": [
    { "rule": "shared-framework-missing", "reason": "The server is rebuilt.", "until": "2026-12-31", "artifact": "publish", "server": "web01" },
    { "rule": "app-offline-present", "reason": "On purpose." }
  ]
}`;

describe('readConfiguration', () => {
  test('everything it can say', async () => {
    expect(await read(whole)).toEqual({
      failOn: 'warning',
      servers: ['ci/servers/web01.json', '/abs/web02.yaml'],
      applications: [
        {
          artifact: 'publish',
          server: 'web01',
          site: 'Default Web Site',
          application: '/shop',
          appPool: 'shop',
          at: { file: 'ci/preflight.json', line: 5, column: 20 },
        },
      ],
      suppressions: [
        {
          rule: 'shared-framework-missing',
          reason: 'The server is rebuilt.',
          until: '2026-12-31',
          artifact: 'publish',
          server: 'web01',
          at: { file: 'ci/preflight.json', line: 7, column: 5 },
        },
        { rule: 'app-offline-present', reason: 'On purpose.', at: { file: 'ci/preflight.json', line: 8, column: 5 } },
      ],
    });
  });

  test('an empty object says nothing', async () => {
    expect(await read('{}')).toEqual({ servers: [], applications: [], suppressions: [] });
  });

  test('YAML has the same keys; a day stays a text', async () => {
    const yaml = 'failOn: never\nsuppressions:\n  - rule: app-offline-present\n    reason: On purpose.\n    until: 2026-12-31\n';
    expect(await read(yaml, 'iis-preflight.yaml')).toEqual({
      failOn: 'never',
      servers: [],
      applications: [],
      suppressions: [
        {
          rule: 'app-offline-present',
          reason: 'On purpose.',
          until: '2026-12-31',
          at: { file: 'iis-preflight.yaml', line: 3, column: 5 },
        },
      ],
    });
  });

  test('every problem at once, each with its place', async () => {
    const found = await problems(`{
  "failon": "error",
  "servers": "web01.json",
  "suppressions": [
    { "rule": "shared-framework-mising", "reason": "x" },
    { "rule": "app-offline-present" },
    { "rule": "app-offline-present", "reason": "x", "until": "31.12.2026" },
    { "rule": "app-offline-present", "reason": "" }
  ]
}`);
    expect(found.map((line) => line.replace(/"app-pool-stopped", .* or one of \d+ others/, 'a rule'))).toEqual([
      'ci/preflight.json:2:3: expected a known key, found "failon"; did you mean failOn?',
      'ci/preflight.json:3:14 (servers): expected a list, found "web01.json"',
      'ci/preflight.json:5:15 (suppressions[0].rule): expected a rule, found "shared-framework-mising"; did you mean shared-framework-missing?',
      'ci/preflight.json:6:5 (suppressions[1]): expected the key reason',
      'ci/preflight.json:7:62 (suppressions[2].until): expected a day as YYYY-MM-DD, found "31.12.2026"',
      'ci/preflight.json:8:48 (suppressions[3].reason): expected text that is not empty, found ""',
    ]);
  });

  test.each([
    ['{', /^ci\/preflight\.json:1:\d+: expected /],
    ['[]', /^ci\/preflight\.json:1:1: expected an object such as \{ "suppressions": \[\] \}, found a list$/],
    ['', /^ci\/preflight\.json:1:1: expected /],
  ])('%j is refused', async (text, expected) => {
    expect((await problems(text))[0]).toMatch(expected);
  });

  test('a file that is not there is refused', async () => {
    await expect(readConfiguration('gone.json', memoryDisk({}))).rejects.toThrow(
      'gone.json: expected a configuration file, found no such file',
    );
  });

  test('no key meets a prototype', async () => {
    expect(await problems('{ "__proto__": { "failOn": "never" } }')).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'failOn')).toBe(false);
  });

  test('the published schema accepts and refuses the same files', async () => {
    const schema: object = toJsonSchema(configurationSchema);
    const ajv = new Ajv({ strict: true });
    addFormats.default(ajv);
    const accepts = ajv.compile(schema);
    expect(accepts(JSON.parse(whole))).toBe(true);
    expect(accepts({})).toBe(true);
    expect(accepts({ failon: 'error' })).toBe(false);
    expect(accepts({ suppressions: [{ rule: 'app-offline-present' }] })).toBe(false);
    expect(accepts({ suppressions: [{ rule: 'app-offline-present', reason: 'x', until: '31.12.2026' }] })).toBe(false);
  });
});

describe('configurationFile', () => {
  test.each([
    ['the named one, there or not', 'my.json', ['iis-preflight.json'], 'my.json'],
    ['JSON of the working directory', undefined, ['iis-preflight.json'], 'iis-preflight.json'],
    ['YAML of the working directory', undefined, ['iis-preflight.yaml'], 'iis-preflight.yaml'],
    ['the short YAML ending', undefined, ['iis-preflight.yml'], 'iis-preflight.yml'],
    ['none', undefined, ['other.json'], undefined],
  ])('%s', async (_what, named, files, expected) => {
    expect(await configurationFile(named, memoryDisk(Object.fromEntries(files.map((file) => [file, '{}']))))).toBe(expected);
  });

  test('two are one too many', async () => {
    const disk = memoryDisk({ 'iis-preflight.json': '{}', 'iis-preflight.yml': '' });
    await expect(configurationFile(undefined, disk)).rejects.toThrow(
      'iis-preflight.yml: expected one configuration file in the working directory, or --config, found also iis-preflight.json',
    );
  });
});
