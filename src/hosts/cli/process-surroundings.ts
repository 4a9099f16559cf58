import { writeFileSync } from 'node:fs';
import { InputError } from '../../model/input-error.ts';
import { disk } from '../disk.ts';
import { version } from '../version.ts';
import { wantsColor } from './color.ts';
import { runPowerShell } from './power-shell.ts';
import type { Surroundings } from './surroundings.ts';

/** The commands' surroundings in this process. */
export function processSurroundings(): Surroundings {
  // `| head` closes the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    disk,
    check: async (request, source) => (await import(/* webpackMode: "eager" */ '../../check.ts')).check(request, source),
    version,
    today: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    color: wantsColor(process.env, process.stdout.isTTY === true),
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    ...(process.platform === 'win32' ? { runPowerShell } : {}),
    async writeFile(file, text) {
      try {
        writeFileSync(file, text);
      } catch (error) {
        throw new InputError([
          { file, expected: 'a file that can be written', found: error instanceof Error ? error.message : String(error) },
        ]);
      }
    },
  };
}
