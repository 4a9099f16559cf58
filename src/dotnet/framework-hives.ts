import type { DotnetRoot } from '../model/target-server.ts';
import { fullPathKey } from '../windows/paths.ts';
import type { FrameworkRequest } from './framework-request.ts';
import type { FrameworkFolder } from './framework-search.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';
import { installedFrameworks } from './installed-frameworks.ts';
import { looksUpGlobally } from './multilevel-lookup.ts';

/** Where frameworks are searched: the dotnet root first, with multi-level lookup the global ones after it. */
export interface FrameworkHives {
  /** Folders of a framework as the host lists them for people, one list a hive. */
  readonly present: (name: string) => readonly (readonly FrameworkFolder[])[];
  /** Those that take part in the search. */
  readonly counting: (name: string) => readonly (readonly FrameworkFolder[])[];
  /** Versions that DOTNET_DISABLE_RUNTIME_VERSIONS names, compared as text. */
  readonly disabled: ReadonlySet<string>;
  /** A root that is searched too, and of whose frameworks nobody said anything. */
  readonly undescribed: DotnetRoot | undefined;
}

/**
 * Source: dotnet/runtime:src/native/corehost/hostmisc/utils.cpp `get_framework_and_sdk_locations`,
 * …/fxr/framework_info.cpp, …/fxr/fx_resolver.cpp.
 */
export function frameworkHives(request: FrameworkRequest, generation: HostfxrGeneration, tfm: string | undefined): FrameworkHives {
  const { dotnetRoot, globalRoots, environment } = request;
  const global = looksUpGlobally(generation, tfm, environment)
    ? globalRoots.filter(({ root }) => fullPathKey(root) !== fullPathKey(dotnetRoot.root))
    : [];
  const variable = generation.disabledVersions ? environment.get('DOTNET_DISABLE_RUNTIME_VERSIONS') : undefined;
  const disabled = new Set((variable ?? '').split(';').filter((version) => version !== ''));
  const all = (name: string) => [dotnetRoot, ...global].map((root) => installedFrameworks(root, name));
  const present = (name: string) =>
    all(name).map((folders) => folders.filter(({ complete }) => complete || !generation.checksFrameworkDeps));
  const counting = (name: string) => all(name).map((folders) => folders.filter(({ version }) => !disabled.has(version)));
  return { present, counting, disabled, undescribed: global.find(({ frameworks }) => frameworks === undefined) };
}
