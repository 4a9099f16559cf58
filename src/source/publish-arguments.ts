import type { CommandWord } from './command-words.ts';
import type { CommittedLine, Setting } from './setting.ts';

/** What the words after `dotnet publish` say. */
export interface PublishArguments {
  /** Words that are no switch: projects, solutions or folders. */
  readonly targets: readonly string[];
  readonly settings: readonly Setting[];
  /** `-f`: which of several target frameworks is published. */
  readonly framework?: Setting;
  readonly noBuild?: CommittedLine;
}

/**
 * Switches that set a property to their value, with what the value becomes; `*` stands for the part the SDK adds.
 * https://learn.microsoft.com/dotnet/core/tools/dotnet-publish
 */
const valueSwitches: ReadonlyMap<string, { readonly property: string; readonly value: (given: string) => string }> = new Map(
  (
    [
      [['-r', '--runtime'], 'RuntimeIdentifier', (given) => given],
      [['-a', '--arch'], 'RuntimeIdentifier', (given) => `*-${given}`],
      [['--os'], 'RuntimeIdentifier', (given) => `${given}-*`],
      [['-c', '--configuration'], 'Configuration', (given) => given],
    ] as const satisfies readonly (readonly [readonly string[], string, (given: string) => string])[]
  ).flatMap(([names, property, value]) => names.map((name) => [name, { property, value }] as const)),
);

/** Switches with a value that says nothing about the output; the value must not be taken for a project. */
const otherValueSwitches: ReadonlySet<string> = new Set(
  '-o --output -v -verbosity --verbosity -s --source --manifest --version-suffix --artifacts-path --tl --terminallogger'.split(' '),
);

const propertySwitches: ReadonlySet<string> = new Set(['-p', '/p', '--p', '-property', '/property', '--property']);

/** Reads the arguments of a publish command; switches it does not know are passed over. */
export function readPublishArguments(file: string, words: readonly CommandWord[]): PublishArguments {
  const settings: Setting[] = [];
  const targets: string[] = [];
  let noBuild: CommittedLine | undefined;
  let framework: Setting | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const place: CommittedLine = { file, line: word.line, column: word.column };
    const add = (name: string, value: string): void => {
      settings.push({ name, value, conditional: false, ...place });
    };
    const { name, inline } = splitSwitch(word.text);
    const next = words[index + 1]?.text;
    const valueSwitch = valueSwitches.get(name);
    if (valueSwitch !== undefined) {
      add(valueSwitch.property, valueSwitch.value(inline ?? next ?? ''));
      if (inline === undefined) index += 1;
    } else if (name === '-f' || name === '--framework') {
      framework = { name: 'TargetFramework', value: inline ?? next ?? '', conditional: false, ...place };
      if (inline === undefined) index += 1;
    } else if (propertySwitches.has(name)) {
      for (const [property, value] of assignments(inline ?? next ?? '')) add(property, value);
      if (inline === undefined) index += 1;
    } else if (name === '--self-contained' || name === '--sc') {
      const separate = inline === undefined && next !== undefined && /^(?:true|false)$/i.test(next);
      add('SelfContained', inline ?? (separate ? next : 'true'));
      if (separate) index += 1;
    } else if (name === '--no-self-contained') add('SelfContained', 'false');
    else if (name === '--ucr' || name === '--use-current-runtime') add('RuntimeIdentifier', '*');
    else if (name === '--no-build') noBuild = place;
    else if (otherValueSwitches.has(name)) index += inline === undefined ? 1 : 0;
    else if (!isSwitch(word.text)) targets.push(word.text);
  }
  return { targets, settings, ...(framework === undefined ? {} : { framework }), ...(noBuild === undefined ? {} : { noBuild }) };
}

/** `/src/App` is a path where MSBuild on Windows would see a switch; every MSBuild switch has its `:` or a single word. */
const isSwitch = (text: string): boolean => text.startsWith('-') || /^\/[a-z]{1,40}(?::|$)/i.test(text);

/** `-r=win-x64` and `-r:win-x64` carry their value; `/p:A=1` and `--property:A=1` their assignments. Only MSBuild's `/` switches ignore case. */
function splitSwitch(text: string): { readonly name: string; readonly inline?: string } {
  if (!isSwitch(text)) return { name: '' };
  const end = text.search(/[:=]/);
  const name = end < 0 ? text : text.slice(0, end);
  const known = name.startsWith('/') ? name.toLowerCase() : name;
  return end < 0 ? { name: known } : { name: known, inline: text.slice(end + 1) };
}

/** `A=1;B=2`: several properties; a comma separates them as well. */
function assignments(text: string): [string, string][] {
  const found: [string, string][] = [];
  for (const part of text.split(';').flatMap((one) => (/,[ ]*\w{1,100}=/.test(one) ? one.split(',') : [one]))) {
    const equals = part.indexOf('=');
    if (equals > 0) found.push([part.slice(0, equals).trim(), part.slice(equals + 1).trim()]);
  }
  return found;
}
