// The Node that npm itself runs on, with the arguments given. `node` alone would not do in a script of package.json: two packages bring
// a `node` command to node_modules/.bin, for the tests of the bundles, and npm puts that folder first on the PATH.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.env.npm_node_execpath ?? process.execPath, process.argv.slice(2), { stdio: 'inherit' });
process.exitCode = status ?? 1;
