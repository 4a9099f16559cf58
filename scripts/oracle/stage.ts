import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A valid deps.json without contents; hostfxr reads that of the root framework. */
export const emptyDeps = '{"runtimeTarget":{"name":"x"},"targets":{"x":{}},"libraries":{}}';

/** A folder with a copy of `dotnet` that takes itself for the root, and a place for the application beside it. */
export interface Stage {
  readonly root: string;
  readonly app: string;
  readonly trace: string;
}

/** Builds the dotnet root. Links into one copy, because a symbolic link to `dotnet` would lead the host back to the real one. */
export function emptyStage(dotnetRoot: string, folder: string): Stage {
  rmSync(folder, { recursive: true, force: true });
  const stage: Stage = { root: join(folder, 'root'), app: join(folder, 'app'), trace: join(folder, 'trace') };
  mkdirSync(stage.root, { recursive: true });
  mkdirSync(stage.app);
  const copy = join(folder, '..', 'dotnet');
  if (!existsSync(copy)) copyFileSync(join(dotnetRoot, 'dotnet'), copy);
  linkSync(copy, join(stage.root, 'dotnet'));
  symlinkSync(join(dotnetRoot, 'host'), join(stage.root, 'host'));
  return stage;
}

/** How the host ended. */
export interface Ending {
  /** A signal ended it. */
  readonly crashed: boolean;
  readonly code: number;
  /** Everything on the error stream. */
  readonly text: string;
  /** What it traced, where it did not crash. */
  readonly trace: string;
}

/** Starts the application of a stage with its host. */
export function startApplication({ root, app, trace }: Stage, environment: Readonly<Record<string, string>>): Promise<Ending> {
  rmSync(trace, { force: true });
  const child = spawn(join(root, 'dotnet'), ['exec', join(app, 'app.dll')], {
    env: { ...environment, COREHOST_TRACE: '1', COREHOST_TRACEFILE: trace },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      const crashed = signal !== null;
      resolve({ crashed, code: code ?? 0, text, trace: crashed ? '' : readFileSync(trace, 'utf8') });
    });
  });
}

/** What Windows says of a file without bytes, in place of what this system says. */
export function errorsOfWindows(text: string): string {
  return text
    .replace(/mmap\((.*)\) failed with error 22$/gm, 'CreateFileMappingW($1) failed with error 1006')
    .replace(/(?<=Cannot use file stream for .*: )Invalid argument$/gm, 'Success');
}
