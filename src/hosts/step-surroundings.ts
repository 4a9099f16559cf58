import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disk } from './disk.ts';
import type { StepSurroundings } from './run-on-agent.ts';
import { version } from './version.ts';
import { writeResultInFolder } from './write-file.ts';

/** The surroundings of a step in this process. `temporary`: the variable that names the agent's temporary folder. */
export function stepSurroundings(temporary: string | undefined): StepSurroundings {
  return {
    disk,
    // Loaded when the inputs are known to be good: a step that stops before needs none of it.
    check: async (request, source) => (await import('../check.ts')).check(request, source),
    version,
    today: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length),
    directory: process.cwd(),
    // A folder of its own: several steps of a job share the agent's, and what one has written must last to the end of the job.
    temporary: join(temporary === undefined || temporary === '' ? tmpdir() : temporary, `iis-preflight-${randomUUID().slice(0, 8)}`),
    writeFile: async (file, text) => writeResultInFolder(file, text),
  };
}
