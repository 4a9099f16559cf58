import type { EnvironmentBlock } from '../model/environment.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type EnvironmentLayer, environmentBlock, windowsVariables } from '../windows/environment.ts';
import { type WorkerArchitecture, workerArchitecture } from './worker-architecture.ts';

/** The worker process that WAS starts for the pool: its architecture, and the variables it gets. */
export const workerProcessStage = defineStage({
  name: 'worker-process',
  checks: 'the architecture and the environment of the worker process',
  needs: [],
  perform: (facts): StageOutcome => {
    const worker = workerArchitecture(facts);
    const workerEnvironment = environmentOf(facts, worker);
    if (!worker.known) {
      const because =
        facts.server === undefined ? 'No server is described.' : 'The architecture of the worker process depends on facts nobody gave.';
      return { outcome: 'unknown', because, missingFacts: worker.missingFacts, workedOut: { workerEnvironment } };
    }
    return {
      outcome: 'passed',
      because: `The worker process is ${worker.architecture}: ${worker.because}`,
      workedOut: { workerArchitecture: worker.architecture, workerEnvironment },
    };
  },
});

/**
 * The worker's variables: the machine's as WAS passes them on, overlaid with the pool's (`environmentVariables`, IIS 10).
 * Without a server the usual is taken, a machine that sets nothing of its own. A server given by its Hosting Bundle is one as installed,
 * so that what it does not say about variables means that none are set.
 */
function environmentOf(facts: StartFacts, worker: WorkerArchitecture): EnvironmentBlock {
  const { server, target } = facts;
  const builtIns = new Map([
    ...windowsVariables(worker.known ? worker.architecture : 'x64', server?.os?.architecture),
    // WAS tells the worker which pool it is for.
    ['APP_POOL_ID', target.appPool ?? null] as const,
    ['APP_POOL_CONFIG', null] as const,
  ]);
  if (server === undefined) return environmentBlock([], builtIns);
  const asInstalled = server.hostingBundle !== undefined;
  const layer = (variables: EnvironmentLayer['variables'], fact: string): EnvironmentLayer => {
    const known = variables ?? (asInstalled ? new Map<string, string | null>() : undefined);
    return known === undefined ? { fact } : { fact, variables: known };
  };
  return environmentBlock(
    [layer(server.environment, 'environment'), layer(target.pool?.environment, 'iis.appPools[].environment')],
    builtIns,
  );
}
