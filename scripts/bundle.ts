import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One file of `dist`, relative to it. */
export interface DistFile {
  readonly path: string;
  readonly text: string;
  readonly executable: boolean;
}

interface NccResult {
  readonly code: string;
  readonly assets: Readonly<Record<string, { readonly source: string | Uint8Array }>>;
}

type Ncc = (entry: string, options: { readonly cache: false; readonly quiet: true; readonly license: string }) => Promise<NccResult>;

// @vercel/ncc is CommonJS without types; this is the part of its documented interface that is used here.
const ncc: Ncc = createRequire(import.meta.url)('@vercel/ncc');

const options = { cache: false, quiet: true, license: 'licenses.txt' } as const;

/** What may lie beside the code: the licences of what was bundled, and the line that makes Node read the code as an ES module. */
const companions = ['licenses.txt', 'package.json'];

/** Code that an `import()` without webpackMode "eager" brings when it is asked for, by the number that the bundler gives it. */
const loadedLater = /^\d+\.index\.js$/;

/** How the code of a bundle is loaded. */
export interface Loading {
  /** What the `import()`s of a bundle name that lie in files of their own, loaded when they are asked for; else everything is in `index.js`. */
  readonly later?: readonly string[];
  /** CommonJS packages that run when something of them is first used, not when the program starts. */
  readonly unused?: readonly string[];
}

/** Bundles one entry and everything it imports into `<folder>/index.js`. `entry` is a full path of compiled code. */
export async function bundle(folder: string, entry: string, { later = [], unused = [] }: Loading = {}): Promise<DistFile[]> {
  const { code, assets } = await ncc(entry, options);
  const codes = new Map([['index.js', code]]);
  const files = new Map<string, string>();
  for (const [name, { source }] of Object.entries(assets)) {
    if (later.length > 0 && loadedLater.test(name)) codes.set(name, text(source));
    else if (companions.includes(name)) files.set(name, text(source));
    else throw new Error(`${folder}: one file was expected, but there is also ${name} (a dynamic import without webpackMode "eager"?)`);
  }
  if (later.length > 0) files.set('licenses.txt', await licencesOfAll(folder, entry, later));
  for (const name of unused) runLate(codes, name);
  return [
    ...[...codes].map(([name, each]) => codeFile(folder, name, each)),
    ...[...files].map(([name, each]) => ({ path: `${folder}/${name}`, text: each, executable: false })),
  ];
}

/** The bundler tells the licences of one file only, so everything is put into one for them. */
async function licencesOfAll(folder: string, entry: string, later: readonly string[]): Promise<string> {
  const whole = entry.replace(/[^/]*$/, 'whole.js');
  writeFileSync(whole, [entry.replace(/^.*\//, './'), ...later].map((name) => `import '${name}';\n`).join(''));
  try {
    const { assets } = await ncc(whole, options);
    const [licences] = Object.keys(assets).some((name) => loadedLater.test(name)) ? [] : [assets['licenses.txt']];
    if (licences === undefined) throw new Error(`${folder}: more is loaded later than ${later.join(', ')}`);
    return text(licences.source);
  } finally {
    rmSync(whole);
  }
}

function codeFile(folder: string, name: string, code: string): DistFile {
  // The bundler leaves what it cannot find to fail when it runs.
  const lost = /@@notfound\.js\?(\S+)/.exec(code)?.[1];
  if (lost !== undefined) throw new Error(`${folder}: ${lost} was not found`);
  if (code.includes(process.cwd())) throw new Error(`${folder}: ${name} has the path of this checkout in it`);
  return { path: `${folder}/${name}`, text: code, executable: code.startsWith('#!') };
}

/** Lets every module that imports a CommonJS package get it when it reads something of it. */
function runLate(codes: Map<string, string>, name: string): void {
  const imported = new RegExp(`(// EXTERNAL MODULE: \\./node_modules/${name}/\\S+\\nvar \\w+ = )(__nccwpck_require__\\(\\d+\\));`, 'g');
  const importing = [...codes].filter(([, code]) => code.search(imported) >= 0);
  if (importing.length === 0) throw new Error(`${name} is not imported as was expected, and would run at the start`);
  for (const [file, code] of importing) codes.set(file, code.replace(imported, '$1new Proxy({}, { get: (_, name) => $2[name] });'));
}

const text = (source: string | Uint8Array): string => `${Buffer.from(source).toString('utf8').trimEnd()}\n`;
