import { appcmd } from '../model/appcmd.ts';
import type { Remedy } from '../model/finding.ts';
import type { DeploymentTarget } from '../model/start-facts.ts';

/** Has the pool run worker processes of the other bitness; braces stand for a name that the description of the server does not tell. */
export function poolBitnessRemedy({ appPool = '{pool}' }: DeploymentTarget, architecture: 'x86' | 'x64'): Remedy {
  const is32Bit = architecture === 'x86';
  return {
    side: 'server',
    text: `Let the pool run ${is32Bit ? '32-bit' : '64-bit'} worker processes.`,
    snippet: `${appcmd} set apppool "${appPool}" /enable32BitAppOnWin64:${is32Bit}`,
  };
}
