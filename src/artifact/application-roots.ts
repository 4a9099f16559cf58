import { parentPath } from '../windows/paths.ts';
import type { ApplicationFiles } from './application-files.ts';

/** A web.config larger than IIS reads by default names no application root. */
const largestWebConfig = 250 * 1024;
const mostWebConfigs = 200;

/**
 * Folders that look like the root of an ASP.NET Core application, shallowest first, as written, with `/` between folders:
 * those with a web.config that has an aspNetCore element, and those with `<app>.runtimeconfig.json` beside `<app>.dll`.
 * At the top of the input any web.config counts: it is what IIS would read.
 */
export async function findApplicationRoots(application: ApplicationFiles): Promise<readonly string[]> {
  const roots = new Map<string, string>();
  let webConfigs = 0;
  for (const [key, { path, size }] of application.files) {
    const folder = parentPath(key);
    if (roots.has(folder)) continue;
    if (key.endsWith('.runtimeconfig.json')) {
      if (application.files.has(`${key.slice(0, -'.runtimeconfig.json'.length)}.dll`)) roots.set(folder, parentPath(path));
    } else if (key === 'web.config') roots.set('', '');
    else if (isWebConfig(key) && size <= largestWebConfig && webConfigs < mostWebConfigs) {
      webConfigs++;
      if (mentionsAspNetCore(await application.read(key))) roots.set(folder, parentPath(path));
    }
  }
  return [...roots.values()]
    .map((root) => root.replaceAll('\\', '/'))
    .sort((left, right) => depth(left) - depth(right) || (left < right ? -1 : 1));
}

function isWebConfig(key: string): boolean {
  return key.endsWith('\\web.config');
}

/** In UTF-8 or UTF-16: the element's name is ASCII in both once the NULs are gone. */
function mentionsAspNetCore(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '').includes('<aspNetCore');
}

function depth(root: string): number {
  return root === '' ? 0 : root.split('/').length;
}
