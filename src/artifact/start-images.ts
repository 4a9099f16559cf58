import type { BinaryImage } from '../model/binary-image.ts';
import { extension, fileName, parentPath } from '../windows/paths.ts';
import { readBinaryImage, type WantedFacts } from '../windows/pe-image.ts';
import type { ApplicationFiles } from './application-files.ts';

/** Methods that tell how the application builds its host, and others that advice looks for. */
const memberNames: readonly string[] = [
  ...['CreateSlimBuilder', 'CreateEmptyBuilder', 'UseIIS', 'UseIISIntegration', 'CreateBuilder', 'CreateDefaultBuilder'],
  ...['UseHttpsRedirection', 'set_HttpsPort'],
  ...['MapBlazorHub', 'AddInteractiveServerRenderMode', 'MapHub', 'UseWebSockets'],
  ...['PersistKeysToFileSystem', 'PersistKeysToRegistry', 'PersistKeysToDbContext', 'UseEphemeralDataProtectionProvider'],
];

/** What an executable or an entry assembly is asked. */
const entryFacts: WantedFacts = { fileVersion: true, exports: true, appHost: true, assembly: { memberNames } };

/** Files that the host and the module load by name, from the folder of the application. */
const startLibraries: ReadonlyMap<string, WantedFacts> = new Map([
  ['hostfxr.dll', { fileVersion: true, exports: true }],
  ['hostpolicy.dll', { fileVersion: true, exports: true }],
  ['coreclr.dll', { fileVersion: true, exports: true }],
  ['clrjit.dll', { fileVersion: true }],
  ['aspnetcorev2_inprocess.dll', { fileVersion: true, exports: true }],
  ['system.private.corelib.dll', { fileVersion: true }],
  ['microsoft.aspnetcore.server.iis.dll', { fileVersion: true }],
]);

/** Looks into every image that could take part in the start; `named` are the keys that web.config names, `known` what was looked into before. */
export async function readStartImages(
  application: ApplicationFiles,
  named: ReadonlySet<string>,
  known: ReadonlyMap<string, BinaryImage> = new Map(),
): Promise<ReadonlyMap<string, BinaryImage>> {
  const images = new Map<string, BinaryImage>();
  for (const [key, wanted] of worthLookingInto(application, named)) {
    const size = application.files.get(key)?.size ?? 0;
    const before = known.get(key);
    images.set(key, before ?? (await readBinaryImage((offset, length) => application.read(key, offset, length), size, wanted)));
  }
  return images;
}

function worthLookingInto(application: ApplicationFiles, named: ReadonlySet<string>): ReadonlyMap<string, WantedFacts> {
  const wanted = new Map<string, WantedFacts>();
  const inProcessHandler = 'aspnetcorev2_inprocess.dll';
  for (const key of application.files.keys()) {
    // The handler also comes as a native asset below runtimes\.
    if (key.endsWith(inProcessHandler) && fileName(key) === inProcessHandler) wanted.set(key, { fileVersion: true, exports: true });
  }
  for (const folder of new Set(['', ...[...named].map(parentPath)])) {
    for (const key of application.inFolder(folder)) {
      const facts = startLibraries.get(fileName(key));
      if (facts !== undefined) wanted.set(key, facts);
    }
  }
  for (const key of application.inFolder('')) if (isEntryCandidate(key, application)) wanted.set(key, entryFacts);
  for (const key of named) if (!wanted.has(key)) wanted.set(key, entryFacts);
  return wanted;
}

/** Every exe, and every dll that comes with the files of an application of its own. */
function isEntryCandidate(key: string, { files }: ApplicationFiles): boolean {
  const kind = extension(key);
  if (kind === '.exe') return true;
  if (kind !== '.dll') return false;
  const stem = key.slice(0, -kind.length);
  return ['.runtimeconfig.json', '.deps.json', '.exe'].some((suffix) => files.has(stem + suffix));
}
