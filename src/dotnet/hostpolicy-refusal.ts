import type { HostRefusal } from '../model/host-start.ts';
import { fileName } from '../windows/paths.ts';
import type { DepsJsonResult } from './deps-json.ts';
import type { HostpolicyRequest } from './hostpolicy.ts';
import type { HostpolicyGeneration } from './hostpolicy-generation.ts';
import type { AssetProblem } from './trusted-assemblies.ts';

const initializing = 'Error initializing the dependency resolver:';

/** A framework without its deps.json. */
export function missingManifest(path: string): HostRefusal {
  const problem = 'The file is missing';
  const text = `${initializing} A fatal error was encountered, missing dependencies manifest at: ${path}`;
  return { error: 'ResolverInitFailure', text, cause: { kind: 'deps-invalid', path, problem } };
}

/** `readByHostfxr`: hostfxr reads this file too, before hostpolicy, and up to 9.0 tells of the same error. */
export function brokenDeps(
  path: string,
  broken: DepsJsonResult & { readonly ok: false },
  generation: HostpolicyGeneration,
  readByHostfxr: boolean,
): HostRefusal {
  const { lines, problem, line, column, crash } = broken;
  if (crash) return { error: 'ResolverInitFailure', text: '', cause: { kind: 'crash', problem: `${fileName(path)}: ${problem}` } };
  const before = readByHostfxr && generation.depsReadTwice ? lines : [];
  const text = [...before, ...lines, `${initializing} An error occurred while parsing: ${path}`].join('\n');
  const place = line === undefined || column === undefined ? {} : { line, column };
  return { error: 'ResolverInitFailure', text, cause: { kind: 'deps-invalid', path, problem, ...place } };
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
  'RUNTIME_IDENTIFIER',
];

/** `configProperties` that set what only the host may set. Up to 5.0 startup hooks in both places clash too. */
export function duplicateProperty(
  { configProperties, environment, hostpolicyVersion }: HostpolicyRequest,
  { doubledArticle }: HostpolicyGeneration,
): HostRefusal | undefined {
  const hooks = hostpolicyVersion.major < 6 && environment.has('DOTNET_STARTUP_HOOKS') ? ['STARTUP_HOOKS'] : [];
  const property = [...hostProperties, ...hooks].find((name) => configProperties.has(name));
  if (property === undefined) return undefined;
  const where = `in the ${doubledArticle ? 'the ' : ''}application's .runtimeconfig.json`;
  const lines = [
    `Duplicate runtime property found: ${property}`,
    `It is invalid to specify values for properties populated by the hosting layer ${where}`,
  ];
  return { error: 'LibHostDuplicateProperty', text: lines.join('\n'), cause: { kind: 'duplicate-property', property } };
}
