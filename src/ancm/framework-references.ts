/** A framework a runtimeconfig.json asks for. */
export interface FrameworkReference {
  readonly name: string;
  readonly version: string;
}

/**
 * The framework references of a runtimeconfig.json, read loosely: for messages and suppositions. What the host makes of the file, and
 * whether it accepts it, is decided by `startHost`.
 */
export function frameworkReferences(bytes: Uint8Array | undefined): readonly FrameworkReference[] {
  if (bytes === undefined) return [];
  const text = new TextDecoder().decode(bytes);
  const frameworks = /"frameworks?"\s*:\s*([[{][^\]]{0,20000})/.exec(text)?.[1] ?? '';
  const pairs = frameworks.matchAll(/"name"\s*:\s*"([\w.]{1,200})"\s*,\s*"version"\s*:\s*"([\w.+-]{1,100})"/g);
  return [...pairs].map((match) => ({ name: match[1] ?? '', version: match[2] ?? '' }));
}
