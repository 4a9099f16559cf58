import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { InputError } from '../model/input-error.ts';
import { disk } from './disk.ts';
import type { StepSurroundings } from './run-on-agent.ts';
import { version } from './version.ts';

/** The surroundings of a step in this process. `temporary`: the variable that names the agent's temporary folder. */
export function stepSurroundings(temporary: string | undefined): StepSurroundings {
  return {
    disk,
    // Loaded when the inputs are known to be good: a step that stops before needs none of it.
    check: async (request, source) => (await import(/* webpackMode: "eager" */ '../check.ts')).check(request, source),
    version,
    today: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    directory: process.cwd(),
    temporary: temporary === undefined || temporary === '' ? tmpdir() : temporary,
    async writeFile(file, text) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      } catch (error) {
        const found = error instanceof Error ? error.message : String(error);
        throw new InputError([{ file, expected: 'a file that can be written', found }]);
      }
    },
  };
}
