import { highestFxVersion } from '../dotnet/fx-version.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { StartServer } from '../model/start-facts.ts';
import type { InstalledVersion } from '../model/target-server.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { handlerSetting } from './aspnetcore-section.ts';

interface ParsedFolder {
  readonly folder: InstalledVersion;
  readonly numbers: readonly [number, number, number];
  readonly rest: string;
}

/** `12.2.19109.5`: three numbers, and whatever follows counts as a pre-release text. */
function parse(folder: InstalledVersion): ParsedFolder | undefined {
  const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})([.-].*)?$/.exec(folder.version);
  if (match === null) return undefined;
  return { folder, numbers: [Number(match[1]), Number(match[2]), Number(match[3])], rest: match[4] ?? '' };
}

function compare(left: ParsedFolder, right: ParsedFolder): number {
  for (const index of [0, 1, 2] as const) {
    if (left.numbers[index] !== right.numbers[index]) return left.numbers[index] - right.numbers[index];
  }
  if (left.rest === right.rest) return 0;
  if (left.rest === '' || right.rest === '') return left.rest === '' ? 1 : -1;
  return left.rest < right.rest ? -1 : 1;
}

/**
 * The highest handler folder as the shim of 2.2 orders them: it also takes four-part names, the fourth part as a pre-release text.
 * From 3.0 on such a name does not parse and is ignored. Source: aspnet/IISIntegration:src/AspNetCoreModuleV2/CommonLib/fx_ver.cpp.
 */
function highestFourPartVersion(folders: readonly InstalledVersion[]): InstalledVersion | undefined {
  const parsed = folders.map(parse).filter((folder) => folder !== undefined);
  return parsed.reduce<ParsedFolder | undefined>(
    (highest, folder) => (highest === undefined || compare(folder, highest) > 0 ? folder : highest),
    undefined,
  )?.folder;
}

/** The folder that will be loaded: as the setting says, verbatim; else the highest version, as this generation of the module orders them. */
export function chosenHandlerFolder(
  section: AspNetCoreSection,
  module: ModuleGeneration,
  listed: readonly InstalledVersion[],
): InstalledVersion | undefined {
  const setting = handlerSetting(section, 'handlerVersion');
  if (setting !== undefined && setting.value !== '') {
    return (
      listed.find(({ version }) => version.toLowerCase() === setting.value.toLowerCase()) ?? { version: setting.value, complete: false }
    );
  }
  return module.major < 3 ? highestFourPartVersion(listed) : highestFxVersion(listed);
}

/**
 * The generation of the handler that speaks out-of-process, which need not be the shim's: its folder is named `1<major>.<minor>.<build>`.
 * Where the folder does not tell, the two came together.
 */
export function handlerGeneration(server: StartServer | undefined, section: AspNetCoreSection, module: ModuleGeneration): ModuleGeneration {
  const installed = server?.aspNetCoreModule;
  const listed = installed?.installed === true ? installed.outOfProcessHandlers : undefined;
  if (module.module === 'AspNetCoreModule' || listed === undefined) return module;
  const parts = /^1(\d{1,3})\.(\d{1,5})\.\d/.exec(chosenHandlerFolder(section, module, listed)?.version ?? '');
  const [major, minor] = [Number(parts?.[1]), Number(parts?.[2])];
  if (parts === null || (major === module.major && minor === module.minor)) return module;
  return { module: module.module, major, minor, known: true };
}
