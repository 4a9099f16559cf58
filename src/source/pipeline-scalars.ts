import type { TextPosition } from '../model/configuration-element.ts';

/** A stretch of one physical line, quotes of YAML removed; the place is that of its first character. */
export interface Fragment extends TextPosition {
  readonly text: string;
}

/** A value of a step. Each entry is one line as a shell would read it, in one or more fragments. */
export type ScalarLines = readonly (readonly Fragment[])[];

/** A value as one text, lines joined by a space. */
export const joined = (value: ScalarLines): string =>
  value
    .flat()
    .map(({ text }) => text.trim())
    .join(' ')
    .trim();

/** The key that starts at a column of a line, in lower case, and the column of its value; `undefined` where there is none. */
export function keyAt(line: string, column: number): { readonly name: string; readonly valueColumn: number } | undefined {
  const match = /^(?:"([\w.-]{1,60})"|'([\w.-]{1,60})'|([\w.-]{1,60})) {0,8}:(?= |$)/.exec(line.slice(column, column + 100));
  const name = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || name === undefined) return undefined;
  const after = column + match[0].length;
  return { name: name.toLowerCase(), valueColumn: after + indentOf(line.slice(after)) };
}

/** Reads the value that starts at a column of a line; the lines below it that are indented more than its key belong to it. */
export function readScalar(
  lines: readonly string[],
  index: number,
  column: number,
  keyColumn: number,
): { value: ScalarLines; nextLine: number } {
  const line = lines[index] ?? '';
  const first = line.slice(column);
  const block = /^([|>])[-+0-9]{0,3} *(?:#|$)/.exec(first)?.[1];
  if (first === '' || first.startsWith('#')) return { value: [], nextLine: index + 1 };
  const end = blockEnd(lines, index + 1, keyColumn);
  const below: Fragment[] = [];
  for (let at = index + 1; at < end; at += 1) below.push(fragment(lines[at] ?? '', at, indentOf(lines[at] ?? '')));
  if (block === '|') return { value: below.filter(hasText).map((one) => [one]), nextLine: end };
  if (block === '>') return { value: [below.filter(hasText)], nextLine: end };
  return { value: [unquoted([fragment(line, index, column), ...below.filter(hasText)])], nextLine: end };
}

const hasText = ({ text }: Fragment): boolean => text.trim() !== '';

const fragment = (line: string, index: number, column: number): Fragment => ({
  text: line.slice(column),
  line: index + 1,
  column: column + 1,
});

/** The first line that is not part of a value: neither blank nor indented more than the key. */
function blockEnd(lines: readonly string[], from: number, keyColumn: number): number {
  let at = from;
  while (at < lines.length && (isBlank(lines[at] ?? '') || indentOf(lines[at] ?? '') > keyColumn)) at += 1;
  return at;
}

/** A flow scalar without its quotes, or a plain one without its comment. */
function unquoted(fragments: readonly Fragment[]): Fragment[] {
  const quote = fragments[0]?.text[0];
  if (quote !== '"' && quote !== "'") return fragments.map((one) => ({ ...one, text: withoutComment(one.text) }));
  const inside: Fragment[] = [];
  for (const [index, { text, line, column }] of fragments.entries()) {
    const from = index === 0 ? 1 : 0;
    const close = closingQuote(text, quote, from);
    inside.push({ text: text.slice(from, close), line, column: column + from });
    if (close !== undefined) break;
  }
  return inside;
}

function closingQuote(text: string, quote: string, from: number): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (quote === '"' && text[at] === '\\') at += 1;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === quote) at += 1;
      else return at;
    }
  }
  return undefined;
}

function withoutComment(text: string): string {
  const comment = text.indexOf(' #');
  return comment < 0 ? text : text.slice(0, comment);
}

export const isBlank = (line: string): boolean => line.trim() === '';

export function indentOf(line: string): number {
  let at = 0;
  while (line[at] === ' ') at += 1;
  return at;
}
