/** Characters XML 1.0 has no place for, not even as references: controls but tab and line breaks, halves of surrogate pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be dropped
const unrepresentable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text that XML can hold, not yet escaped. Line breaks stay. */
export function xmlText(text: string): string {
  return text.replace(unrepresentable, '').replace(/\r\n?/g, '\n');
}

/** The same on one line, for attributes, whose line breaks readers turn into blanks anyway. */
export function xmlLine(text: string): string {
  return xmlText(text).replace(/[\t\n]+/g, ' ');
}
