import { parentPath } from '../windows/paths.ts';

/** A file named after the entry assembly, such as `App.runtimeconfig.json`, relative to the application root. */
export function fileBeside(dll: string, suffix: string): string {
  const folder = parentPath(dll);
  const stem = dll.slice(folder === '' ? 0 : folder.length + 1).replace(/\.[^.\\]*$/, '');
  return `${folder === '' ? '' : `${folder}\\`}${stem}${suffix}`;
}
