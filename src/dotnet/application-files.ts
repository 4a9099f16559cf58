import type { HostApplication } from '../model/host-start.ts';

/** File name of the entry assembly up to its last dot: what `<app>.runtimeconfig.json` and `<app>.deps.json` are named after. */
export function applicationName({ dll }: Pick<HostApplication, 'dll'>): string {
  return dll.replace(/\.[^.\\]*$/, '');
}

export type ApplicationFile = '.dll' | '.exe' | '.runtimeconfig.json' | '.runtimeconfig.dev.json' | '.deps.json';

/** Full path on the server of a file named after the application. */
export function applicationFile(application: Pick<HostApplication, 'directory' | 'dll'>, suffix: ApplicationFile): string {
  return `${application.directory}\\${suffix === '.dll' ? application.dll : `${applicationName(application)}${suffix}`}`;
}
