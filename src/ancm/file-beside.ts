import { withoutExtension } from '../windows/paths.ts';

/** A file named after the entry assembly, such as `App.runtimeconfig.json`, relative to the application root. */
export function fileBeside(dll: string, suffix: string): string {
  return `${withoutExtension(dll)}${suffix}`;
}
