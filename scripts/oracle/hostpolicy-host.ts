import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostpolicyAnswer } from './hostpolicy-answer.ts';
import { additionalDepsFiles, type DepsFolder, type HostpolicyLayout, packageFolder } from './hostpolicy-layout.ts';

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

/** A deps.json that lists nothing. */
const emptyDeps = '{"runtimeTarget":{"name":"x"},"targets":{"x":{}},"libraries":{}}';

function writeAdditionalDeps(folder: string): void {
  for (const file of additionalDepsFiles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), emptyDeps);
  }
}

interface Stage {
  readonly root: string;
  readonly app: string;
  readonly packages: string;
  readonly trace: string;
}

function buildStage(dotnetRoot: string, folder: string, version: string, layout: HostpolicyLayout): Stage {
  rmSync(folder, { recursive: true, force: true });
  const stage: Stage = {
    root: join(folder, 'root'),
    app: join(folder, 'app'),
    packages: join(folder, 'packages'),
    trace: join(folder, 'trace'),
  };
  for (const path of [stage.root, stage.packages, join(stage.packages, 'x64', 'net10.0')]) mkdirSync(path, { recursive: true });
  const copy = join(folder, '..', 'dotnet');
  if (!existsSync(copy)) copyFileSync(join(dotnetRoot, 'dotnet'), copy);
  linkSync(copy, join(stage.root, 'dotnet'));
  symlinkSync(join(dotnetRoot, 'host'), join(stage.root, 'host'));
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

/** The paths of the model in place of those of this machine, and what Windows says of a file without bytes. */
function modelPaths(text: string, { root, app, packages }: Stage): string {
  return asOnWindows(text.replaceAll(app, 'C:\\app').replaceAll(root, 'C:\\root').replaceAll(packages, 'C:\\packages'))
    .replace(/C:\\(?:app|root|packages)[^\s'\]:)]*/g, (path) => path.replaceAll('/', '\\'))
    .replace(/mmap\((.*)\) failed with error 22$/gm, 'CreateFileMappingW($1) failed with error 1006')
    .replace(/(?<=Cannot use file stream for .*: )Invalid argument$/gm, 'Success');
}

function property(trace: string, name: string, stage: Stage): string[] | undefined {
  const value = new RegExp(`^Property ${name} = (.*)$`, 'm').exec(trace)?.[1];
  return value
    ?.split(':')
    .filter((path) => path !== '')
    .map((path) => modelPaths(path, stage));
}

/** Runs the host of this machine on a layout, with its own hostpolicy beside the framework (or the application). */
export function realHostpolicyAnswer(
  dotnetRoot: string,
  folder: string,
  version: string,
  layout: HostpolicyLayout,
): Promise<HostpolicyAnswer> {
  const stage = buildStage(dotnetRoot, folder, version, layout);
  const environment = Object.fromEntries(
    Object.entries(layout.environment).map(([name, value]) => [name, here(value.replaceAll(packageFolder, stage.packages))]),
  );
  const tracing = { COREHOST_TRACE: '1', COREHOST_TRACEFILE: stage.trace, COREHOST_TRACE_VERBOSITY: '4' };
  const child = spawn(join(stage.root, 'dotnet'), ['exec', join(stage.app, 'app.dll')], {
    env: { ...environment, ...tracing },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      if (signal !== null) return resolve({ outcome: 'crash', code: 0, trusted: [], native: [], text: '' });
      const trace = readFileSync(stage.trace, 'utf8');
      const trusted = property(trace, 'TRUSTED_PLATFORM_ASSEMBLIES', stage);
      if (trusted === undefined)
        return resolve({ outcome: 'refused', code: code ?? 0, trusted: [], native: [], text: modelPaths(text, stage).replace(/\n+$/, '') });
      const native = property(trace, 'NATIVE_DLL_SEARCH_DIRECTORIES', stage) ?? [];
      resolve({ outcome: 'ready', code: 0, trusted: trusted.sort(), native: native.map((path) => path.replace(/\\$/, '')), text: '' });
    });
  });
}
