import { readApplicationHostConfig } from '../iis/application-host-config.ts';
import { readConfigurationFile } from '../iis/configuration-file.ts';
import type { TextPosition } from '../model/configuration-element.ts';
import type { Disk } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import type { TargetServer } from '../model/target-server.ts';
import { capturedServer } from './captured-server.ts';
import { configuredServer, isConfigurationFile } from './configured-server.ts';
import { factPositions } from './document.ts';
import { documentReader } from './document-reader.ts';
import { isDotnetOutput, listsRuntimes } from './dotnet-output.ts';
import { hostingBundle } from './hosting-bundle.ts';
import { inputProblems } from './input-problems.ts';
import { layeredFacts } from './layered-facts.ts';
import { manifestFacts, type ServerFacts } from './manifest-facts.ts';
import { validateManifest } from './manifest-problems.ts';
import type { Manifest } from './manifest-schema.ts';
import { baseName, besideFile, serverFileBytes, serverFileText } from './server-file.ts';

/**
 * Reads a server manifest into facts, its short forms expanded: what the manifest itself says wins over the applicationHost.config
 * it names, and that over what its hosting bundle brings. An output of `dotnet` or an applicationHost.config alone is taken too.
 * Throws `InputError` with every problem of the file at once: place, what was expected, what was found, what was probably meant.
 */
export async function readTargetServer(path: string, disk: Disk): Promise<TargetServer> {
  const bytes = await serverFileBytes(path, 'a server manifest', disk);
  if (isConfigurationFile(path, bytes)) return configuredServer(path, bytes);
  const text = serverFileText(path, bytes);
  if (isCapture(path, text)) return capturedServer(path, text);
  const read = await documentReader(path, text);
  const validated = validateManifest(read(text));
  if ('misfits' in validated) throw new InputError(inputProblems(path, validated.misfits));
  const { manifest } = validated;
  const own = layeredFacts(manifestFacts(manifest), await applicationHostFacts(path, manifest, disk));
  return {
    name: manifest.name ?? baseName(path).replace(/\.(?:json|ya?ml)$/i, ''),
    manifest: placesOnDemand(path, () => factPositions(read(text))),
    ...(manifest.hostingBundle === undefined ? own : withHostingBundle(manifest.hostingBundle, own)),
  };
}

/**
 * Whether the text is what `dotnet` printed, under whatever name it was saved. Throws `InputError` for a text file that is neither that nor
 * a manifest, such as the complaint of a shell that found no `dotnet`.
 */
function isCapture(path: string, text: string): boolean {
  if (/\bmanifestVersion\b/.test(text)) return false;
  if (/\.(?:json[c5]?|ya?ml)$/i.test(path)) return listsRuntimes(text);
  if (isDotnetOutput(text)) return true;
  if (!/\.(?:txt|log|out)$/i.test(path)) return false;
  const expected = 'the output of dotnet --list-runtimes or dotnet --info, or a server manifest in JSON or YAML';
  const firstLine = text.trim().split(/\r?\n/, 1)[0] ?? '';
  throw new InputError([{ file: path, place: '1:1', expected, found: firstLine === '' ? 'nothing' : firstLine.slice(0, 60) }]);
}

/** The places are only asked for when something is found, and with thousands of servers they would fill the memory: the text is read again. */
function placesOnDemand(file: string, positions: () => ReadonlyMap<string, TextPosition>): TargetServer['manifest'] {
  let places: ReadonlyMap<string, TextPosition> | undefined;
  return {
    file,
    get positions() {
      places ??= positions();
      return places;
    },
  };
}

async function applicationHostFacts(path: string, { iis }: Manifest, disk: Disk): Promise<ServerFacts> {
  if (iis?.applicationHostConfig === undefined) return {};
  const file = besideFile(path, iis.applicationHostConfig);
  const bytes = await serverFileBytes(file, 'the applicationHost.config that the manifest names', disk);
  return { iis: readApplicationHostConfig(readConfigurationFile(file, bytes)) };
}

/** The bundle stands for a server on which nothing else was set up, so that pools of which nothing is said have no variables either. */
function withHostingBundle(version: string, own: ServerFacts): Omit<TargetServer, 'name' | 'manifest'> {
  const { facts, notes } = hostingBundle(version, own.os?.architecture);
  const layered = layeredFacts(own, facts);
  const { iis } = layered;
  const pools = iis?.appPools?.map((pool) => ({ environment: new Map<string, string>(), ...pool }));
  return {
    ...layered,
    ...(iis === undefined || pools === undefined ? {} : { iis: { ...iis, appPools: pools } }),
    hostingBundle: version,
    ...(notes.length === 0 ? {} : { notes }),
  };
}
