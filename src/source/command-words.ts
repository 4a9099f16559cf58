import type { TextPosition } from '../model/configuration-element.ts';
import type { Fragment } from './pipeline-scalars.ts';

/** One word of a command line without its quotes, at the place of its first character. */
export interface CommandWord extends TextPosition {
  readonly text: string;
}

/** A command that is longer than this is cut here. */
const maximumWords = 300;

/**
 * Splits lines of a script into commands of words. Takes what bash, cmd and PowerShell have in common: quotes, `&&`, `||`, `|`, `;`
 * and redirections between commands, `\`, `^` or a backtick at the end of a line to go on. `$(…)` and `${{ … }}` stay whole,
 * because they are the pipeline's own expressions. Nothing is evaluated.
 */
export function splitCommands(lines: readonly (readonly Fragment[])[]): readonly (readonly CommandWord[])[] {
  const commands: CommandWord[][] = [];
  let words: CommandWord[] = [];
  const endCommand = (): void => {
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (const fragments of lines) {
    let goesOn = false;
    for (const fragment of fragments) {
      const { text, continued } = withoutContinuation(fragment.text);
      goesOn = continued;
      for (const token of tokens(text)) {
        if (token.kind === 'end') endCommand();
        else if (words.length < maximumWords) words.push({ text: token.text, line: fragment.line, column: fragment.column + token.start });
      }
    }
    if (!goesOn) endCommand();
  }
  endCommand();
  return commands;
}

function withoutContinuation(text: string): { readonly text: string; readonly continued: boolean } {
  const trimmed = text.trimEnd();
  const continued = /(?:^|[ \t])[\\^`]$/.test(trimmed.slice(-2));
  return { text: continued ? trimmed.slice(0, -1) : text, continued };
}

type Token = { readonly kind: 'word'; readonly text: string; readonly start: number } | { readonly kind: 'end' };

function* tokens(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === ' ' || character === '\t') at += 1;
    else if (character === '#') return;
    else if (isSeparator(text, at)) {
      yield { kind: 'end' };
      at += 1;
    } else {
      const word = wordAt(text, at);
      yield { kind: 'word', text: word.text, start: at };
      at = word.end;
    }
  }
}

/** `;` separates commands only before a blank: `-p:A=1;B=2` is one word. */
function isSeparator(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (character === ';') return at + 1 === text.length || text[at + 1] === ' ';
  return '&|<>'.includes(character);
}

function wordAt(text: string, start: number): { readonly text: string; readonly end: number } {
  let word = '';
  let quote = '';
  let at = start;
  while (at < text.length) {
    const character = text[at] ?? '';
    const expressionEnd = endOfExpression(text, at);
    if (expressionEnd !== undefined) {
      word += text.slice(at, expressionEnd);
      at = expressionEnd;
      continue;
    }
    if (quote === '' && (character === ' ' || character === '\t' || isSeparator(text, at))) break;
    if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
    else word += character;
    at += 1;
  }
  return { text: word, end: at };
}

/** The index after `${{ … }}` or `$(…)` when one starts here and ends on this line. */
function endOfExpression(text: string, at: number): number | undefined {
  if (text[at] !== '$') return undefined;
  const close = text.startsWith('${{', at) ? '}}' : text.startsWith('$(', at) ? ')' : undefined;
  const end = close === undefined ? -1 : text.indexOf(close, at);
  return close === undefined || end < 0 ? undefined : end + close.length;
}
