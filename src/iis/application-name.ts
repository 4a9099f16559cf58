import { withoutOuterSeparators } from '../windows/paths.ts';

/** An application as appcmd names it: `Default Web Site/api`, and `Default Web Site/` for the root application. */
export function applicationName(site: string, path: string): string {
  return `${site}${path.startsWith('/') ? path : `/${path}`}`;
}

/** `/api` for `api` and `/api/`. */
export function applicationPath(path: string): string {
  return `/${withoutOuterSeparators(path).replaceAll('\\', '/')}`;
}
