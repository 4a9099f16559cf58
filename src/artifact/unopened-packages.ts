import { type ApplicationFiles, shownName } from './application-files.ts';

/** The note about packages that lie where no application does, and were not looked into; empty when there are none. */
export function unopenedPackages(
  input: 'folder' | 'package',
  files: ApplicationFiles['files'],
  roots: readonly string[],
): readonly string[] {
  const packages = roots.length > 0 ? [] : [...files.values()].map(({ path }) => path).filter((path) => /\.(?:zip|nupkg)$/i.test(path));
  const [first, ...others] = packages;
  if (first === undefined) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const advice = input === 'folder' ? 'Name one to check it.' : 'Unpack them and name one to check it.';
  return [`No application lies in the ${input}, but packages do, none of which was checked: ${shownName(first)}${more}. ${advice}`];
}
