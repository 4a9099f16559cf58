import type { PublishArtifact } from '../model/publish-artifact.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import type { ApplicationFiles } from './application-files.ts';
import { packagesWithoutApplication } from './packages-inside.ts';

/** Which folder of an input counts as the application root, and what the report should say about that. */
export interface RootChoice {
  readonly root: string;
  readonly notes: readonly string[];
}

/** Decides from the files, and from the folders that look like roots of applications. */
export type ChooseRoot = (files: ApplicationFiles['files'], roots: readonly string[]) => RootChoice;

export type PackageShape = Exclude<PublishArtifact['shape'], 'folder'>;

/** What a package is, by the files at its top. */
export function packageShape(paths: readonly string[]): PackageShape {
  const keys = new Set(paths.map(pathKey));
  if (keys.has('archive.xml') && !keys.has('web.config') && [...keys].some((key) => key.startsWith('content\\')))
    return 'web-deploy-package';
  const nuspec = [...keys].some((key) => /^[^\\]+\.nuspec$/.test(key));
  return nuspec ? 'nupkg' : 'zip';
}

/** The root by the conventions of each shape. */
export const chooseRootOf: Readonly<Record<PackageShape, ChooseRoot>> = {
  zip: (files, roots) =>
    takeTop(roots) ?? takeOnlyFolder(files, roots) ?? { root: '', notes: packagesWithoutApplication('package', files, roots) },
  'web-deploy-package': (files, roots) => {
    const below = roots.filter((root) => /^content(?:\/|$)/i.test(root));
    const root = below.find((candidate) => /(?:^|\/)packagetmp$/i.test(candidate)) ?? below[0] ?? packageTmp(files) ?? '';
    return { root, notes: [] };
  },
  nupkg: (_, roots) => {
    const content = roots.find((root) => /^content$/i.test(root));
    return takeTop(roots) ?? { root: content ?? (roots.length === 1 ? (roots[0] ?? '') : ''), notes: [] };
  },
};

function takeTop(roots: readonly string[]): RootChoice | undefined {
  return roots.includes('') ? { root: '', notes: [] } : undefined;
}

/** An archive of a folder instead of its contents: everything lies below one folder, and that folder, or one below it, is the application. */
function takeOnlyFolder(files: ApplicationFiles['files'], roots: readonly string[]): RootChoice | undefined {
  const [root, ...others] = roots;
  if (root === undefined) return undefined;
  const below = others.every((other) => other.startsWith(`${root}/`));
  const prefix = `${pathKey(root)}\\`;
  if (!below || ![...files.keys()].every((key) => key.startsWith(prefix))) return undefined;
  return { root, notes: [] };
}

/** The folder a Web Deploy package was made from, where no application shows in it. */
function packageTmp(files: ApplicationFiles['files']): string | undefined {
  for (const { path } of files.values()) {
    const found = /^(content\\(?:[^\\]+\\)*packagetmp)\\/i.exec(path)?.[1];
    if (found !== undefined) return found.replaceAll('\\', '/');
  }
  return undefined;
}

/** Files that belong to the package and not to what it delivers. */
export function isPackageMetadata(shape: PackageShape, path: string): boolean {
  if (shape !== 'nupkg') return false;
  const key = pathKey(path);
  return (
    key === '[content_types].xml' || key === '.signature.p7s' || key.startsWith('_rels\\') || key.startsWith('package\\') || isNuspec(key)
  );
}

function isNuspec(key: string): boolean {
  return fileName(key) === key && key.endsWith('.nuspec');
}
