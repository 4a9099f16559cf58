import type { ChooseRoot } from './package-shape.ts';
import { packagesWithoutApplication } from './packages-inside.ts';

/** A folder is deployed as it is, so it is its own root, whatever lies below it. */
export const folderRoot: ChooseRoot = (files, roots) => ({ root: '', notes: packagesWithoutApplication('folder', files, roots) });
