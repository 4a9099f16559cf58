import { parseFxVersion } from '../../src/dotnet/fx-version.ts';
import { hostfxrGeneration } from '../../src/dotnet/hostfxr-generation.ts';
import { startHostpolicy } from '../../src/dotnet/hostpolicy.ts';
import type { HostpolicyRequest } from '../../src/dotnet/hostpolicy-request.ts';
import { readRuntimeConfig } from '../../src/dotnet/runtime-config.ts';
import { hostErrorCodes } from '../../src/model/host-start.ts';
import { fullPathKey, pathKey } from '../../src/windows/paths.ts';
import type { HostpolicyAnswer } from './hostpolicy-answer.ts';
import { additionalDepsFiles, type HostpolicyLayout, packageFolder } from './hostpolicy-layout.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const keys = (files: readonly string[]): ReadonlySet<string> => new Set(files.map(pathKey));
const existing = 'C:\\packages';

function request(layout: HostpolicyLayout, version: string): HostpolicyRequest {
  const hostpolicyVersion = parseFxVersion(version);
  if (hostpolicyVersion === undefined) throw new Error(`No version: ${version}`);
  const { application, runtimeOptions, environment } = layout;
  const names = Object.keys(layout.frameworks);
  const frameworks = names.length === 0 ? {} : { frameworks: names.map((name) => ({ name, version })) };
  const options = JSON.stringify({ runtimeOptions: { ...runtimeOptions, ...frameworks } });
  const file = bytes(options.replaceAll(packageFolder, existing.replaceAll('\\', '\\\\')));
  const reading = readRuntimeConfig({ path: 'C:\\app\\app.runtimeconfig.json', file }, hostfxrGeneration(hostpolicyVersion), new Map());
  if (!reading.valid) throw new Error(reading.problem);
  const { tfm, additionalProbingPaths, configProperties, frameworkDependent } = reading.config;
  return {
    hostpolicyVersion,
    application: {
      directory: 'C:\\app',
      dll: 'app.dll',
      files: keys(application.files),
      ...(application.deps === undefined ? {} : { deps: bytes(application.deps) }),
    },
    ...(tfm === undefined ? {} : { tfm }),
    additionalProbingPaths,
    configProperties,
    frameworkDependent,
    frameworks: Object.entries(layout.frameworks).map(([name, { deps, files }]) => ({
      name,
      version,
      directory: `C:\\root\\shared\\${name}\\${version}`,
      deps: deps === undefined ? null : bytes(deps),
      files: keys(files),
    })),
    architecture: 'x64',
    environment: new Map(Object.entries(environment).map(([name, value]) => [name, value.replaceAll(packageFolder, existing)])),
    sharedStore: false,
    folderExists: new Map([
      [fullPathKey(existing), true],
      [fullPathKey(`${existing}\\x64\\net10.0`), true],
      ...additionalDepsFiles.map((file) => [fullPathKey(`${existing}\\${file}`), true] as const),
      ...['', 'x64\\net10.0\\'].flatMap((lookup) =>
        layout.packageFiles.map((file) => [fullPathKey(`${existing}\\${lookup}${file}`), true] as const),
      ),
    ]),
    everythingListed: true,
  };
}

/** The model's answer about the hostpolicy of a version. */
export function modelHostpolicyAnswer(layout: HostpolicyLayout, version: string): HostpolicyAnswer {
  const start = startHostpolicy(request(layout, version));
  const none = { trusted: [], native: [], text: '' };
  if (start.outcome === 'unknown') return { ...none, outcome: 'refused', code: -1, text: start.because };
  if (start.outcome === 'ready')
    return {
      outcome: 'ready',
      code: 0,
      trusted: [...start.trustedPlatformAssemblies].sort(),
      native: start.nativeSearchDirectories,
      text: '',
    };
  const { error, text, cause } = start.refusal;
  if (cause.kind === 'crash') return { ...none, outcome: 'crash', code: 0 };
  return { ...none, outcome: 'refused', code: hostErrorCodes[error] & 0xff, text };
}
