import { readApplicationHostConfig } from '../iis/application-host-config.ts';
import { readConfigurationFile } from '../iis/configuration-file.ts';
import type { TargetServer } from '../model/target-server.ts';
import { baseName } from './server-file.ts';

/** Whether a description of a server is XML, as applicationHost.config is, and neither JSON nor YAML. */
export function isConfigurationFile(path: string, bytes: Uint8Array): boolean {
  if (/\.(?:config|xml)$/i.test(path)) return true;
  // Byte by byte, so that it holds for every encoding; zeros are the other half of UTF-16.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).replaceAll('\0', '');
  return /^(?:ï»¿|ÿþ|þÿ)?\s*<[?!a-z]/i.test(start);
}

/**
 * A server of which somebody has the applicationHost.config. It tells pools, sites, sections and modules; runtimes stay unknown.
 * Throws `InputError` for a file that is no such configuration, such as a web.config.
 */
export function configuredServer(path: string, bytes: Uint8Array): TargetServer {
  const iis = readApplicationHostConfig(readConfigurationFile(path, bytes));
  return {
    name: baseName(path).replace(/\.(?:config|xml)$/i, ''),
    manifest: { file: path, positions: new Map() },
    iis,
    notes: [
      ...(isOfIisExpress(bytes)
        ? ['This is a configuration of IIS Express; the start is performed as IIS would, which differs in small things.']
        : []),
      'The server is described by its applicationHost.config only: nothing is known of its runtimes, its architecture and the version of the ASP.NET Core Module. A manifest can name the file (iis.applicationHostConfig) and say these.',
    ],
  };
}

/** Visual Studio writes folders of IIS Express as variables that IIS does not have. */
function isOfIisExpress(bytes: Uint8Array): boolean {
  return /%IIS_(?:BIN|USER_HOME)%/.test(new TextDecoder('latin1').decode(bytes).replaceAll('\0', ''));
}
