import { spawnSync } from 'node:child_process';
import { InputError } from '../../model/input-error.ts';

const largestOutput = 64 * 1024 * 1024;

/** Runs a script of ours with Windows PowerShell, which every Windows has, and gives what it prints. */
export async function runPowerShell(script: string): Promise<string> {
  const program = `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
  const utf8 = '[Console]::OutputEncoding = [System.Text.Encoding]::UTF8\n';
  const run = spawnSync(program, ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', '-'], {
    // Read from a pipe, a block ends at an empty line.
    input: `& {\n${utf8}${script.replace(/\n\s*\n/g, '\n')}}\n\n`,
    encoding: 'utf8',
    maxBuffer: largestOutput,
    windowsHide: true,
  });
  if (run.status === 0 && run.stdout.trim() !== '') return run.stdout;
  const found = run.error?.message ?? (run.stderr.trim().split('\n')[0] || `exit code ${run.status}`);
  throw new InputError([{ file: program, expected: 'the description of this server', found }]);
}
