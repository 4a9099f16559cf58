import type { CheckRequest } from '../check.ts';
import { configurationFile } from '../configuration/configuration-file.ts';
import { type FailOn, failOnLevels } from '../model/configuration.ts';
import type { Disk } from '../model/file-tree.ts';
import { InputError, type InputProblem } from '../model/input-error.ts';
import type { BuildAgent } from './build-agent.ts';
import { oneOf } from './in-words.ts';
import type { InputName } from './inputs.ts';
import { optionalKey } from './optional-key.ts';

/** What a step asks for, read from its inputs. */
export interface AgentRequest {
  readonly check: Omit<CheckRequest, 'version' | 'today' | 'sourceRoot' | 'sourcePipeline'>;
  readonly failOn: FailOn;
  readonly report?: string;
  readonly sarif?: string;
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

function failOnOf(input: string, text: string, problems: InputProblem[]): FailOn | undefined {
  if (text === '') return undefined;
  const level = failOnLevels.find((name) => name === text.toLowerCase());
  if (level === undefined) problems.push({ file: input, expected: oneOf(failOnLevels), found: `"${text}"` });
  return level;
}

function booleanOf(input: string, text: string, problems: InputProblem[]): boolean {
  if (text !== '' && !/^(?:true|false)$/i.test(text)) problems.push({ file: input, expected: 'true or false', found: `"${text}"` });
  return text.toLowerCase() === 'true';
}

async function configuredFailOn(config: string | undefined, disk: Disk): Promise<FailOn | undefined> {
  if (config === undefined) return undefined;
  const { readConfiguration } = await import(/* webpackMode: "eager" */ '../configuration/read-configuration.ts');
  return (await readConfiguration(config, disk)).failOn;
}

/** Reads the inputs; throws `InputError` with everything that is wrong with them. */
export async function agentRequest({ input, inputName }: BuildAgent, disk: Disk): Promise<AgentRequest> {
  const named = (name: InputName): string => `the input ${inputName(name)}`;
  const problems: InputProblem[] = [];
  const artifacts = linesOf(input('path'));
  if (artifacts.length === 0) problems.push({ file: named('path'), expected: 'a publish output: a folder or a package', found: 'nothing' });
  const failOn = failOnOf(named('fail-on'), input('fail-on'), problems);
  const expectTransform = booleanOf(named('expect-transform'), input('expect-transform'), problems);
  if (problems.length > 0) throw new InputError(problems);
  const given = (name: InputName): string | undefined => (input(name) === '' ? undefined : input(name));
  const config = await configurationFile(given('config'), disk);
  return {
    check: {
      artifacts,
      servers: linesOf(input('server')),
      ...optionalKey('site', given('site')),
      ...optionalKey('application', given('application')),
      ...optionalKey('appPool', given('app-pool')),
      ...(config === undefined ? {} : { config }),
      ...(expectTransform ? { expectTransform: true } : {}),
    },
    failOn: failOn ?? (await configuredFailOn(config, disk)) ?? 'error',
    ...optionalKey('report', given('report')),
    ...optionalKey('sarif', given('sarif')),
  };
}
