import type { ChooseRoot } from './package-shape.ts';
import { unopenedPackages } from './unopened-packages.ts';

/** A folder is deployed as it is, so it is its own root, whatever lies below it. */
export const folderRoot: ChooseRoot = (files, roots) => ({ root: '', notes: unopenedPackages('folder', files, roots) });
