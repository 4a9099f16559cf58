import { poolBitnessRemedy } from '../iis/pool-bitness.ts';
import { poolInWords } from '../iis/pool-facts.ts';
import type { StageOutcome } from '../model/stage.ts';
import { pathKey } from '../windows/paths.ts';
import type { ApplicationStart } from './application-start.ts';
import { managedExceptionEvent, workerThreadExitedEvent } from './event-log.ts';
import { handlerFailure, handlerMajor } from './handler-failure.ts';
import { whyAssemblyRefused } from './image-architecture.ts';

/** The runtime loads the entry assembly into the worker process: an assembly for another machine is a BadImageFormatException, 500.30. */
export function entryAssembly(start: ApplicationStart): StageOutcome | undefined {
  const { facts, module, aspNetCore, requestHandler, applicationDll, workerArchitecture } = start;
  const image = facts.artifact.images.get(pathKey(applicationDll));
  const why = image === undefined ? undefined : whyAssemblyRefused(image, workerArchitecture);
  if (image === undefined || why === undefined) return undefined;
  const { version } = requestHandler;
  const major = handlerMajor(version);
  const damaged = image.format !== 'pe' || image.clr === undefined;
  const failure = handlerFailure(aspNetCore, version, {
    rule: damaged ? 'entry-assembly-unloadable' : 'entry-assembly-architecture',
    status: '500.30',
    events: [
      managedExceptionEvent(module, facts, major, `System.BadImageFormatException: Could not load file or assembly '${applicationDll}'.`),
      workerThreadExitedEvent(module, facts, major),
    ],
    message: damaged
      ? `${applicationDll} cannot be loaded as an assembly: ${why}.`
      : `${applicationDll} cannot be loaded into an ${workerArchitecture} worker process: ${why}.`,
    evidence: [`${applicationDll}: ${why}.`, `The worker process of ${poolInWords(facts.target)} is ${workerArchitecture}.`],
    remedies: [
      {
        side: 'app',
        text: 'Compile for AnyCPU, or for the architecture of the pool.',
        snippet: `dotnet publish -c Release -r win-${workerArchitecture} --self-contained false`,
      },
      ...(damaged || (image.machine !== 'x86' && image.machine !== 'x64') ? [] : [poolBitnessRemedy(facts.target, image.machine)]),
    ],
    place: { in: 'artifact', file: applicationDll },
  });
  return { outcome: 'failed', failure };
}
