import { type CommittedLine, type Setting, sameName } from './setting.ts';
import type { SourceContext } from './source-context.ts';
import { expanded, lastSetting, type SourceProject, settingsNamed } from './source-project.ts';

/** Whether a value that is written out is the one the artifact was published with. */
export type Agreement = (value: string) => boolean;

/**
 * The line that gave an MSBuild property its value, found in the order in which MSBuild lets one place override another: command line,
 * Directory.Build.targets, publish profile, project, Directory.Build.props. A line counts only when its value agrees with the artifact;
 * where two lines could be the one, none is taken.
 * https://learn.microsoft.com/visualstudio/msbuild/customize-by-directory
 */
export function decidingSetting(context: SourceContext, name: string, agrees: Agreement): CommittedLine | undefined {
  const { project } = context;
  if (project === undefined) return undefined;
  const commandLine = commandSettings(context, name);
  const onCommandLine = onlyOne(commandLine, agrees);
  if (onCommandLine !== 'none') return lineOf(onCommandLine);

  const profiles = publishProfiles(context, project);
  for (const layer of [
    settingsNamed(project.after, name),
    settingsNamed(profiles.named, name),
    settingsNamed(project.own, name),
    settingsNamed(project.before, name),
  ]) {
    const settings = effective(layer).map((setting) => followed(project, setting));
    const found = onlyOne(settings, agrees);
    if (found !== 'none') return lineOf(found);
    // A line that always counts and says something else hides the layers below it.
    if (settings[0] !== undefined && !settings[0].conditional) return undefined;
  }
  const inProfile = onlyOne(
    settingsNamed(profiles.others, name).filter(({ value }) => !isExpression(value)),
    agrees,
  );
  return inProfile === 'none' ? undefined : lineOf(inProfile);
}

/** Where the publish commands of the project set a property, one place for each line. */
const commandSettings = ({ publishCommands }: SourceContext, name: string): readonly Setting[] =>
  publishCommands.flatMap(({ settings }) => settings.filter((setting) => sameName(setting.name, name)));

const lineOf = (setting: Setting | 'several'): CommittedLine | undefined =>
  setting === 'several' ? undefined : { file: setting.file, line: setting.line, column: setting.column };

/**
 * The one line that agrees or, without any, the one line whose value only the build knows. Of a variable of the pipeline, the one line
 * that gives it the value that agrees.
 */
function onlyOne(settings: readonly Setting[], agrees: Agreement): Setting | 'none' | 'several' {
  const open = new Map<string, Setting>();
  for (const setting of settings) {
    const given = setting.given?.filter(({ value }) => agrees(value)) ?? [];
    const line = given.length === 1 && given[0] !== undefined ? given[0] : setting;
    if (isExpression(line.value) || agrees(line.value)) open.set(`${line.file}:${line.line}:${line.column}`, line);
  }
  const [only, ...others] = open.values();
  if (only === undefined) return 'none';
  return others.length === 0 ? only : 'several';
}

/** Whether a value can only be told by whoever runs the build or the pipeline. */
const isExpression = (value: string): boolean => /\$[({\w]|%\w|@\(/.test(value);

/** The last line that always counts, and the conditional ones after it: all that can decide. */
function effective(settings: readonly Setting[]): readonly Setting[] {
  return settings.slice(
    Math.max(
      0,
      settings.findLastIndex(({ conditional }) => !conditional),
    ),
  );
}

/** A value such as `$(NetVersion)` alone is decided where that property is set. */
function followed(project: SourceProject, setting: Setting): Setting {
  let current = setting;
  for (let step = 0; step < 8; step += 1) {
    const name = /^\$\(([\w.]{1,100})\)$/.exec(current.value)?.[1];
    const next = name === undefined ? undefined : lastSetting(project, name);
    if (next === undefined || next === 'unclear') break;
    current = { ...next, name: setting.name, conditional: setting.conditional };
  }
  const value = expanded(project, current.value);
  return value === undefined ? current : { ...current, value };
}

/** The profiles of the project: those that a publish command or the project itself names, and the rest where none is named. */
function publishProfiles(context: SourceContext, project: SourceProject) {
  const own = lastSetting(project, 'PublishProfile');
  const naming = [...commandSettings(context, 'PublishProfile'), ...(own === undefined || own === 'unclear' ? [] : [own])];
  const names = naming.map(({ value }) => profileName(value));
  return {
    named: project.profiles.filter(({ path }) => names.includes(profileName(path))),
    others: names.length > 0 ? [] : project.profiles,
  };
}

const profileName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.pubxml$/, '');
