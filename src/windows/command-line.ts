/**
 * Command lines split into arguments the way Windows programs split them.
 * Rules: learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-commandlinetoargvw and
 * learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments.
 */

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** The end of the run of blanks that starts at `from`. */
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text[at])) at++;
  return at;
}

/** The end of the run of `character` that starts at `from`. */
function afterRun(text: string, from: number, character: string): number {
  let at = from;
  while (text[at] === character) at++;
  return at;
}

/**
 * `CommandLineToArgvW`: the first argument is a program name (it ends at the next quote, or else at the next blank, and backslashes
 * in it mean themselves), so leading blanks yield an empty first argument. An empty text gives no arguments, although
 * Windows would answer with the path of the running program.
 */
export function commandLineToArgv(text: string): readonly string[] {
  if (text === '') return [];
  const program = programName(text);
  return [program.name, ...laterArguments(text, program.end, 'CommandLineToArgvW')];
}

/**
 * The arguments a child process sees when `text` follows a quoted program name on its command line, as the C runtime splits them.
 * It differs from `CommandLineToArgvW` in `""` inside quotes: one quote, and the quotes stay open.
 */
export function childProcessArguments(text: string): readonly string[] {
  return laterArguments(text, 0, 'C runtime');
}

function programName(text: string): { readonly name: string; readonly end: number } {
  if (text.startsWith('"')) {
    const close = text.indexOf('"', 1);
    return close < 0 ? { name: text.slice(1), end: text.length } : { name: text.slice(1, close), end: close + 1 };
  }
  let end = 0;
  while (end < text.length && !isBlank(text[end])) end++;
  return { name: text.slice(0, end), end };
}

type Splitter = 'CommandLineToArgvW' | 'C runtime';

function laterArguments(text: string, from: number, splitter: Splitter): readonly string[] {
  const found: string[] = [];
  let at = afterBlanks(text, from);
  while (at < text.length) {
    const { argument, end } = oneArgument(text, at, splitter);
    found.push(argument);
    at = afterBlanks(text, end);
  }
  return found;
}

function oneArgument(text: string, from: number, splitter: Splitter): { readonly argument: string; readonly end: number } {
  let argument = '';
  let quoted = false;
  let at = from;
  while (at < text.length && (quoted || !isBlank(text[at]))) {
    if (text[at] === '\\') {
      const end = afterRun(text, at, '\\');
      const count = end - at;
      // Backslashes are special before a quote only: two make one, and an odd one out makes the quote an ordinary character.
      const beforeQuote = text[end] === '"';
      argument += '\\'.repeat(beforeQuote ? Math.floor(count / 2) : count);
      at = end;
      if (beforeQuote && count % 2 === 1) {
        argument += '"';
        at++;
        if (splitter === 'CommandLineToArgvW') ({ argument, quoted, at } = quoteRun(text, at, argument, quoted));
      }
    } else if (text[at] !== '"') {
      argument += text[at++];
    } else if (splitter === 'CommandLineToArgvW') {
      ({ argument, quoted, at } = quoteRun(text, at, argument, quoted));
    } else if (quoted && text[at + 1] === '"') {
      argument += '"';
      at += 2;
    } else {
      quoted = !quoted;
      at++;
    }
  }
  return { argument, end: at };
}

/**
 * A run of quotes as CommandLineToArgvW counts it: the opening quote counts as the first, every third becomes a character,
 * and a pair ends up closed.
 */
function quoteRun(text: string, from: number, before: string, wasQuoted: boolean): { argument: string; quoted: boolean; at: number } {
  const at = afterRun(text, from, '"');
  const count = (wasQuoted ? 1 : 0) + at - from;
  return { argument: before + '"'.repeat(Math.floor(count / 3)), quoted: count % 3 === 1, at };
}
