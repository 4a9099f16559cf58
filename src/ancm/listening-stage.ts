import { atoi } from '../dotnet/host-environment.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import { applicationEnvironment } from './application-environment.ts';
import { entryDllGuess } from './entry-dll-guess.ts';
import { handlerGeneration } from './handler-folder.ts';
import { bareBuilder } from './iis-integration.ts';
import { childFailure } from './outofprocess-failure.ts';
import { startupTimeLimitZero } from './startup-time-limit-zero.ts';

/** web.config gives a port of its own, and an address with it: then the application listens there without being told by IIS integration. */
function isToldByVariables(environment: EnvironmentBlock): boolean {
  const [port, urls] = ['ASPNETCORE_PORT', 'ASPNETCORE_URLS'].map(environment);
  if (port?.known !== true || urls?.known !== true || port.value === undefined) return false;
  return new RegExp(`:${atoi(port.value)}(?!\\d)`).test(urls.value ?? '');
}

/**
 * The handler waits until the child listens on its port, at most startupTimeLimit seconds.
 * Source: dotnet/aspnetcore:…/OutOfProcessRequestHandler/serverprocess.cpp `PostStartCheck`.
 */
export const listeningStage = defineStage({
  name: 'listening',
  checks: 'the time limit, and whether the application learns its port',
  needs: ['module', 'aspNetCore', 'launch', 'workerEnvironment'],
  perform: (facts, { module, aspNetCore, launch, workerEnvironment }): StageOutcome => {
    const child = { facts, module, section: aspNetCore, launch };
    const noTime = startupTimeLimitZero(facts, aspNetCore);
    if (noTime !== undefined)
      return { outcome: 'failed', failure: childFailure(child, { ...noTime, hresult: hresults.PROCESS_START_TIMEOUT }) };
    const dll = entryDllGuess(facts);
    const builder = dll === undefined ? undefined : bareBuilder(facts, dll, 'UseIISIntegration');
    const environment = applicationEnvironment(aspNetCore, workerEnvironment, handlerGeneration(facts.server, aspNetCore, module));
    if (dll === undefined || builder === undefined || isToldByVariables(environment))
      return { outcome: 'passed', because: 'Nothing in the files keeps the application from listening; its own code is not checked.' };
    const failure = childFailure(child, {
      rule: 'iis-integration-absent',
      certainty: 'likely',
      hresult: hresults.PROCESS_START_TIMEOUT,
      message: `The application is built with ${builder} and does not call UseIISIntegration, so it does not listen on the port the module gives it.`,
      evidence: [`${dll} refers to WebApplication.${builder}, and not to UseIISIntegration.`],
      remedies: [
        {
          side: 'app',
          text: 'Call UseIISIntegration, or use WebApplication.CreateBuilder.',
          snippet: 'builder.WebHost.UseIISIntegration();',
        },
      ],
      place: { in: 'artifact', file: dll },
    });
    return { outcome: 'failed', failure };
  },
});
