import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runNode } from './bundle-process.ts';
import { type NodeUnderTest, root } from './nodes.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string | boolean | number }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const actionFile: ActionFile = parse(readFileSync(`${root}action.yml`, 'utf8'));

/** A workflow command on the standard output, `::name key=value::message`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly commands: readonly WorkflowCommand[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A step with this action, as the runner starts it: defaults of action.yml, inputs as `INPUT_*`, files for outputs and the summary,
 * `node <main>` in the workspace. Sources: actions/runner:src/Runner.Worker/Handlers/NodeScriptActionHandler.cs, ActionRunner.cs.
 */
export function runStep(node: NodeUnderTest, inputs: Readonly<Record<string, string>>, workspace: string): StepResult {
  const temporary = join(workspace, '..', 'runner-temp');
  mkdirSync(temporary, { recursive: true });
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', GITHUB_ENV: 'env', GITHUB_STATE: 'state', GITHUB_PATH: 'path' };
  const paths = Object.entries(files).map(([variable, name]) => [variable, join(temporary, name)] as const);
  for (const [, path] of paths) writeFileSync(path, '');
  const event = join(temporary, 'event.json');
  writeFileSync(event, '{}');
  const run = runNode(node, [`${root}${actionFile.runs.main}`], {
    directory: workspace,
    environment: {
      ...inputVariables(inputs),
      ...Object.fromEntries(paths),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_REPOSITORY: 'contoso/shop',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_SERVER_URL: 'https://github.invalid',
      // Nothing listens there: a step without a token must not ask.
      GITHUB_API_URL: 'http://127.0.0.1:9',
      RUNNER_TEMP: temporary,
      RUNNER_OS: 'Linux',
    },
  });
  const file = (variable: keyof typeof files): string => readFileSync(join(temporary, files[variable]), 'utf8');
  return {
    ...run,
    commands: workflowCommands(run.stdout),
    outputs: keyValues(file('GITHUB_OUTPUT')),
    summary: file('GITHUB_STEP_SUMMARY'),
  };
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !(name in actionFile.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const given = Object.entries(actionFile.inputs).map(([name, input]) => [name, inputs[name] ?? String(input?.default ?? '')] as const);
  return Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]));
}

/** Source: actions/runner:src/Runner.Common/ActionCommand.cs. */
function workflowCommands(stdout: string): WorkflowCommand[] {
  return [...stdout.matchAll(/^::([\w-]+)(?: (.*?))?::(.*)$/gm)].map(([, name = '', properties = '', message = '']) => ({
    name,
    properties: Object.fromEntries(
      properties.split(',').flatMap((pair) => {
        const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
        return key === '' ? [] : [[key, unescaped(value)]];
      }),
    ),
    message: unescaped(message),
  }));
}

const escapes: readonly (readonly [string, string])[] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];

const unescaped = (text: string): string => escapes.reduce((result, [code, character]) => result.replaceAll(code, character), text);

/** `name=value`, or `name<<delimiter`, lines, and the delimiter. */
function keyValues(text: string): Map<string, string> {
  const values = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = '', delimiter = ''] = /^([^=]+?)<<(.+)$/.exec(line) ?? [];
    if (name === '') {
      const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? [];
      if (key !== '') values.set(key, value);
    } else
      values.set(
        name,
        lines
          .splice(0, lines.indexOf(delimiter) + 1)
          .slice(0, -1)
          .join('\n'),
      );
  }
  return values;
}
