import type { AssemblyIdentity } from '../model/binary-image.ts';
import type { StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { pathKey } from '../windows/paths.ts';
import type { ApplicationStart } from './application-start.ts';
import { coreClrFailedEvent } from './event-log.ts';
import { handlerFailure, handlerMajor } from './handler-failure.ts';

/** The bare builder the entry assembly calls without setting up IIS integration itself, or `undefined`. */
export function bareBuilder(facts: StartFacts, dll: string, integration: 'UseIIS' | 'UseIISIntegration'): string | undefined {
  const image = facts.artifact.images.get(pathKey(dll));
  const assembly: AssemblyIdentity | undefined = image?.format === 'pe' ? image.assembly : undefined;
  if (assembly === undefined || assembly.memberReferences.includes(integration)) return undefined;
  if (assembly.memberReferences.some((name) => name === 'CreateBuilder' || name === 'CreateDefaultBuilder')) return undefined;
  return assembly.memberReferences.find((name) => name === 'CreateSlimBuilder' || name === 'CreateEmptyBuilder');
}

/**
 * The slim and the empty builder leave IIS integration out, so the server never calls back and the time limit runs out: 500.37.
 * A reference in the metadata is a strong hint only: the call may be elsewhere, or another assembly may call UseIIS.
 * Source: dotnet/aspnetcore:src/DefaultBuilder/src/WebApplicationBuilder.cs; dotnet/AspNetCore.Docs#31396.
 */
export function iisIntegration(start: ApplicationStart): StageOutcome | undefined {
  const { facts, module, aspNetCore, requestHandler, applicationDll } = start;
  const builder = bareBuilder(facts, applicationDll, 'UseIIS');
  if (builder === undefined) return undefined;
  const { version } = requestHandler;
  const failure = handlerFailure(aspNetCore, version, {
    rule: 'iis-integration-absent',
    status: '500.37',
    certainty: 'likely',
    events: [
      coreClrFailedEvent(
        module,
        facts,
        handlerMajor(version),
        `Managed server didn't initialize after ${aspNetCore.startupTimeLimit * 1000} ms.`,
      ),
    ],
    message: `The application is built with ${builder} and does not call UseIIS, so the in-process server is never started and the time limit runs out.`,
    evidence: [`${applicationDll} refers to WebApplication.${builder}, and not to UseIIS.`],
    remedies: [{ side: 'app', text: 'Call UseIIS, or use WebApplication.CreateBuilder.', snippet: 'builder.WebHost.UseIIS();' }],
    place: { in: 'artifact', file: applicationDll },
  });
  return { outcome: 'failed', failure };
}
