import type { BinaryImage, Machine } from '../model/binary-image.ts';
import type { ConfigurationElement } from '../model/configuration-element.ts';
import { jsonMember, jsonValue } from '../model/json-value.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { extension, fileName } from '../windows/paths.ts';

/** What the artifact says about the properties it was published with. A key that is absent means that the artifact does not tell. */
export interface PublishedFacts {
  /** Name of the entry assembly without its extension. */
  readonly assemblyName?: string;
  /** Target of deps.json after the slash, such as `win-x64`; `''` for an output that is portable. */
  readonly runtimeIdentifier?: string;
  /** Such as `net8.0`. */
  readonly targetFramework?: string;
  readonly selfContained?: boolean;
  /** Versions that runtimeconfig.json asks for. */
  readonly frameworkVersions: readonly string[];
  readonly rollForward?: string;
  /** As written in web.config. */
  readonly hostingModel?: string;
  readonly processPath?: string;
  /** What the entry executable is built for. */
  readonly machine?: Machine;
  /** Whether the entry executable is an apphost with a single-file bundle, or one without; absent for any other executable. */
  readonly singleFile?: boolean;
  /** What the entry assembly is built for; absent for one that runs on every architecture. */
  readonly assemblyMachine?: Machine;
  /** The operating system that the entry executable is for, as RIDs spell it. */
  readonly system?: 'win' | 'linux' | 'osx';
}

/** Reads these facts from an artifact; JSON that cannot be read tells nothing. */
export function readPublishedFacts(artifact: PublishArtifact): PublishedFacts {
  const aspNetCore = aspNetCoreElement(artifact);
  const written = (name: string): string | undefined => aspNetCore?.attributes.find((attribute) => attribute.name === name)?.value;
  const processPath = written('processPath');
  const hostingModel = written('hostingModel');
  const assemblyName = entryAssemblyName(artifact, launchedName(processPath, written('arguments')));
  const json = (extension: string): unknown => {
    const bytes = artifact.contents.get(`${assemblyName?.toLowerCase()}${extension}`);
    return bytes === undefined ? undefined : jsonValue(bytes);
  };
  return {
    ...(assemblyName === undefined ? {} : { assemblyName }),
    ...(processPath === undefined ? {} : { processPath }),
    ...(hostingModel === undefined ? {} : { hostingModel }),
    ...runtimeConfigFacts(json('.runtimeconfig.json')),
    ...depsFacts(json('.deps.json')),
    ...imageFacts(artifact, assemblyName?.toLowerCase()),
  };
}

/** The first `aspNetCore` element; the walk uses a list, because the file may nest as deep as it likes. */
function aspNetCoreElement({ webConfig }: PublishArtifact): ConfigurationElement | undefined {
  const waiting = webConfig.state === 'read' ? [webConfig.root] : [];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name === 'aspNetCore') return element;
    for (const child of element.children.toReversed()) waiting.push(child);
  }
  return undefined;
}

/** What web.config starts: the dll behind `dotnet`, or the executable. */
function launchedName(processPath: string | undefined, launchArguments: string | undefined): string | undefined {
  if (processPath === undefined || processPath.includes('%')) return undefined;
  const stem = withoutExtension(fileName(processPath), '.exe');
  if (stem.toLowerCase() !== 'dotnet') return stem;
  const dll = (launchArguments ?? '').split(/[\s"]+/).find((word) => extension(word).toLowerCase() === '.dll');
  return dll === undefined ? undefined : withoutExtension(fileName(dll), '.dll');
}

const withoutExtension = (name: string, ending: string): string =>
  name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name;

/**
 * The one application of the folder. Files decide before web.config, which people keep by hand; where several applications share
 * the folder web.config tells which is meant.
 */
function entryAssemblyName({ files }: PublishArtifact, launched: string | undefined): string | undefined {
  for (const ending of ['.runtimeconfig.json', '.deps.json']) {
    const names = [...files.values()]
      .map(({ path }) => path)
      .filter((path) => !/[\\/]/.test(path) && path.toLowerCase().endsWith(ending))
      .map((path) => path.slice(0, -ending.length));
    const named = names.find((name) => name.toLowerCase() === launched?.toLowerCase());
    if (named !== undefined) return named;
    if (names.length > 0) return names.length === 1 ? names[0] : undefined;
  }
  const key = launched?.toLowerCase();
  return files.has(`${key}.exe`) || files.has(`${key}.dll`) || (key !== undefined && files.has(key)) ? launched : undefined;
}

function runtimeConfigFacts(json: unknown): Partial<PublishedFacts> & { readonly frameworkVersions: readonly string[] } {
  const options = jsonMember(json, 'runtimeOptions');
  if (options === undefined) return { frameworkVersions: [] };
  const targetFramework = text(jsonMember(options, 'tfm'));
  const rollForward = text(jsonMember(options, 'rollForward'));
  const asked = [jsonMember(options, 'framework'), ...list(jsonMember(options, 'frameworks'))];
  return {
    frameworkVersions: asked.flatMap((framework) => text(jsonMember(framework, 'version')) ?? []),
    selfContained: jsonMember(options, 'includedFrameworks') !== undefined,
    ...(targetFramework === undefined ? {} : { targetFramework }),
    ...(rollForward === undefined ? {} : { rollForward }),
  };
}

/** `.NETCoreApp,Version=v8.0/win-x64` */
function depsFacts(json: unknown): Partial<PublishedFacts> {
  const target = jsonMember(json, 'runtimeTarget');
  const name = text(target) ?? text(jsonMember(target, 'name'));
  if (name === undefined) return {};
  const slash = name.indexOf('/');
  return { runtimeIdentifier: slash < 0 ? '' : name.slice(slash + 1) };
}

function imageFacts({ images }: PublishArtifact, name: string | undefined): Partial<PublishedFacts> {
  const executable = images.get(`${name}.exe`) ?? images.get(name ?? '');
  const assemblyMachine = boundMachine(images.get(`${name}.dll`));
  return {
    ...(executable?.format === 'pe' ? { machine: executable.machine, system: 'win' } : {}),
    ...(executable?.format === 'pe' && executable.appHost !== undefined ? { singleFile: executable.appHost.bundle } : {}),
    ...(executable?.format === 'elf' ? { machine: executable.machine, system: 'linux' } : {}),
    ...(executable?.format === 'mach-o' ? { system: 'osx' } : {}),
    ...(assemblyMachine === undefined ? {} : { assemblyMachine }),
  };
}

/** IL alone runs everywhere although its header says x86 (ECMA-335 II.25.3.3.1), unless it requires 32 bits. */
function boundMachine(image: BinaryImage | undefined): Machine | undefined {
  if (image?.format !== 'pe') return undefined;
  const anyCpu = image.machine === 'x86' && image.clr?.ilOnly === true && !image.clr.requires32Bit;
  return anyCpu ? undefined : image.machine;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
