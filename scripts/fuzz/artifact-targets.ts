import type { Disk } from '../../src/model/file-tree.ts';
import { buildZip } from '../../test/artifact/zip-builder.ts';
import { memoryDisk } from '../../test/model/memory-disk.ts';
import type { FuzzTarget, SeedsOf } from './fuzz-target.ts';
import type { RandomInteger } from './mutate.ts';
import { checkSoundly, expectSameStarts } from './outcomes.ts';
import {
  deps,
  type Files,
  image,
  managed,
  packageShapes,
  packed,
  publishedBelow,
  publishOutput,
  runtimeConfig,
  server,
  singleFile,
  webConfig,
} from './samples.ts';

const runFolder = async (disk: Disk): Promise<void> => void (await checkSoundly(disk, { artifacts: ['publish'] }));
const runPackage = async (disk: Disk): Promise<void> => void (await checkSoundly(disk, { artifacts: ['publish.zip'] }));

/** The folder, and a package of its files that has the same name. */
async function runBoth(disk: Disk): Promise<void> {
  const { files, read } = await disk.tree('publish');
  const named = new Map(await Promise.all(files.map(async ({ path }) => [path, await read(path)] as const)));
  const packages = memoryDisk(
    new Map([
      ['publish', packed(named)],
      ['bundle.json', server('8.0.11')],
    ]),
  );
  expectSameStarts(await checkSoundly(disk, { artifacts: ['publish'] }), await checkSoundly(packages, { artifacts: ['publish'] }));
}

const inFolder =
  (name: string) =>
  (mutated: Buffer): Files =>
    new Map([...publishedBelow('publish'), [`publish/${name}`, mutated]]);

const fileOfFolder = (name: string, file: string, mutation: FuzzTarget['mutation'], seeds: readonly Buffer[]): FuzzTarget => ({
  name,
  seeds,
  mutation,
  files: inFolder(file),
  run: mutation === 'text' ? runBoth : runFolder,
});

/** One file of the publish output in a whole package of any shape. */
const fileOfPackage = (file: string, seeds: readonly Buffer[]): FuzzTarget => ({
  name: `${file} in a package`,
  seeds,
  mutation: 'text',
  files: (mutated, random) => {
    const shape = packageShapes[random(packageShapes.length)] ?? { below: '', extra: [] };
    const files = new Map([...publishOutput].map(([name, bytes]) => [shape.below + name, name === file ? mutated : bytes]));
    const whole = packed(files, random(2) === 0, shape.extra);
    return new Map([['publish.zip', random(4) === 0 ? packed(new Map([['drop/Inner.zip', whole]]), random(2) === 0) : whole]]);
  },
  run: runPackage,
});

const names = Buffer.from(
  [...publishOutput.keys(), 'wwwroot/site.css', 'runtimes/win-x64/native/b.dll', 'sub/web.config', 'sub/x.dll'].join('\n'),
);

/** Names of files, one a line; the content is what the healthy file of that name has. */
const filesNamed = (mutated: Buffer): ReadonlyMap<string, Uint8Array> =>
  new Map(
    mutated
      .toString()
      .split('\n')
      .filter((name) => name !== '' && Buffer.byteLength(name) < 60_000)
      .map((name) => [name, publishOutput.get(name.slice(name.lastIndexOf('/') + 1)) ?? Buffer.from('x')]),
  );

const parameters = Buffer.from(
  `<parameters>
<parameter name="Environment" defaultValue="x"><parameterEntry kind="XmlFile" scope="\\\\web\\.config$" match="//environmentVariable[@name='A']/@value" /></parameter>
<parameter name="Path"><parameterEntry kind="XmlFile" scope=".*" match="/configuration//aspNetCore/@processPath" /></parameter>
<parameter name="Section"><parameterEntry type="XmlFile" scope="web.config" match="//*[local-name()='handlers' and @x='y']" /></parameter>
<parameter name="Level"><parameterEntry kind="TextFile" scope="appsettings\\.json$" match="Information" /></parameter>
</parameters>`,
);

const webDeploy = (mutated: Buffer, random: RandomInteger): Files => {
  const content = publishedBelow('Content/C_C/x/PackageTmp');
  const files = new Map([...content, ['archive.xml', Buffer.alloc(0)] as const, ['parameters.xml', mutated] as const]);
  return random(2) === 0
    ? new Map([['publish.zip', packed(files)]])
    : new Map([...files].map(([name, bytes]) => [`publish.zip/${name}`, bytes]));
};

const packages = packageShapes.map(({ below, extra }) =>
  packed(new Map([...publishOutput].map(([name, bytes]) => [below + name, bytes])), false, extra),
);

export function artifactTargets(seedsOf: SeedsOf): readonly FuzzTarget[] {
  return [
    fileOfFolder('image (exe)', 'App.exe', 'same-length', seedsOf('image', image)),
    fileOfFolder('image (dll)', 'App.dll', 'same-length', seedsOf('image', managed)),
    fileOfFolder('image (any length)', 'App.dll', 'bytes', seedsOf('image', managed)),
    fileOfFolder('single file', 'App.exe', 'same-length', [singleFile]),
    { name: 'zip', seeds: packages, mutation: 'same-length', files: (mutated) => new Map([['publish.zip', mutated]]), run: runPackage },
    {
      name: 'zip (any length)',
      seeds: packages,
      mutation: 'bytes',
      files: (mutated) => new Map([['publish.zip', mutated]]),
      run: runPackage,
    },
    fileOfPackage('web.config', seedsOf('web.config', webConfig)),
    fileOfPackage('App.runtimeconfig.json', seedsOf('runtimeconfig', runtimeConfig)),
    { name: 'parameters.xml', seeds: [parameters], mutation: 'text', files: webDeploy, run: runPackage },
    {
      name: 'names in a folder',
      seeds: [names],
      mutation: 'text',
      files: (mutated) => new Map([...filesNamed(mutated)].map(([name, bytes]) => [`publish/${name}`, bytes])),
      run: runFolder,
    },
    {
      name: 'names in a package',
      seeds: [names],
      mutation: 'text',
      files: (mutated) => new Map([['publish.zip', buildZip([...filesNamed(mutated)].map(([name, content]) => ({ name, content })))]]),
      run: runPackage,
    },
    fileOfFolder('web.config', 'web.config', 'text', seedsOf('web.config', webConfig)),
    fileOfFolder('runtimeconfig.json', 'App.runtimeconfig.json', 'text', seedsOf('runtimeconfig', runtimeConfig)),
    fileOfFolder('deps.json', 'App.deps.json', 'text', seedsOf('deps', deps)),
    fileOfFolder('appsettings.json', 'appsettings.json', 'text', seedsOf('appsettings', Buffer.from('{}'))),
  ];
}
