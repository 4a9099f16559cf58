import { SaxesParser } from 'saxes';
import type { ConfigurationAttribute, ConfigurationElement, PlacedToken, TextPosition } from '../model/configuration-element.ts';
import { deployTimeToken } from './deploy-time-token.ts';

/** The root of an XML document with the first placeholder outside of its tags, or the first thing that makes it not well-formed. */
export type XmlElements =
  | { readonly root: ConfigurationElement; readonly placeholder?: PlacedToken }
  | ({ readonly problem: string } & TextPosition);

/** Far more than any section of IIS nests; deeper documents would exhaust whoever walks the tree. */
const maximumDepth = 100;

/** Many times those of the largest rewrite map; each costs some hundred bytes, and whoever looks at them some thousand. */
const maximumElements = 250_000;

interface OpenElement extends TextPosition {
  readonly name: string;
  readonly attributes: readonly ConfigurationAttribute[];
  readonly children: ConfigurationElement[];
}

/** Ends the parse at the first problem. */
class NotWellFormed extends Error {
  readonly at: TextPosition;

  constructor(problem: string, at: TextPosition) {
    super(problem);
    this.at = at;
  }
}

/** A document while it is read. */
interface Reading {
  readonly text: string;
  readonly parser: SaxesParser<{ xmlns: true }>;
  readonly placeOf: (offset: number) => TextPosition;
  /** Where the parser is. */
  readonly here: () => TextPosition;
  readonly open: OpenElement[];
  /** The element whose end tag was read last, or that an end tag of another name ended. */
  closed: OpenElement | undefined;
  root: ConfigurationElement | undefined;
  placeholder: PlacedToken | undefined;
  elements: number;
  /** Where the token being read begins, at the latest. */
  token: number;
  /** Where the start tag being read, or read last, begins. */
  startTag: number;
  inStartTag: boolean;
}

function readingOf(text: string): Reading {
  const parser = new SaxesParser({ xmlns: true });
  const here = () => ({ line: parser.line, column: parser.columnIndex + 1 });
  const nothingYet = { closed: undefined, root: undefined, placeholder: undefined, elements: 0, token: 0, startTag: 0, inStartTag: false };
  return { text, parser, placeOf: ascendingPlaces(text), here, open: [], ...nothingYet };
}

function readProlog({ parser, here }: Reading): void {
  parser.on('xmldecl', ({ version }) => {
    if (version !== '1.0') throw new NotWellFormed(`XML version ${version ?? 'unknown'} is not supported`, here());
  });
  parser.on('doctype', () => {
    throw new NotWellFormed('a document type declaration (<!DOCTYPE>) is not allowed', here());
  });
}

function readText(reading: Reading): void {
  const { parser } = reading;
  const endToken = () => {
    reading.token = parser.position;
  };
  parser.on('text', (read) => {
    reading.placeholder ??= placeholderIn(read, { line: parser.line, column: parser.columnIndex });
  });
  parser.on('comment', endToken);
  parser.on('cdata', endToken);
}

function readTags(reading: Reading): void {
  const { text, parser, placeOf, here, open } = reading;
  parser.on('opentagstart', () => {
    reading.startTag = text.lastIndexOf('<', parser.position - 1);
    reading.inStartTag = true;
    reading.token = parser.position;
  });
  parser.on('opentag', (tag) => {
    if (++reading.elements > maximumElements) throw new NotWellFormed(`there are more than ${maximumElements} elements`, here());
    if (open.length === maximumDepth) throw new NotWellFormed(`elements are nested more than ${maximumDepth} deep`, here());
    const at = placeOf(reading.startTag);
    const names = attributeOffsets(text, reading.startTag + 1 + tag.name.length);
    const attributes = names.map(({ name, offset }) => ({ name, value: tag.attributes[name]?.value ?? '', ...placeOf(offset) }));
    const element: OpenElement = { name: tag.name, attributes, children: [], ...at };
    open.at(-1)?.children.push(element);
    reading.root ??= element;
    open.push(element);
    reading.inStartTag = false;
    reading.token = parser.position;
  });
  parser.on('closetag', () => {
    reading.closed = open.pop();
    reading.token = parser.position;
  });
}

