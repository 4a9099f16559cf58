/**
 * Placeholders that a deployment tool replaces after the check: `#{Octopus}`, `__Name__`, `$(Variable)` and `{{name}}`.
 * A value that holds one is not known yet. `%NAME%` is not among them: IIS expands it itself. Nor are the double underscores inside names
 * of variables, as in `Logging__LogLevel__Default`.
 */
const token = /#\{[^{}]{1,200}\}|(?<!\w)__[A-Za-z][\w.]{0,100}?__|\$\([\w.-]{1,100}\)|\{\{[^{}]{1,200}\}\}/;

/** The first placeholder in `text`, or `undefined`. */
export function deployTimeToken(text: string): string | undefined {
  return token.exec(text)?.[0];
}

/** Every placeholder in `text`, with its offset. */
export function deployTimeTokens(text: string): readonly { readonly token: string; readonly at: number }[] {
  return [...text.matchAll(new RegExp(token, 'g'))].map(({ 0: found, index }) => ({ token: found, at: index }));
}
