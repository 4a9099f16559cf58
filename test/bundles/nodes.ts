import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A Node that starts bundles: the one that runs the tests, and those of CI where their packages could be installed. */
export interface NodeUnderTest {
  readonly name: string;
  readonly path: string;
}

const fromPackages: readonly NodeUnderTest[] = ['20', '24'].map((major) => ({
  name: `Node ${major}`,
  path: `${root}node_modules/node${major}-linux-x64/bin/node`,
}));

const installed = fromPackages.filter(({ path }) => existsSync(path));
const missing = fromPackages.filter(({ path }) => !existsSync(path));

if (missing.length > 0) {
  process.stderr.write(
    `The bundles are not tried on ${missing.map(({ name }) => name).join(' and ')}: no package of it for this platform.\n`,
  );
}

export const nodes: readonly NodeUnderTest[] =
  missing.length === 0 ? installed : [{ name: `this Node (${process.version})`, path: process.execPath }, ...installed];
