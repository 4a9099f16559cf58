import type { HostApplication } from '../model/host-start.ts';
import { withoutExtension } from '../windows/paths.ts';

export type ApplicationFile = '.dll' | '.exe' | '.runtimeconfig.json' | '.runtimeconfig.dev.json' | '.deps.json';

/** Full path on the server of a file named after the application. */
export function applicationFile({ directory, dll }: Pick<HostApplication, 'directory' | 'dll'>, suffix: ApplicationFile): string {
  return `${directory}\\${suffix === '.dll' ? dll : `${withoutExtension(dll)}${suffix}`}`;
}
