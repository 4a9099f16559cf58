import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { composeArtifact } from '../scenarios/composition.ts';
import { root } from './nodes.ts';

/** A folder for this test file, gone when its tests are over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'iis-preflight-bundles-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes one of the publish outputs of `fixtures/scenarios/artifacts` to disk. */
export function writePublishFolder(folder: string, base: string): string {
  const files = composeArtifact({ id: base, note: 'written to disk', artifact: { base }, expect: { outcome: 'starts' }, tags: [] });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

/** A manifest of `fixtures/scenarios/servers`. */
export const serverManifest = (name: string): string => `${root}fixtures/scenarios/servers/${name}.json`;
