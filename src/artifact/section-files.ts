import { readConfigurationFile } from '../iis/configuration-file.ts';
import { externalSectionFiles, withExternalSections } from '../iis/external-sections.ts';
import type { ConfigurationFile } from '../model/configuration-element.ts';
import { pathKey } from '../windows/paths.ts';
import type { ApplicationFiles } from './application-files.ts';

/** Bytes; IIS reads no larger file unless told otherwise. */
const largestFile = 250 * 1024;

/** More than any web.config has; a hostile one could name thousands. */
const mostFiles = 50;

/** The web.config with the sections that stand in files of their own beside it. */
export async function withSectionFiles(webConfig: ConfigurationFile, { files, read }: ApplicationFiles): Promise<ConfigurationFile> {
  const sections = new Map<string, ConfigurationFile>();
  for (const name of externalSectionFiles(webConfig).slice(0, mostFiles)) {
    // The file must lie in the folder of web.config or below.
    const key = /^[\\/]|:|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(name) ? '' : pathKey(name);
    const file = files.get(key);
    if (file !== undefined && file.size <= largestFile) sections.set(name, readConfigurationFile(file.path, await read(key)));
  }
  return withExternalSections(webConfig, sections);
}
