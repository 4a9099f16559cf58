import { askedFrameworks } from '../dotnet/asked-frameworks.ts';

/** A framework a runtimeconfig.json asks for. */
export interface FrameworkReference {
  readonly name: string;
  readonly version: string;
}

/**
 * The framework references of a runtimeconfig.json that name a version, for messages and suppositions. What the host makes of the file, and
 * whether it accepts it, is decided by `startHost`.
 */
export function frameworkReferences(bytes: Uint8Array | undefined): readonly FrameworkReference[] {
  return askedFrameworks(bytes)
    .references.filter(({ name, versionText }) => name !== '' && versionText !== '')
    .map(({ name, versionText }) => ({ name, version: versionText }));
}
