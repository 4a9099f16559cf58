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

/** What may lie beside the code: the licences of what was bundled, and the line that makes Node read the code as an ES module. */
const companions = ['licenses.txt', 'package.json'];

/**
 * Bundles one entry and everything it imports into `<folder>/index.js`. `entry` is a full path of compiled code. The CommonJS packages named
 * `late` run when something of them is first used, not when the program starts.
 */
export async function bundle(folder: string, entry: string, late: readonly string[] = []): Promise<DistFile[]> {
  const { code, assets } = await ncc(entry, { cache: false, quiet: true, license: 'licenses.txt' });
  const surprises = Object.keys(assets).filter((name) => !companions.includes(name));
  if (surprises.length > 0) {
    throw new Error(
      `${folder}: one file was expected, but there are also ${surprises.join(', ')} (a dynamic import without webpackMode "eager"?)`,
    );
  }
  // The bundler leaves what it cannot find to fail when it runs.
  const lost = /@@notfound\.js\?(\S+)/.exec(code)?.[1];
  if (lost !== undefined) throw new Error(`${folder}: ${lost} was not found`);
  if (code.includes(process.cwd())) throw new Error(`${folder}: the code has the path of this checkout in it`);
  return [
    { path: `${folder}/index.js`, text: late.reduce(runLate, code), executable: code.startsWith('#!') },
    ...companions.flatMap((name) => {
      const asset = assets[name];
      return asset === undefined ? [] : [{ path: `${folder}/${name}`, text: text(asset.source), executable: false }];
    }),
  ];
}

/** Lets every module that imports a CommonJS package get it when it reads something of it. */
function runLate(code: string, name: string): string {
  const imported = new RegExp(`(// EXTERNAL MODULE: \\./node_modules/${name}/\\S+\\nvar \\w+ = )(__nccwpck_require__\\(\\d+\\));`, 'g');
  const changed = code.replace(imported, '$1new Proxy({}, { get: (_, name) => $2[name] });');
  if (changed === code) throw new Error(`${name} is not imported as was expected, and would run at the start`);
  return changed;
}

const text = (source: string | Uint8Array): string => `${Buffer.from(source).toString('utf8').trimEnd()}\n`;
