// Runs jest with ES modules, on the Node that npm itself runs on. `node` alone would not do: two packages bring a `node` command
// to node_modules/.bin, for the tests of the bundles, and npm puts that folder first on the PATH of its scripts.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const node = process.env.npm_node_execpath ?? process.execPath;
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const { status } = spawnSync(node, ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
