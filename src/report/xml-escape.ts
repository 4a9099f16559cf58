/** Characters XML 1.0 has no place for, not even as references: controls but tab and line breaks, halves of surrogate pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be dropped
const unrepresentable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const references = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
]);

/** Text between tags. Line breaks stay. */
export function xmlText(text: string): string {
  return text
    .replace(unrepresentable, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>]/g, (character) => references.get(character) ?? '');
}

/** The value of an attribute; line breaks and tabs survive as references. */
export function xmlAttribute(text: string): string {
  return text.replace(unrepresentable, '').replace(/[&<>"'\t\n\r]/g, (character) => references.get(character) ?? '');
}
