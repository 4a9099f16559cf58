import type { Architecture } from '../model/architecture.ts';
import { eventSources } from '../model/failure-text.ts';
import type { StartupFailure } from '../model/finding.ts';
import { restartIis } from '../model/remedies.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import { loadedModule } from './global-modules.ts';
import { poolBitnessRemedy } from './pool-bitness.ts';
import { poolInWords } from './pool-facts.ts';
import { workerArchitecture } from './worker-architecture.ts';

/** For `ARM64` the installer puts a forwarder in place that serves native and x64-emulated workers (dotnet/aspnetcore#47115). */
function serves(installed: readonly Architecture[], worker: Architecture): boolean {
  return installed.includes(worker) || (worker === 'x64' && installed.includes('arm64'));
}

/**
 * A worker process loads every registered module when it starts. One that cannot be loaded ends the worker, whatever the application
 * needs, and rapid-fail protection then stops the pool.
 * Source: dotnet/aspnetcore#24368, #24512; learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/cc735119.
 */
export const moduleImageStage = defineStage({
  name: 'module-image',
  checks: 'the module dll is there for the architecture of the worker process',
  needs: [],
  perform: (facts): StageOutcome => {
    const module = facts.server?.aspNetCoreModule;
    if (facts.server === undefined) return unknown('No server is described.', ['aspNetCoreModule.architectures']);
    const worker = workerArchitecture(facts);
    const bits = worker.known ? (worker.architecture === 'x86' ? 32 : 64) : undefined;
    const registered = loadedModule(facts.server.iis?.globalModules, 'AspNetCoreModuleV2', bits);
    if (registered === 'no')
      return { outcome: 'passed', because: 'Version 2 of the module is not registered for this worker process, so it is not loaded.' };
    if (module === undefined) return unknown('Nobody said for which architectures the module is installed.', ['aspNetCoreModule']);
    const installed = module.installed ? module.architectures : [];
    if (installed === undefined)
      return unknown('Nobody said for which architectures the module is installed.', ['aspNetCoreModule.architectures']);
    if (!worker.known) return unknown('The architecture of the worker process is not known.', worker.missingFacts);
    if (serves(installed, worker.architecture))
      return { outcome: 'passed', because: `aspnetcorev2.dll is there for an ${worker.architecture} worker process.` };
    if (registered === 'unknown') return unknown('Nobody said whether the module is registered.', ['iis.globalModules']);
    return { outcome: 'failed', failure: dllMissing(facts, worker.architecture, installed) };
  },
});

function unknown(because: string, missingFacts: readonly string[]): StageOutcome {
  return { outcome: 'unknown', because, missingFacts };
}

function dllMissing({ server, target }: StartFacts, worker: Architecture, installed: readonly Architecture[]): StartupFailure {
  const folder = worker === 'x86' && server?.os?.architecture !== 'x86' ? 'C:\\Program Files (x86)' : 'C:\\Program Files';
  const dll = `${folder}\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll`;
  return {
    rule: 'module-dll-missing',
    severity: 'error',
    certainty: 'certain',
    status: '503',
    title: 'The service is unavailable.',
    hresult: hresults.ERROR_MOD_NOT_FOUND,
    event: { source: eventSources.worker, id: 2280, message: `The Module DLL ${dll} failed to load. The data is the error.` },
    furtherEvents: [
      {
        source: eventSources.processActivation,
        id: 5002,
        message: `Application pool '${target.appPool ?? '{pool}'}' is being automatically disabled due to a series of failures in the process(es) serving that application pool.`,
      },
    ],
    message: `The ASP.NET Core Module is registered but its dll is not there for an ${worker} worker process, so every worker process of ${poolInWords(target)} ends while it starts.`,
    evidence: [
      'iis.globalModules names AspNetCoreModuleV2.',
      installed.length === 0
        ? 'aspNetCoreModule says that the module is not installed.'
        : `aspNetCoreModule.architectures is ${installed.join(', ')}; the worker process is ${worker}.`,
    ],
    remedies: [
      {
        side: 'server',
        text: 'Repair the Hosting Bundle; it installs the module for every architecture the system can run. Then restart IIS.',
        snippet: restartIis,
      },
      ...(worker === 'x86' && installed.includes('x64') ? [poolBitnessRemedy(target, 'x64')] : []),
    ],
    place: { in: 'server', fact: 'aspNetCoreModule.architectures' },
  };
}
