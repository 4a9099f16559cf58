import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readPublishArtifacts } from '../../src/artifact/read-artifact.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { folderDisk } from '../model/memory-disk.ts';
import { composeArtifact } from '../scenarios/composition.ts';

const folder = new Map([
  ...composeArtifact({ id: '', note: '', artifact: { base: 'portable-net10.0' }, expect: { outcome: 'starts' }, tags: [] }),
  ['wwwroot/lib/site.css', Buffer.from('body{}\n')],
  ['wwwroot/read me.txt', Buffer.from('x\n')],
]);

const bytesOf = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/artifacts/${name}`, import.meta.url));

const read = (name: string) => readPublishArtifacts(name, folderDisk('publish', folder, new Map([[name, bytesOf(name)]])));

/** What the start is performed on, without where it came from. */
const factsOf = ({ files, images, contents, webConfig }: PublishArtifact) => ({
  files: [...files].toSorted(([left], [right]) => (left < right ? -1 : 1)),
  images: [...images].toSorted(([left], [right]) => (left < right ? -1 : 1)),
  contents: [...contents].map(([key, bytes]) => [key, Buffer.from(bytes).toString('utf8')]).toSorted(),
  webConfig,
});

describe('one publish output in every package', () => {
  const packageTmp = 'Content/C_C/agent/_work/1/s/Shop/obj/Release/net10.0/PubTmp/PackageTmp';
  test.each([
    ['info-zip.zip', 'zip', ''],
    ['info-zip-of-folder.zip', 'zip', 'publish'],
    ['info-zip-zip64.zip', 'zip', ''],
    ['info-zip-streamed.zip', 'zip', ''],
    ['jar.zip', 'zip', ''],
    ['python-zip64.zip', 'zip', ''],
    ['backslashes.zip', 'zip', ''],
    ['web-deploy.zip', 'web-deploy-package', packageTmp],
    ['dotnet-pack-root.nupkg', 'nupkg', ''],
    ['dotnet-pack-content.nupkg', 'nupkg', 'content'],
  ])('%s', async (name, shape, root) => {
    const [expected] = await readPublishArtifacts('publish', folderDisk('publish', folder));
    const [artifact, ...others] = await read(name);
    expect(others).toEqual([]);
    expect(artifact).toMatchObject({ name, shape, root });
    if (artifact === undefined || expected === undefined) throw new Error('nothing was read');
    expect(factsOf(artifact)).toEqual(factsOf(expected));
  });

  test('several-applications.zip', async () => {
    const artifacts = await read('several-applications.zip');
    const [expected] = await readPublishArtifacts('publish', folderDisk('publish', folder));
    if (expected === undefined) throw new Error('nothing was read');
    expect(artifacts.map(({ label }) => label)).toEqual(['several-applications.zip/admin', 'several-applications.zip/shop']);
    for (const artifact of artifacts) expect(factsOf(artifact)).toEqual(factsOf(expected));
  });
});
