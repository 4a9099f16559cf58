import { isBuiltin } from 'node:module';

/** Rooms of `src` and what each may import besides itself. `hosts` is last: everybody's guest, nobody's landlord. */
const imports: Readonly<Record<string, readonly string[]>> = {
  model: [],
  data: ['model'],
  windows: ['model'],
  iis: ['model', 'windows'],
  dotnet: ['model', 'windows'],
  ancm: ['model', 'windows', 'iis', 'dotnet'],
  startup: ['model', 'windows', 'iis', 'dotnet', 'ancm'],
  advice: ['model', 'windows', 'iis', 'dotnet', 'ancm', 'data'],
  source: ['model', 'windows', 'iis', 'dotnet', 'ancm'],
  report: ['model', 'windows', 'iis', 'dotnet', 'ancm'],
  artifact: ['model', 'windows', 'iis', 'dotnet'],
  server: ['model', 'windows', 'iis', 'dotnet', 'data'],
  configuration: ['model', 'server'],
};

const rooms = Object.keys(imports);

/** The sentence of the program, and the door of the library. */
const topFiles: Readonly<Record<string, readonly string[]>> = {
  'check.ts': rooms,
  'index.ts': [...rooms, 'check.ts', 'hosts'],
};

/** The hosts share what lies beside them, and never meet each other: the two SDKs must not be in one bundle. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  hosts: [...rooms, 'check.ts'],
  'hosts/cli': [...rooms, 'check.ts', 'hosts'],
  'hosts/github': [...rooms, 'check.ts', 'hosts'],
  'hosts/azure': [...rooms, 'check.ts', 'hosts'],
};

const mayImport = new Map(Object.entries({ ...imports, ...topFiles, ...hosts }));

/** Modules of Node that only work on what they are given. All others belong to the hosts. */
const pureNodeModules: ReadonlyMap<string, readonly string[]> = new Map([
  ['artifact', ['node:zlib']],
  ['report', ['node:crypto', 'node:util']],
]);

/** Where each package may be seen. A room that is not named needs none; the SDK of one CI host is never seen in the other's. */
const packageRooms: ReadonlyMap<string, readonly string[]> = new Map([
  ['@actions/core', ['hosts/github']],
  ['@actions/github', ['hosts/github']],
  ['azure-pipelines-task-lib', ['hosts/azure']],
  ['fast-xml-parser', ['report']],
  ['jsonc-parser', ['advice', 'dotnet', 'server']],
  ['sarif', ['report']],
  ['saxes', ['iis', 'source']],
  ['semver', ['report']],
  ['valibot', ['configuration', 'report', 'server']],
  ['yaml', ['hosts/cli', 'server']],
  ['yauzl', ['artifact']],
]);

/** `@scope/name` or `name` of what may go on with a file of the package. */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** The room of a file below `src`, or the file itself where it is at the top; `undefined` for a place that is no room. */
export function roomOf(path: string): string | undefined {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const room = folder === '' ? path : folder;
  return mayImport.has(room) ? room : undefined;
}

/** Why a file of `room` may not import `specifier`, which leads to the file `target` below `src` when it is relative. */
export function wrongImport(room: string, specifier: string, target: string | undefined): string | undefined {
  if (target !== undefined) return wrongRoom(room, target);
  if (specifier.startsWith('node:')) {
    const allowed = room.startsWith('hosts') || pureNodeModules.get(room)?.includes(specifier) === true;
    return allowed ? undefined : `${room} imports ${specifier}, which only a host may`;
  }
  if (isBuiltin(specifier)) return `${room} imports ${specifier}, which is a module of Node without node:`;
  const allowed = packageRooms.get(packageOf(specifier));
  if (allowed === undefined) return `${room} imports ${specifier}, a package that no room may`;
  return allowed.includes(room) ? undefined : `${room} imports ${specifier}, which only ${allowed.join(' and ')} may`;
}

function wrongRoom(room: string, target: string): string | undefined {
  const other = roomOf(target);
  if (other === undefined) return `${room} imports ${target}, which is in no room`;
  return other === room || mayImport.get(room)?.includes(other) === true ? undefined : `${room} imports ${target}`;
}

/** Folders of `test`: those of `src`, and tests of what is not in `src`. */
export const testFolders: ReadonlySet<string> = new Set([...rooms, 'hosts', 'bundles', 'floor-plan', 'publish', 'scenarios', 'scripts']);

/** What may lie at the top of the repository. */
export const topLevel: ReadonlySet<string> = new Set([
  ...['.ci', '.editorconfig', '.gitattributes', '.github', '.gitignore', '.node-version', '.npmrc'],
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'VERSIONING.md', 'SECURITY.md', 'LICENSE'],
  ...['action.yml', 'task.json', 'vss-extension.json', 'package.json', 'package-lock.json'],
  ...['tsconfig.json', 'tsconfig.test.json', 'biome.json', 'jest.config.js'],
  ...['bench', 'dist', 'docs', 'examples', 'fixtures', 'images', 'schemas', 'scripts', 'src', 'test'],
]);
