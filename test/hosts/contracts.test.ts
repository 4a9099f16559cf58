import { readFileSync } from 'node:fs';
import { validate } from '@actions/languageservice';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv-draft-04';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { inputs, outputs } from '../../src/hosts/inputs.ts';
import { version } from '../../src/hosts/version.ts';

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('action.yml', () => {
  const problemsOf = async (content: string, name: string) =>
    (await validate(TextDocument.create(`file:///${name}/action.yml`, 'yaml', 1, content))).map(({ message }) => message);

  test("GitHub's own language service has nothing to say", async () => {
    expect(await problemsOf(text('action.yml'), 'real')).toEqual([]);
  });

  test('and it would', async () => {
    expect(await problemsOf(text('action.yml').replace('using: node24', 'using: node22'), 'broken')).not.toEqual([]);
  });

  test('its inputs and outputs are those of the list', () => {
    const action = parse(text('action.yml'));
    const expected = Object.fromEntries(
      inputs.map((input) => [
        input.name,
        { description: input.help, required: 'required' in input, ...('boolean' in input ? { default: 'false' } : {}) },
      ]),
    );
    expect(action.inputs).toEqual(expected);
    expect(action.outputs).toEqual(Object.fromEntries(outputs.map(({ name, help }) => [name, { description: help }])));
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/github/index.js' });
  });
});

test('the marketplaces get one description, which fits', () => {
  const described = [
    parse(text('action.yml')),
    ...['task.json', 'vss-extension.json', 'package.json'].map((file) => JSON.parse(text(file))),
  ];
  expect(new Set(described.map(({ description }) => description)).size).toBe(1);
  // GitHub lists an action only if its description is shorter than 125 characters.
  expect(described[0].description.length).toBeLessThan(125);
});

describe('task.json', () => {
  const task = JSON.parse(text('task.json'));
  const schema = JSON.parse(text('fixtures/contracts/azure-task.schema.json'));
  const ajv = new Ajv.default({ strict: false, unicodeRegExp: false, allErrors: true });
  const valid = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-04/schema#' });

  test("fits Azure's schema", () => {
    expect([valid(task), valid.errors ?? []]).toEqual([true, []]);
  });

  test('and the schema would complain', () => {
    expect(valid({ ...task, id: 'no guid' })).toBe(false);
    expect(valid({ ...task, execution: { Node22: { target: 'x' } } })).toBe(false);
  });

  test('its inputs and outputs are those of the list', () => {
    const expected = inputs.map((input) => ({
      name: input.taskName,
      label: input.label,
      helpMarkDown: input.help,
      required: 'required' in input,
    }));
    const found = task.inputs.map((input: Record<string, unknown>) => {
      const { name, label, helpMarkDown, required } = input;
      return { name, label, helpMarkDown, required };
    });
    expect(found).toEqual(expected);
    expect(task.outputVariables).toEqual(outputs.map(({ taskName, help }) => ({ name: taskName, description: help })));
  });

  test('lists take several lines, levels are picked', () => {
    const typeOf = (name: string): unknown => task.inputs.find((input: { name: string }) => input.name === name)?.type;
    expect(['path', 'server', 'expectTransform', 'failOn', 'site'].map(typeOf)).toEqual([
      'multiLine',
      'multiLine',
      'boolean',
      'pickList',
      'string',
    ]);
  });

  test('both handlers start the same bundle', () => {
    expect(task.execution).toEqual({ Node20_1: { target: 'dist/azure/index.js' }, Node24: { target: 'dist/azure/index.js' } });
  });

  test('its version is that of the product', () => {
    const { Major, Minor, Patch } = task.version;
    expect(`${Major}.${Minor}.${Patch}`).toBe(version);
    expect(JSON.parse(text('vss-extension.json')).version).toBe(version);
  });
});

describe('the pages of the hosts name every input and output', () => {
  test.each(['docs/github-action.md', 'docs/azure-pipelines.md'])('%s', (page) => {
    const github = page.includes('github');
    const named = inputs.map((input) => (github ? input.name : input.taskName));
    const rows = [...text(page).matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual([...named, ...outputs.map(({ name, taskName }) => (github ? name : taskName))]);
  });
});