/** What saxes refuses, in words. */
function refusal({ text, parser, placeOf, here, open, closed, token, startTag, inStartTag }: Reading, message: string): NotWellFormed {
  const ampersand = bareAmpersand(text, token, parser.position);
  if (ampersand !== undefined) return new NotWellFormed('an & that does not begin an entity; it must be written &amp;', placeOf(ampersand));
  if (inStartTag && /unclosed tag/.test(message)) return new NotWellFormed('a start tag is cut off', placeOf(startTag));
  return problemOf(message, { open: open.at(-1), closed, here: here(), end: placeOf(text.length) });
}

/**
 * Reads a document by the rules of XML 1.0 with namespaces. Places are 1-based; the place of a problem is where the parser noticed it,
 * except for an element that is never closed: there it is the element.
 * A document type is refused: the XML reader of Windows prohibits it by default (learn.microsoft.com XmlLite, XmlReaderProperty_DtdProcessing).
 */
export function readElements(text: string): XmlElements {
  // saxes passes over one as if it were the mark of the file, which the decoder has taken already.
  if (text.startsWith('\ufeff')) return { problem: 'a second byte-order mark', line: 1, column: 1 };
  const reading = readingOf(text);
  const { parser } = reading;
  readProlog(reading);
  readText(reading);
  readTags(reading);
  parser.on('error', ({ message }) => {
    throw refusal(reading, message);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof NotWellFormed) return { problem: error.message, ...error.at };
    throw error;
  }
  const { root, placeholder } = reading;
  if (root === undefined) return { problem: 'there is no root element', line: 1, column: 1 };
  return { root, ...(placeholder === undefined ? {} : { placeholder }) };
}

/** A placeholder in a text; `end` is the place of the `<` behind it. */
function placeholderIn(text: string, end: TextPosition): PlacedToken | undefined {
  const token = deployTimeToken(text);
  if (token === undefined) return undefined;
  const at = text.indexOf(token);
  const linesBehind = text.slice(at).split('\n').length - 1;
  const column = linesBehind === 0 ? end.column - (text.length - at) : at - text.lastIndexOf('\n', at);
  return { token, line: end.line - linesBehind, column: Math.max(1, column) };
}

/** Where the parser stands when it reports something. */
interface ProblemContext {
  readonly open: OpenElement | undefined;
  readonly closed: OpenElement | undefined;
  readonly here: TextPosition;
  readonly end: TextPosition;
}

/** Words for what saxes reports; it prefixes its messages with the place, which is kept apart here. */
function problemOf(message: string, { open, closed, here, end }: ProblemContext): NotWellFormed {
  const problem = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
  const beyond = here.line > end.line || (here.line === end.line && here.column > end.column);
  const at = beyond ? end : here;
  if (open !== undefined && /^unclosed tag/.test(problem)) return new NotWellFormed(`<${open.name}> is never closed`, open);
  if (closed !== undefined && /^unexpected close tag/.test(problem)) {
    return new NotWellFormed(`an end tag that does not match <${closed.name}> of line ${closed.line}`, at);
  }
  return new NotWellFormed(problem, at);
}

/** The offset of the first `&` in `text[from..to]` that begins no reference, or `undefined`. */
function bareAmpersand(text: string, from: number, to: number): number | undefined {
  // A token that holds `<!` is a comment or CDATA section that was not finished; an `&` in it means nothing.
  if (text.slice(from, to).includes('<!')) return undefined;
  const reference = /&(?!(?:[A-Za-z_][\w.-]{0,40}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)/g;
  reference.lastIndex = from;
  const at = reference.exec(text)?.index;
  return at !== undefined && at < to ? at : undefined;
}

/** Names of the attributes of a well-formed start tag with their offsets; `from` is just behind the element's name. */
function attributeOffsets(text: string, from: number): { readonly name: string; readonly offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  const attribute = /\s*([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;
  attribute.lastIndex = from;
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    const name = match[1] ?? '';
    found.push({ name, offset: match.index + match[0].indexOf(name) });
  }
  return found;
}

/** Turns offsets into places. Offsets must not decrease from call to call, so that the text is run through once. */
function ascendingPlaces(text: string): (offset: number) => TextPosition {
  let line = 1;
  let lineStart = 0;
  const lineBreak = /\r\n|\n|\r/g;
  let next = lineBreak.exec(text);
  return (offset) => {
    while (next !== null && next.index + next[0].length <= offset) {
      line++;
      lineStart = next.index + next[0].length;
      next = lineBreak.exec(text);
    }
    return { line, column: offset - lineStart + 1 };
  };
}
