const words: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  null: 'null',
  Object: 'an object',
  Array: 'a list',
};

/** More alternatives than this are counted, not listed. */
const mostAlternatives = 8;

/** What valibot expects, for a person: `("x64" | "x86")` of valibot as `"x64" or "x86"`. */
export function expectedInWords(expected: string): string {
  const parts = expected
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map((part) => words[part] ?? part);
  if (parts.length > mostAlternatives) return `${parts.slice(0, 3).join(', ')} or one of ${parts.length - 3} others`;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;
}
