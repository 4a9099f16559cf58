import type { HostRefusal } from '../model/host-start.ts';
import { fileName } from '../windows/paths.ts';
import type { DepsJsonResult } from './deps-json.ts';
import type { HostpolicyGeneration } from './hostpolicy-generation.ts';
import type { HostpolicyRequest } from './hostpolicy-request.ts';
import type { AssetProblem } from './trusted-assemblies.ts';

// The words: dotnet/runtime:src/native/corehost/hostpolicy/deps_resolver.h, …/deps_resolver.cpp, …/hostpolicy_context.cpp.
const initializing = 'Error initializing the dependency resolver:';

/** A framework without its deps.json. `lines`: what the host wrote about other files before. */
export function missingManifest(path: string, lines: readonly string[]): HostRefusal {
  const problem = 'The file is missing';
  const text = [...lines, `${initializing} A fatal error was encountered, missing dependencies manifest at: ${path}`].join('\n');
  return { error: 'ResolverInitFailure', text, cause: { kind: 'deps-invalid', path, problem } };
}

/** A deps.json that cannot be read. `lines`: what the host wrote about it and others before. */
export function brokenDeps(path: string, broken: DepsJsonResult & { readonly ok: false }, lines: readonly string[]): HostRefusal {
  const { problem, line, column } = broken;
  const text = [...lines, `${initializing} An error occurred while parsing: ${path}`].join('\n');
  const place = line === undefined || column === undefined ? {} : { line, column };
  return { error: 'ResolverInitFailure', text, cause: { kind: 'deps-invalid', path, problem, ...place } };
}

/** A deps.json that ends the process while it is read. */
export function crashedDeps(path: string, { problem }: DepsJsonResult & { readonly ok: false }): HostRefusal {
  return { error: 'ResolverInitFailure', text: '', cause: { kind: 'crash', problem: `${fileName(path)}: ${problem}` } };
}

/** A listed file that is not there, or whose name is taken by a file with another extension. */
export function assetProblem({ kind, folder, asset, taken }: AssetProblem): HostRefusal {
  const { package: name, version, path, storeManifest } = asset;
  const what = kind === 'missing' ? 'was not found:' : 'has already been found but with a different file extension:';
  const lines = [
    'Error:',
    `  An assembly specified in the application dependencies manifest (${folder.depsFile}) ${what}`,
    `    package: '${name}', version: '${version}'`,
    `    path: '${path}'`,
    ...(taken === undefined ? [] : [`    previously found assembly: '${taken}'`]),
    ...(kind === 'missing' && storeManifest !== undefined
      ? [
          '  This assembly was expected to be in the local runtime store as the application was published using the following target manifest files:',
          `    ${storeManifest}`,
        ]
      : []),
  ];
  const facts = { deps: folder.depsFile, package: name, version, asset: path };
  const cause =
    kind === 'missing' ? ({ kind: 'deps-asset-missing', ...facts } as const) : ({ kind: 'deps-asset-conflict', ...facts } as const);
  return { error: 'ResolverResolveFailure', text: lines.join('\n'), cause };
}

/** No coreclr.dll where the host looks for it. */
export function coreclrMissing({ traceVariable }: HostpolicyGeneration): HostRefusal {
  const text = `Could not resolve CoreCLR path. For more details, enable tracing by setting ${traceVariable} environment variable to 1`;
  return { error: 'CoreClrResolveFailure', text, cause: { kind: 'coreclr-missing' } };
}

/** Properties that the host itself hands to the runtime. */
const hostProperties = [
  'TRUSTED_PLATFORM_ASSEMBLIES',
  'NATIVE_DLL_SEARCH_DIRECTORIES',
  'PLATFORM_RESOURCE_ROOTS',
  'APP_CONTEXT_BASE_DIRECTORY',
  'APP_CONTEXT_DEPS_FILES',
  'FX_DEPS_FILE',
  'PROBING_DIRECTORIES',
];
const propertiesUntil31 = ['AppDomainCompatSwitch', 'FX_PRODUCT_VERSION', 'JIT_PATH'];

/** A setting that has the application's folder handed over as `APP_PATHS`; its name is compared without regard to case. */
function setsAppPaths(configProperties: HostpolicyRequest['configProperties']): boolean {
  const setting = [...configProperties].find(([name]) => name.toLowerCase() === 'microsoft.netcore.dotnethostpolicy.setapppaths')?.[1];
  return setting === true || (typeof setting === 'string' && setting.toLowerCase() === 'true');
}

/** `configProperties` that set what only the host may set. Up to 5.0 startup hooks in both places clash too. */
export function duplicateProperty(
  { configProperties, environment, hostpolicyVersion: { major } }: HostpolicyRequest,
  { doubledArticle }: HostpolicyGeneration,
): HostRefusal | undefined {
  const ofVersion = major < 5 ? propertiesUntil31 : ['RUNTIME_IDENTIFIER'];
  const appPaths = setsAppPaths(configProperties) ? ['APP_PATHS'] : [];
  const hooks = major < 6 && environment.has('DOTNET_STARTUP_HOOKS') ? ['STARTUP_HOOKS'] : [];
  const contract = major < 8 ? [] : ['HOST_RUNTIME_CONTRACT'];
  const property = [...hostProperties, ...ofVersion, ...appPaths, ...hooks, ...contract].find((name) => configProperties.has(name));
  if (property === undefined) return undefined;
  const where = `in the ${doubledArticle ? 'the ' : ''}application's .runtimeconfig.json`;
  const lines = [
    `Duplicate runtime property found: ${property}`,
    `It is invalid to specify values for properties populated by the hosting layer ${where}`,
  ];
  return { error: 'LibHostDuplicateProperty', text: lines.join('\n'), cause: { kind: 'duplicate-property', property } };
}
