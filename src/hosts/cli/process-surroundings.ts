import { describeProblem } from '../../model/input-error.ts';
import { disk } from '../disk.ts';
import { systemCode, systemReason } from '../system-error.ts';
import { version } from '../version.ts';
import { writeResult } from '../write-file.ts';
import { looksOf } from './looks.ts';
import { runPowerShell } from './power-shell.ts';
import type { Surroundings } from './surroundings.ts';

/** The commands' surroundings in this process. */
export function processSurroundings(): Surroundings {
  process.stdout.on('error', outputLost);
  return {
    disk,
    check: async (request, source) => (await import(/* webpackMode: "eager" */ '../../check.ts')).check(request, source),
    version,
    today: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    looks: looksOf(process.env, process.stdout),
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    ...(process.platform === 'win32' ? { runPowerShell } : {}),
    writeFile: async (file, text) => writeResult(file, text),
  };
}

/** `| head` closes the pipe early, which is no failure of ours. Anything else loses the report: a full disk behind `> report.json`. */
function outputLost(error: Error): void {
  if (systemCode(error) === 'EPIPE') return;
  const problem = { file: 'standard output', expected: 'a place that can be written to', found: systemReason(error) };
  process.stderr.write(`iis-preflight: ${describeProblem(problem)}\n`);
  // The last word: the command itself may have ended by now, with a code of its own.
  process.once('exit', () => {
    process.exitCode = 2;
  });
}
