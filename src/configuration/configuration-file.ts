import type { Disk } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';

/** Read from the working directory when no file is named. */
const defaultNames = ['iis-preflight.json', 'iis-preflight.yaml', 'iis-preflight.yml'] as const;

/**
 * The configuration file of a run: the one that was named, or the one with a default name in the working directory.
 * `undefined`: there is none. Two with default names are an error, because either could have been meant.
 */
export async function configurationFile(named: string | undefined, disk: Disk): Promise<string | undefined> {
  if (named !== undefined) return named;
  const kinds = await Promise.all(defaultNames.map(async (name) => ({ name, kind: await disk.kind(name) })));
  const [first, second] = kinds.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  if (first !== undefined && second !== undefined) {
    throw new InputError([
      { file: second, expected: `one configuration file in the working directory, or --config`, found: `also ${first}` },
    ]);
  }
  return first;
}
