import type { Architecture } from '../model/architecture.ts';
import type { StartFacts } from '../model/start-facts.ts';

export type WorkerArchitecture =
  | { readonly known: true; readonly architecture: Architecture; readonly because: string }
  | { readonly known: false; readonly missingFacts: readonly string[] };

/**
 * The architecture of the pool's worker process. A 32-bit system has no other; on 64-bit ones `enable32BitAppOnWin64` gives a 32-bit
 * worker, and on Windows on ARM64 `enableEmulationOnWinArm64` one that is emulated x64 (the 32-bit switch wins over it).
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add; dotnet/aspnetcore#47115.
 */
export function workerArchitecture({ server, target }: StartFacts): WorkerArchitecture {
  const windows = server?.os?.architecture;
  if (windows === 'x86') return { known: true, architecture: 'x86', because: 'Windows itself is 32-bit.' };
  const { pool } = target;
  const bits = pool?.enable32BitAppOnWin64;
  if (bits === true && pool !== undefined) {
    return { known: true, architecture: 'x86', because: `Pool "${pool.name}" has enable32BitAppOnWin64 on.` };
  }
  const missingFacts = [
    ...(windows === undefined ? ['os.architecture'] : []),
    ...(pool === undefined ? ['iis.appPools'] : bits === undefined ? ['iis.appPools[].enable32BitAppOnWin64'] : []),
  ];
  if (windows === undefined || pool === undefined || missingFacts.length > 0) return { known: false, missingFacts };
  const emulated = windows === 'arm64' && pool.enableEmulationOnWinArm64 === true;
  return {
    known: true,
    architecture: emulated ? 'x64' : windows,
    because: emulated ? `Pool "${pool.name}" has enableEmulationOnWinArm64 on.` : `Pool "${pool.name}" has enable32BitAppOnWin64 off.`,
  };
}
