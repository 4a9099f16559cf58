import { basename } from 'node:path';
import { collectorScript } from '../../server/collector-script.ts';
import type { CollectCommand } from './command.ts';
import { deliver, type Surroundings } from './surroundings.ts';

/**
 * On Windows, the manifest of this machine. Elsewhere the script that makes one, to be taken to the server; a server needs no Node for it.
 */
export async function collectCommand({ output }: CollectCommand, surroundings: Surroundings): Promise<0> {
  const { runPowerShell, complain } = surroundings;
  if (runPowerShell !== undefined) {
    await deliver(await runPowerShell(collectorScript), output, surroundings);
    return 0;
  }
  await deliver(collectorScript, output, surroundings);
  complain('iis-preflight: this is not Windows, so here is the script that collects. Run it on the server, as an administrator:\n');
  complain(
    `  powershell -NoProfile -ExecutionPolicy Bypass -File ${output === undefined ? 'collect.ps1' : basename(output)} > server.json\n`,
  );
  return 0;
}
