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

interface MsbuildElement extends CommittedLine {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent?: MsbuildElement;
  readonly conditional: boolean;
  /** `container`: the project or a `Choose` of it; `group`: a property or item group in one. Groups of targets are neither. */
  readonly role: 'container' | 'group' | 'entry' | 'other';
  /** The text directly in the element. */
  text: string;
}

/** Elements that hold property and item groups and decide whether these count. */
const choosing: ReadonlySet<string> = new Set(['Choose', 'When', 'Otherwise']);

/**
 * Reads an MSBuild file as XML; nothing is evaluated. Namespaces of old project files are ignored.
 * `undefined` when the text is not well-formed or not an MSBuild file: such a file has not built anything.
 */
export function readMsbuildFile(path: string, text: string): MsbuildFile | undefined {
  const elements = readElements(path, text);
  if (elements?.[0]?.name !== 'Project') return undefined;
  const entries = elements.filter(({ role }) => role === 'entry');
  const imports = elements.filter(({ name, attributes }) => name === 'Import' && !attributes.has('Sdk'));
  return {
    path,
    sdks: elements.flatMap((element) => sdkNames(element).map((name) => ({ name, ...placeOf(element) }))),
    properties: byName(entries.filter(({ parent }) => parent?.name === 'PropertyGroup').map(toSetting)),
    items: entries.filter(({ parent }) => parent?.name === 'ItemGroup').map(toItem),
    imports: imports.map(({ attributes }) => attributes.get('Project') ?? ''),
  };
}

const placeOf = ({ file, line, column }: CommittedLine): CommittedLine => ({ file, line, column });

function toSetting(element: MsbuildElement): Setting {
  return { name: element.name, value: element.text.trim(), conditional: element.conditional, ...placeOf(element) };
}

function toItem(element: MsbuildElement): MsbuildItem {
  const include = element.attributes.get('Include') ?? element.attributes.get('Update') ?? '';
  return { type: element.name, include: include.trim(), ...placeOf(element) };
}

function byName(settings: readonly Setting[]): ReadonlyMap<string, readonly Setting[]> {
  const found = new Map<string, Setting[]>();
  for (const setting of settings) {
    const earlier = found.get(setting.name.toLowerCase());
    if (earlier === undefined) found.set(setting.name.toLowerCase(), [setting]);
    else earlier.push(setting);
  }
  return found;
}

/** `Sdk="A;B/1.0.0"` names two SDKs, the second with its version. */
function sdkNames({ name, attributes, parent }: MsbuildElement): string[] {
  const naming = name === 'Sdk' ? 'Name' : parent === undefined || name === 'Import' ? 'Sdk' : undefined;
  return ((naming && attributes.get(naming)) ?? '')
    .split(';')
    .map((sdk) => (sdk.split('/')[0] ?? '').trim())
    .filter((sdk) => sdk !== '');
}

/** Ends the parse at the first thing that is wrong. */
class NotWellFormed extends Error {}

/** Every element in document order. Nesting is a chain of parents, never of calls, so that depth is harmless. */
function readElements(path: string, text: string): readonly MsbuildElement[] | undefined {
  const elements: MsbuildElement[] = [];
  const positions = ascendingPlaces(path, text);
  const parser = new SaxesParser();
  let open: MsbuildElement | undefined;
  let place: CommittedLine = { file: path, line: 1, column: 1 };
  const addText = (part: string): void => {
    if (open !== undefined) open.text += part;
  };
  parser.on('error', () => {
    throw new NotWellFormed();
  });
  parser.on('opentagstart', () => {
    place = positions(text.lastIndexOf('<', parser.position - 1));
  });
  parser.on('opentag', (tag) => {
    open = openElement(tag, open, place);
    elements.push(open);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open = open?.parent;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof NotWellFormed) return undefined;
    throw error;
  }
  return elements;
}

function openElement(tag: SaxesTagPlain, parent: MsbuildElement | undefined, place: CommittedLine): MsbuildElement {
  const attributes = new Map(Object.entries(tag.attributes));
  const conditional = parent?.conditional === true || attributes.has('Condition') || choosing.has(tag.name);
  return { name: tag.name, attributes, ...(parent && { parent }), conditional, role: roleOf(tag.name, parent), text: '', ...place };
}

function roleOf(name: string, parent: MsbuildElement | undefined): MsbuildElement['role'] {
  if (parent === undefined) return 'container';
  if (parent.role === 'group') return 'entry';
  if (parent.role !== 'container') return 'other';
  if (choosing.has(name)) return 'container';
  return name === 'PropertyGroup' || name === 'ItemGroup' ? 'group' : 'other';
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
