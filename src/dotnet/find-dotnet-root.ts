import type { Architecture } from '../model/architecture.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import { withoutTrailingSeparators } from '../windows/paths.ts';

/** Where an apphost looks for the folder that holds `host\fxr`, one place after the other. */
export interface ApphostSearch {
  readonly architecture: Architecture;
  /** Major version of the apphost; absent where it cannot be told, and then a current one is taken. */
  readonly apphostMajor?: number;
  /** Of the operating system; an x86 exe on a 64-bit one runs under WOW64. */
  readonly osArchitecture: Architecture | undefined;
  readonly environment: EnvironmentBlock;
  /** Registry value `InstalledVersions\<architecture>\InstallLocation`; absent: none is registered, as far as anybody said. */
  readonly installLocation: string | undefined;
  /** Whether a folder exists on the server, and is a dotnet root; `undefined` = nobody said. */
  readonly folder: (path: string) => 'dotnet-root' | 'other' | 'absent' | undefined;
}

export type ApphostSearchResult =
  | { readonly found: true; readonly root: string; readonly how: string }
  /** `atVariable`: a variable ended the search, so that neither the registry nor the default location was asked. */
  | { readonly found: false; readonly searched: readonly string[]; readonly atVariable: boolean }
  | { readonly found: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

/** Before 6.0 there is one variable for each kind of process. */
function variableNames({ architecture, osArchitecture, apphostMajor }: ApphostSearch): string[] {
  const wow64 = architecture === 'x86' && osArchitecture !== 'x86';
  if (apphostMajor !== undefined && apphostMajor < 6) return [wow64 ? 'DOTNET_ROOT(x86)' : 'DOTNET_ROOT'];
  return [`DOTNET_ROOT_${architecture.toUpperCase()}`, ...(wow64 ? ['DOTNET_ROOT(x86)'] : []), 'DOTNET_ROOT'];
}

/** Where .NET of an architecture is installed unless somebody chose another folder. */
export function defaultLocation({ architecture, osArchitecture }: Pick<ApphostSearch, 'architecture' | 'osArchitecture'>): string {
  if (architecture === 'x86' && osArchitecture !== 'x86') return 'C:\\Program Files (x86)\\dotnet';
  return architecture === 'x64' && osArchitecture === 'arm64' ? 'C:\\Program Files\\dotnet\\x64' : 'C:\\Program Files\\dotnet';
}

/** A variable that names an existing folder settles the search, even when nothing is in it. */
function fromVariables(search: ApphostSearch, searched: string[]): ApphostSearchResult | undefined {
  for (const name of variableNames(search)) {
    const variable = search.environment(name);
    if (!variable.known) return { found: 'unknown', because: `Nobody said whether ${name} is set.`, missingFacts: variable.missingFacts };
    if (variable.value === undefined) {
      searched.push(`${name} is not set`);
      continue;
    }
    const path = withoutTrailingSeparators(variable.value);
    const folder = search.folder(path);
    if (folder === undefined) {
      const because = `${name} names ${path}, and nobody said whether that folder exists.`;
      return { found: 'unknown', because, missingFacts: ['existingFiles'] };
    }
    if (folder === 'dotnet-root') return { found: true, root: path, how: name };
    searched.push(folder === 'other' ? `${name} names ${path}, which has no host\\fxr` : `${name} names ${path}, which is not there`);
    if (folder === 'other') return { found: false, searched, atVariable: true };
  }
  return undefined;
}

/**
 * The dotnet root of an apphost without a hostfxr.dll beside it: DOTNET_ROOT_<ARCH> (from 6.0 on), DOTNET_ROOT(x86) under WOW64, DOTNET_ROOT,
 * then the registered location, or where none is registered Program Files.
 * Source: dotnet/runtime:src/native/corehost/fxr_resolver.cpp, hostmisc/utils.cpp `get_dotnet_root_from_env`.
 */
export function findDotnetRoot(search: ApphostSearch): ApphostSearchResult {
  const searched: string[] = [];
  const named = fromVariables(search, searched);
  if (named !== undefined) return named;
  const registered = search.installLocation === undefined ? undefined : withoutTrailingSeparators(search.installLocation);
  const path = registered ?? defaultLocation(search);
  const how = registered === undefined ? 'the default location' : 'the registered InstallLocation';
  if (search.folder(path) === 'dotnet-root') return { found: true, root: path, how };
  searched.push(`${how}, ${path}, has no host\\fxr`);
  return { found: false, searched, atVariable: false };
}
