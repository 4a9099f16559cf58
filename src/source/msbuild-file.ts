import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { CommittedLine, Setting } from './setting.ts';

/** An item of an MSBuild file, such as `<PackageReference Include="…">`. */
export interface MsbuildItem extends CommittedLine {
  readonly type: string;
  /** The `Include` attribute, else `Update`. */
  readonly include: string;
}

/** What a project, props, targets or pubxml file says, unevaluated. */
export interface MsbuildFile {
  /** Relative to the root of the checkout. */
  readonly path: string;
  /** Names after `Sdk=` of the project and of its imports, and of `<Sdk>`, with the place of their element. */
  readonly sdks: readonly (CommittedLine & { readonly name: string })[];
  /** By name in lower case; the lines of one property in document order. */
  readonly properties: ReadonlyMap<string, readonly Setting[]>;
  readonly items: readonly MsbuildItem[];
  /** The `Project` attributes of the imports that name no SDK. */
  readonly imports: readonly string[];
}

interface OpenElement extends CommittedLine {
  readonly name: string;
  readonly conditional: boolean;
  /** `container`: the project or a `Choose` of it; `group`: a property or item group in one. Groups of targets are neither. */
  readonly role: 'container' | 'group' | 'entry' | 'other';
}

/** Elements that hold property and item groups and decide whether these count. */
const choosing: ReadonlySet<string> = new Set(['Choose', 'When', 'Otherwise']);

/**
 * Reads an MSBuild file as XML; nothing is evaluated. Namespaces of old project files are ignored.
 * `undefined` when the text is not well-formed or not an MSBuild file: such a file has not built anything.
 */
export function readMsbuildFile(path: string, text: string): MsbuildFile | undefined {
  const sdks: (CommittedLine & { name: string })[] = [];
  const properties = new Map<string, Setting[]>();
  const items: MsbuildItem[] = [];
  const imports: string[] = [];
  // Every nesting level is an entry of a list, never of the call stack, so that depth is harmless.
  const open: OpenElement[] = [];
  const placeOf = ascendingPlaces(path, text);
  const parser = new SaxesParser();
  let place: CommittedLine = { file: path, line: 1, column: 1 };
  let value = '';
  let malformed = false;

  parser.on('error', () => {
    malformed = true;
  });
  parser.on('opentagstart', () => {
    place = placeOf(text.lastIndexOf('<', parser.position - 1));
  });
  parser.on('opentag', (tag) => {
    const { Sdk: sdk, Project: imported, Include: include, Update: update } = tag.attributes;
    const parent = open.at(-1);
    const element = openElement(tag, parent, place);
    open.push(element);
    value = '';
    if (parent === undefined) malformed ||= tag.name !== 'Project';
    for (const name of sdkNames(tag, parent)) sdks.push({ name, ...place });
    if (tag.name === 'Import' && sdk === undefined) imports.push(imported ?? '');
    if (element.role === 'entry' && parent?.name === 'ItemGroup') {
      items.push({ type: tag.name, include: (include ?? update ?? '').trim(), ...place });
    }
  });
  const addText = (part: string): void => {
    value += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.role === 'entry' && open.at(-1)?.name === 'PropertyGroup') {
      const { name, conditional, file, line, column } = element;
      const setting: Setting = { name, conditional, file, line, column, value: value.trim() };
      const earlier = properties.get(name.toLowerCase());
      if (earlier === undefined) properties.set(name.toLowerCase(), [setting]);
      else earlier.push(setting);
    }
    value = '';
  });
  parser.write(text).close();
  return malformed ? undefined : { path, sdks, properties, items, imports };
}

function openElement({ name, attributes }: SaxesTagPlain, parent: OpenElement | undefined, place: CommittedLine): OpenElement {
  const { Condition: condition } = attributes;
  const conditional = parent?.conditional === true || condition !== undefined || choosing.has(name);
  return { name, conditional, role: roleOf(name, parent), ...place };
}

function roleOf(name: string, parent: OpenElement | undefined): OpenElement['role'] {
  if (parent === undefined) return 'container';
  if (parent.role === 'group') return 'entry';
  if (parent.role !== 'container') return 'other';
  if (choosing.has(name)) return 'container';
  return name === 'PropertyGroup' || name === 'ItemGroup' ? 'group' : 'other';
}

/** `Sdk="A;B/1.0.0"` names two SDKs, the second with its version. */
function sdkNames({ name, attributes }: SaxesTagPlain, parent: OpenElement | undefined): string[] {
  const { Name: sdkElementName, Sdk: sdk } = attributes;
  const written = name === 'Sdk' ? sdkElementName : parent === undefined || name === 'Import' ? sdk : undefined;
  return (written ?? '')
    .split(';')
    .map((sdk) => (sdk.split('/')[0] ?? '').trim())
    .filter((sdk) => sdk !== '');
}

/** Turns offsets, asked for in ascending order, into places in one pass over the text. */
function ascendingPlaces(file: string, text: string): (offset: number) => CommittedLine {
  let line = 1;
  let start = 0;
  let end = lineEnd(text, 0);
  return (offset) => {
    while (end < offset) {
      line += 1;
      start = end + 1;
      end = lineEnd(text, start);
    }
    return { file, line, column: offset - start + 1 };
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
