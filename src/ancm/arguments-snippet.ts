/** `arguments` as they should be written in web.config for a dll of the artifact; quoted where its name has a blank. */
export function argumentsSnippet(dll: string | undefined): string {
  const path = `.\\${dll ?? 'App.dll'}`;
  return /\s/.test(path) ? `arguments="&quot;${path}&quot;"` : `arguments="${path}"`;
}
