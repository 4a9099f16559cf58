import { type CommandWord, splitCommands } from './command-words.ts';
import { joined, type ScalarLines } from './pipeline-scalars.ts';
import { type PipelineStep, readPipelineSteps } from './pipeline-steps.ts';
import { type PipelineVariable, variableName } from './pipeline-variables.ts';
import { readPublishArguments } from './publish-arguments.ts';
import type { CommittedLine, Setting } from './setting.ts';

/** A command of a pipeline that publishes a project. */
export interface PublishCommand {
  readonly file: string;
  /** Projects, solutions, folders or patterns as written; empty: what the working directory holds. */
  readonly targets: readonly string[];
  /** As written, `''` = the root of the checkout; absent where the pipeline does not tell. */
  readonly workingDirectory?: string;
  /** Publishes every project of the Microsoft.NET.Sdk.Web SDK (`publishWebProjects` of the Azure task). */
  readonly everyWebProject: boolean;
  readonly settings: readonly Setting[];
  /** Which of several target frameworks it publishes. */
  readonly framework?: Setting;
  /** Where `--no-build` stands. */
  readonly noBuild?: CommittedLine;
}

/** Keys under which GitHub and Azure Pipelines keep scripts. */
const scriptKeys = ['run', 'script', 'bash', 'pwsh', 'powershell', 'inlinescript'];
/** A file with more publish commands than this is read up to here. */
const maximumCommands = 200;

/** Finds the commands of a pipeline file that publish: those of scripts, and the tasks of Azure Pipelines that do the same. */
export function readPublishCommands(file: string, text: string): readonly PublishCommand[] {
  const { steps, defaultWorkingDirectories, variables } = readPipelineSteps(text);
  const inherited = new Set(defaultWorkingDirectories);
  // Several defaults belong to several jobs; which one a step inherits is not worked out.
  const fallback = inherited.size > 1 ? undefined : ([...inherited][0] ?? '');
  const commands: PublishCommand[] = [];
  for (const step of steps) {
    const written = step.values.get('working-directory') ?? step.values.get('workingdirectory');
    const folder = written === undefined ? fallback : joined(written);
    commands.push(...taskCommands(file, step, folder));
    for (const key of scriptKeys) commands.push(...scriptCommands(file, step.values.get(key) ?? [], folder));
    if (commands.length > maximumCommands) break;
  }
  return commands.slice(0, maximumCommands).map((command) => ({
    ...command,
    settings: command.settings.map((setting) => withGiven(setting, variables)),
  }));
}

/** A setting whose value is a variable, with the lines of the file that give it one. */
function withGiven(setting: Setting, variables: readonly PipelineVariable[]): Setting {
  const name = variableName(setting.value);
  const given = name === undefined ? [] : variables.filter((variable) => variable.name === name);
  if (given.length === 0) return setting;
  return { ...setting, given: given.map(({ value, line, column }) => ({ ...setting, value, line, column })) };
}

function scriptCommands(file: string, script: ScalarLines, startFolder: string | undefined): PublishCommand[] {
  const commands: PublishCommand[] = [];
  let folder = startFolder;
  for (const words of splitCommands(script)) {
    const name = commandName(words[0]);
    if (name === 'cd' || name === 'pushd' || name === 'set-location') folder = changedFolder(folder, words.slice(1));
    else if (name === 'popd' || name === 'pop-location') folder = undefined;
    const publish = afterPublish(words);
    if (publish !== undefined) commands.push(publishCommand(file, publish, folder));
  }
  return commands;
}

/** `/d` of cmd aside, the folder is the first word; a second `cd` below the first is appended. */
function changedFolder(folder: string | undefined, words: readonly CommandWord[]): string | undefined {
  const target = words.find(({ text }) => text.toLowerCase() !== '/d')?.text;
  if (folder === undefined || target === undefined || target === '-') return undefined;
  return folder === '' ? target : `${folder}/${target}`;
}

/**
 * The words after `dotnet publish`, or after the MSBuild that publishes: its target `Publish`, or a build with `DeployOnBuild=true`.
 * `undefined` when the command does something else.
 */
function afterPublish(words: readonly CommandWord[]): readonly CommandWord[] | undefined {
  const program = words.findIndex((word) => ['dotnet', 'msbuild'].includes(commandName(word)));
  // The program may follow an environment assignment, `sudo` or `call`, but not stand somewhere in the arguments of `echo`.
  if (program < 0 || program > 3 || ['echo', 'write-host', 'write-output'].includes(commandName(words[0]))) return undefined;
  const verb = commandName(words[program]) === 'msbuild' ? 'msbuild' : words[program + 1]?.text.toLowerCase();
  const rest = words.slice(program + (commandName(words[program]) === 'msbuild' ? 1 : 2));
  if (verb === 'publish') return rest;
  const publishes = rest.some(({ text }) => /^[-/](?:t|target):(?:.*[;,])?publish\b|\bDeployOnBuild=true\b/i.test(text));
  return (verb === 'msbuild' || verb === 'build') && publishes ? rest : undefined;
}

function commandName(word: CommandWord | undefined): string {
  const name = (word?.text ?? '').split(/[\\/]/).at(-1) ?? '';
  return name.toLowerCase().replace(/\.exe$/, '');
}

function publishCommand(file: string, words: readonly CommandWord[], workingDirectory: string | undefined): PublishCommand {
  const { targets, settings, framework, noBuild } = readPublishArguments(file, words);
  return {
    file,
    targets,
    everyWebProject: false,
    settings,
    ...(workingDirectory === undefined ? {} : { workingDirectory }),
    ...(framework === undefined ? {} : { framework }),
    ...(noBuild === undefined ? {} : { noBuild }),
  };
}

/** `DotNetCoreCLI` with `command: publish`; `VSBuild` and `MSBuild`, whose arguments are MSBuild's own. */
function taskCommands(file: string, { values }: PipelineStep, folder: string | undefined): PublishCommand[] {
  const text = (key: string): string => joined(values.get(key) ?? []);
  const task = (text('task').split('@')[0] ?? '').toLowerCase();
  const words = (key: string): readonly CommandWord[] => splitCommands([(values.get(key) ?? []).flat()]).flat();
  if (task === 'dotnetcorecli' && text('command').toLowerCase() === 'publish') {
    const command = publishCommand(file, words('arguments'), folder);
    const everyWebProject = text('publishwebprojects').toLowerCase() !== 'false';
    // A pattern on each line; `!` leaves out what others have found.
    const projects = (values.get('projects') ?? []).map((line) => joined([line])).filter((line) => line !== '' && !line.startsWith('!'));
    return [{ ...command, everyWebProject, targets: everyWebProject ? [] : projects }];
  }
  if (task === 'vsbuild' || task === 'msbuild') {
    const command = publishCommand(file, words(task === 'vsbuild' ? 'msbuildargs' : 'msbuildarguments'), folder);
    const inputs = ['Platform', 'Configuration'].flatMap((name) => inputSetting(file, name, values.get(name.toLowerCase())));
    return [{ ...command, targets: [text('solution')], settings: [...command.settings, ...inputs] }];
  }
  return [];
}

/** An input of a task that sets the property of its name. */
function inputSetting(file: string, name: string, value: ScalarLines = []): Setting[] {
  const [first] = value.flat();
  return first === undefined ? [] : [{ name, value: joined(value), conditional: false, file, line: first.line, column: first.column }];
}
