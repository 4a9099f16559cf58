import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostpolicyAnswer } from './hostpolicy-answer.ts';
import { additionalDepsFiles, type DepsFolder, type HostpolicyLayout, packageFolder } from './hostpolicy-layout.ts';
import { emptyDeps, emptyStage, errorsOfWindows, type Stage, startApplication } from './stage.ts';

/** coreclr and the portable RIDs by their names on this system. */
const here = (text: string): string => text.replaceAll('coreclr.dll', 'libcoreclr.so').replace(/\bwin(?=-x64|-x86|["/\\]|$)/g, 'linux');
const asOnWindows = (text: string): string =>
  text.replaceAll('libcoreclr.so', 'coreclr.dll').replace(/\blinux(?=-x64|-x86|["/\\']|$)/gm, 'win');

function write(folder: string, name: string, { deps, files }: DepsFolder): void {
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    const path = join(folder, here(file));
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) writeFileSync(path, '');
  }
  if (deps !== undefined) writeFileSync(join(folder, `${name}.deps.json`), here(deps));
}

function writeAdditionalDeps(folder: string): void {
  for (const file of additionalDepsFiles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), emptyDeps);
  }
}

interface PackagesStage extends Stage {
  readonly packages: string;
}

function buildStage(dotnetRoot: string, folder: string, version: string, layout: HostpolicyLayout): PackagesStage {
  const stage: PackagesStage = { ...emptyStage(dotnetRoot, folder), packages: join(folder, 'packages') };
  mkdirSync(join(stage.packages, 'x64', 'net10.0'), { recursive: true });
  write(stage.app, 'app', layout.application);
  for (const lookup of ['', 'x64/net10.0']) write(join(stage.packages, lookup), '', { files: layout.packageFiles });
  if (layout.environment['DOTNET_ADDITIONAL_DEPS'] !== undefined) writeAdditionalDeps(stage.packages);
  const names = Object.keys(layout.frameworks);
  for (const [name, content] of Object.entries(layout.frameworks)) write(join(stage.root, 'shared', name, version), name, content);
  const policyFolder = names.length === 0 ? stage.app : join(stage.root, 'shared', 'Microsoft.NETCore.App', version);
  symlinkSync(join(dotnetRoot, 'shared', 'Microsoft.NETCore.App', version, 'libhostpolicy.so'), join(policyFolder, 'libhostpolicy.so'));
  const frameworks = names.length === 0 ? {} : { frameworks: names.map((name) => ({ name, version })) };
  const config = JSON.stringify({ runtimeOptions: { ...layout.runtimeOptions, ...frameworks } });
  writeFileSync(join(stage.app, 'app.runtimeconfig.json'), config.replaceAll(packageFolder, stage.packages));
  return stage;
}

/** The paths of the model in place of those of this machine. */
function modelPaths(text: string, { root, app, packages }: PackagesStage): string {
  const written = asOnWindows(text.replaceAll(app, 'C:\\app').replaceAll(root, 'C:\\root').replaceAll(packages, 'C:\\packages'));
  return errorsOfWindows(written.replace(/C:\\(?:app|root|packages)[^\s'\]:)]*/g, (path) => path.replaceAll('/', '\\')));
}

function property(trace: string, name: string, stage: PackagesStage): string[] | undefined {
  const value = new RegExp(`^Property ${name} = (.*)$`, 'm').exec(trace)?.[1];
  return value
    ?.split(':')
    .filter((path) => path !== '')
    .map((path) => modelPaths(path, stage));
}

/** Runs the host of this machine on a layout, with its own hostpolicy beside the framework (or the application). */
export async function realHostpolicyAnswer(
  dotnetRoot: string,
  folder: string,
  version: string,
  layout: HostpolicyLayout,
): Promise<HostpolicyAnswer> {
  const stage = buildStage(dotnetRoot, folder, version, layout);
  const environment = Object.fromEntries(
    Object.entries(layout.environment).map(([name, value]) => [name, here(value.replaceAll(packageFolder, stage.packages))]),
  );
  const { crashed, code, text, trace } = await startApplication(stage, { ...environment, COREHOST_TRACE_VERBOSITY: '4' });
  const none = { trusted: [], native: [], text: '' };
  if (crashed) return { ...none, outcome: 'crash', code: 0 };
  const trusted = property(trace, 'TRUSTED_PLATFORM_ASSEMBLIES', stage);
  if (trusted === undefined) return { ...none, outcome: 'refused', code, text: modelPaths(text, stage).replace(/\n+$/, '') };
  const native = property(trace, 'NATIVE_DLL_SEARCH_DIRECTORIES', stage) ?? [];
  return { ...none, outcome: 'ready', code: 0, trusted: trusted.sort(), native: native.map((path) => path.replace(/\\$/, '')) };
}
