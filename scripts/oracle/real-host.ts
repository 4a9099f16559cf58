import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './answer.ts';
import type { Layout } from './layout.ts';

/** A valid deps.json without contents; hostfxr reads that of the root framework. */
const emptyDeps = '{"runtimeTarget":{"name":"x"},"targets":{"x":{}},"libraries":{}}';

/** A folder with a copy of `dotnet` that takes itself for the root, and the application beside it. */
export interface Stage {
  readonly root: string;
  readonly app: string;
  readonly trace: string;
}

/** Builds the dotnet root. Links into one copy, because a symbolic link to `dotnet` would lead the host back to the real one. */
export function buildStage(dotnetRoot: string, folder: string, frameworks: Layout['frameworks']): Stage {
  rmSync(folder, { recursive: true, force: true });
  const stage: Stage = { root: join(folder, 'root'), app: join(folder, 'app'), trace: join(folder, 'trace') };
  mkdirSync(stage.root, { recursive: true });
  mkdirSync(stage.app);
  const copy = join(folder, '..', 'dotnet');
  if (!existsSync(copy)) copyFileSync(join(dotnetRoot, 'dotnet'), copy);
  linkSync(copy, join(stage.root, 'dotnet'));
  symlinkSync(join(dotnetRoot, 'host'), join(stage.root, 'host'));
  for (const [name, versions] of Object.entries(frameworks)) {
    for (const { version, runtimeConfig, complete } of versions) {
      const versionFolder = join(stage.root, 'shared', name, version);
      mkdirSync(versionFolder, { recursive: true });
      if (complete !== false) writeFileSync(join(versionFolder, `${name}.deps.json`), emptyDeps);
      if (runtimeConfig !== undefined) writeFileSync(join(versionFolder, `${name}.runtimeconfig.json`), runtimeConfig);
    }
  }
  writeFileSync(join(stage.app, 'app.dll'), '');
  return stage;
}

function writeOrRemove(file: string, text: string | undefined): void {
  if (text === undefined) rmSync(file, { force: true });
  else writeFileSync(file, text);
}

/** The frameworks in the last summary of the trace; absent when there is none, because a framework was not resolved. */
function summary(trace: string): string[] | undefined {
  const start = trace.lastIndexOf('--- Summary of all frameworks:');
  if (start < 0) return undefined;
  return [...trace.slice(start).matchAll(/framework:'([^']*)', lowest requested version='[^']*', found version='([^']*)'/g)].map(
    ([, name, version]) => `${name} ${version}`,
  );
}

/** The paths and names of the model in place of those of this machine, and what Windows says of a file without bytes. */
function asOnWindows(text: string, { root, app }: Stage): string {
  return text
    .replaceAll('libhostpolicy.so', 'hostpolicy.dll')
    .replaceAll(app, 'C:\\app')
    .replaceAll(root, 'C:\\root')
    .replace(/C:\\(?:app|root)[^\s'\]]*/g, (path) => path.replaceAll('/', '\\'))
    .replace(/rid=[^&\s]+(?:&os=[^&\s]+)?/g, 'rid=win-x64&os=win10')
    .replace(/mmap\((.*)\) failed with error 22$/gm, 'CreateFileMappingW($1) failed with error 1006')
    .replace(/(?<=Cannot use file stream for .*: )Invalid argument$/gm, 'Success');
}

/** Runs the host on a layout whose frameworks are those of the stage. */
export function realAnswer(stage: Stage, layout: Layout): Promise<Answer> {
  writeOrRemove(join(stage.app, 'app.runtimeconfig.json'), layout.runtimeConfig);
  writeOrRemove(join(stage.app, 'app.runtimeconfig.dev.json'), layout.runtimeConfigDev);
  rmSync(stage.trace, { force: true });
  const tracing = { COREHOST_TRACE: '1', COREHOST_TRACEFILE: stage.trace, DOTNET_MULTILEVEL_LOOKUP: '0' };
  const child = spawn(join(stage.root, 'dotnet'), ['exec', join(stage.app, 'app.dll')], {
    env: { ...layout.environment, ...tracing },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      if (signal !== null) return resolve({ outcome: 'crash', code: 0, frameworks: [], text: '' });
      const frameworks = summary(readFileSync(stage.trace, 'utf8'));
      const resolved = frameworks !== undefined && frameworks.length > 0;
      resolve({
        outcome: resolved ? 'resolved' : 'refused',
        code: code ?? 0,
        frameworks: resolved ? frameworks : [],
        text: asOnWindows(text, stage).replace(/\n+$/, ''),
      });
    });
  });
}
