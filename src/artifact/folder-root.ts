import { shownName } from './application-files.ts';
import type { ChooseRoot } from './package-shape.ts';

/** A folder is deployed as it is, so it is its own root, whatever lies below it. */
export const folderRoot: ChooseRoot = (files, roots) => {
  const paths = [...files.values()].map(({ path }) => path);
  const packages = roots.length > 0 ? [] : paths.filter((path) => /\.(?:zip|nupkg)$/i.test(path));
  const [first, ...others] = packages;
  if (first === undefined) return { root: '', notes: [] };
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return {
    root: '',
    notes: [
      `No application lies in the folder, but packages do, none of which was checked: ${shownName(first)}${more}. Name one to check it.`,
    ],
  };
};
