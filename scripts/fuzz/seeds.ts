import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Kinds of input that the tool reads. */
const seedKinds = [
  'web.config',
  'applicationHost.config',
  'runtimeconfig',
  'deps',
  'appsettings',
  'manifest.json',
  'manifest.yaml',
  'image',
  'msbuild',
  'pipeline',
] as const;

export type SeedKind = (typeof seedKinds)[number];

const largestSeed = 128 * 1024;
const mostSeeds = 300;

const patterns: Readonly<Record<SeedKind, RegExp>> = {
  'web.config': /^(?:web.*\.config|web-config.*)$/i,
  'applicationHost.config': /applicationhost.*\.config$/i,
  runtimeconfig: /runtimeconfig\.json$/i,
  deps: /deps\.json$/i,
  appsettings: /^appsettings.*\.json$/i,
  'manifest.json': /[\\/]servers[\\/][^\\/]+\.json$/i,
  'manifest.yaml': /[\\/]servers[\\/][^\\/]+\.ya?ml$/i,
  image: /\.(?:dll|exe)$/i,
  msbuild: /\.(?:csproj|props|targets|pubxml)$/i,
  pipeline: /\.ya?ml$/i,
};

/** Real files below the folders, by what they are; small ones only. */
export function seedsBelow(folders: readonly string[]): ReadonlyMap<SeedKind, readonly Buffer[]> {
  const seeds = new Map<SeedKind, Buffer[]>(seedKinds.map((kind) => [kind, []]));
  for (const path of folders.flatMap(filesBelow)) {
    const kind = seedKinds.find((candidate) => patterns[candidate].test(candidate.startsWith('manifest') ? path : basename(path)));
    const known = kind === undefined ? undefined : seeds.get(kind);
    if (known !== undefined && known.length < mostSeeds && statSync(path).size <= largestSeed) known.push(readFileSync(path));
  }
  return seeds;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
