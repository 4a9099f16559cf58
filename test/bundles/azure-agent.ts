import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BundleStart, runNode, runNodeMeanwhile } from './bundle-process.ts';
import { type NodeUnderTest, root } from './nodes.ts';

interface TaskFile {
  readonly inputs: readonly { readonly name: string; readonly defaultValue?: string }[];
  readonly execution: Readonly<Record<string, { readonly target: string }>>;
}

export const taskFile: TaskFile = JSON.parse(readFileSync(`${root}task.json`, 'utf8'));

/** A logging command on the standard output, `##vso[name key=value;]message`. */
export interface LoggingCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface TaskResult {
  readonly exitCode: number | null;
  readonly commands: readonly LoggingCommand[];
  readonly stdout: string;
  readonly stderr: string;
}

/** The task, started and done. */
export function runTask(node: NodeUnderTest, handler: string, inputs: Readonly<Record<string, string>>, sources: string): TaskResult {
  const { target, start } = taskStart(handler, inputs, sources);
  const run = runNode(node, [target], start);
  return { ...run, commands: loggingCommands(run.stdout) };
}

/** The same while this process goes on. `variables` are further ones of the agent, by their names in the environment. */
export async function runTaskMeanwhile(
  node: NodeUnderTest,
  inputs: Readonly<Record<string, string>>,
  sources: string,
  variables: Readonly<Record<string, string>>,
): Promise<TaskResult> {
  const { target, start } = taskStart('Node24', inputs, sources);
  const run = await runNodeMeanwhile(node, [target], { ...start, environment: { ...start.environment, ...variables } });
  return { ...run, commands: loggingCommands(run.stdout) };
}

/**
 * How the agent starts the task: defaults of task.json, inputs as `INPUT_*`, variables in capitals, `node <target>` in the sources folder.
 * Sources: microsoft/azure-pipelines-agent:src/Agent.Worker/Handlers/NodeHandler.cs, Handler.cs.
 */
function taskStart(
  handler: string,
  inputs: Readonly<Record<string, string>>,
  sources: string,
): { readonly target: string; readonly start: BundleStart } {
  const temporary = join(sources, '..', 'agent-temp');
  mkdirSync(temporary, { recursive: true });
  const target = taskFile.execution[handler]?.target;
  if (target === undefined) throw new Error(`task.json has no handler ${handler}`);
  const environment = {
    ...inputVariables(inputs),
    TF_BUILD: 'True',
    AGENT_TEMPDIRECTORY: temporary,
    AGENT_WORKFOLDER: join(sources, '..'),
    AGENT_BUILDDIRECTORY: join(sources, '..'),
    AGENT_VERSION: '4.265.1',
    BUILD_SOURCESDIRECTORY: sources,
    BUILD_REASON: 'IndividualCI',
    SYSTEM_DEFAULTWORKINGDIRECTORY: sources,
    SYSTEM_CULTURE: 'en-US',
    SYSTEM_HOSTTYPE: 'build',
  };
  return { target: `${root}${target}`, start: { directory: sources, environment } };
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !taskFile.inputs.some((input) => input.name === name));
  if (unknown.length > 0) throw new Error(`task.json has no input ${unknown.join(', ')}`);
  const given = taskFile.inputs.map(({ name, defaultValue = '' }) => [name, inputs[name] ?? defaultValue] as const);
  // An input without a value has no variable.
  return Object.fromEntries(
    given.filter(([, value]) => value !== '').map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

/** Source: microsoft/azure-pipelines-agent:src/Microsoft.VisualStudio.Services.Agent/Command.cs. */
function loggingCommands(stdout: string): LoggingCommand[] {
  return [...stdout.matchAll(/^##vso\[([\w.]+)(?: ([^\]]*))?\](.*)$/gm)].map(([, name = '', properties = '', message = '']) => ({
    name,
    properties: Object.fromEntries(
      properties.split(';').flatMap((pair) => {
        const [, key = '', value = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
        return key === '' ? [] : [[key, unescaped(value)]];
      }),
    ),
    message: unescaped(message),
  }));
}

const escapes: readonly (readonly [string, string])[] = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%AZP25', '%'],
];

const unescaped = (text: string): string => escapes.reduce((result, [code, character]) => result.replaceAll(code, character), text);
