/**
 * Texts of a report come from artifacts and manifests that nobody vouches for. What a terminal or a reader would take for anything but
 * text is made visible here: control characters (with them all ANSI escapes), and characters that reorder or hide what follows.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced
const controls = /[\u0000-\u001f\u007f-\u009f]/g;
// Bidirectional overrides and isolates, zero-width characters, line and paragraph separators, the byte-order mark, tag characters.
const deceptive = /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\udc7f]/;
const halfOfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const named = new RegExp(`${deceptive.source}|${halfOfPair.source}`, 'g');
const spelled = new RegExp(`[\\u007f-\\u009f]|${deceptive.source}`, 'g');

/** U+001B becomes ␛: the picture of the character, so that the text stays as long as it was. C1 controls have no pictures. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : notation(character);
}

function notation(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The text on one line, with nothing hidden in it. Line breaks and tabs become single spaces. */
export function oneLine(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(controls, picture)
    .replace(named, notation);
}

/** A text of a format that has escapes of its own, with them for what is hidden in it; C0 controls are escaped by those who write such formats. */
export function withHiddenSpelled(text: string, spell: (character: string) => string): string {
  return text.replace(spelled, spell);
}

/** The lines of a text, each with nothing hidden in it. Trailing empty lines are dropped. */
export function visibleLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => oneLine(line.replace(/\t/g, '    ')));
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return lines;
}

/** At most `limit` UTF-16 units, cut between characters, with `…` where something was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - 1));
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The same for names whose end tells them apart, such as paths: `…` comes first. */
export function shortenStart(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(text.length - Math.max(0, limit - 1));
  return `…${kept.replace(/^[\udc00-\udfff]/, '')}`;
}
