import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './answer.ts';
import type { Layout } from './layout.ts';
import { emptyDeps, emptyStage, errorsOfWindows, type Stage, startApplication } from './stage.ts';

/** Builds a dotnet root with these frameworks, and an application without files of its own. */
export function buildStage(dotnetRoot: string, folder: string, frameworks: Layout['frameworks']): Stage {
  const stage = emptyStage(dotnetRoot, folder);
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

/** The paths and names of the model in place of those of this machine. */
function asOnWindows(text: string, { root, app }: Stage): string {
  const written = text
    .replaceAll('libhostpolicy.so', 'hostpolicy.dll')
    .replaceAll(app, 'C:\\app')
    .replaceAll(root, 'C:\\root')
    .replace(/C:\\(?:app|root)[^\s'\]]*/g, (path) => path.replaceAll('/', '\\'))
    .replace(/rid=[^&\s]+(?:&os=[^&\s]+)?/g, 'rid=win-x64&os=win10');
  return errorsOfWindows(written);
}

/** Runs the host on a layout whose frameworks are those of the stage. */
export async function realAnswer(stage: Stage, layout: Layout): Promise<Answer> {
  writeOrRemove(join(stage.app, 'app.runtimeconfig.json'), layout.runtimeConfig);
  writeOrRemove(join(stage.app, 'app.runtimeconfig.dev.json'), layout.runtimeConfigDev);
  const { crashed, code, text, trace } = await startApplication(stage, { ...layout.environment, DOTNET_MULTILEVEL_LOOKUP: '0' });
  if (crashed) return { outcome: 'crash', code: 0, frameworks: [], text: '' };
  const frameworks = summary(trace) ?? [];
  const outcome = frameworks.length > 0 ? 'resolved' : 'refused';
  return { outcome, code, frameworks, text: asOnWindows(text, stage).replace(/\n+$/, '') };
}
