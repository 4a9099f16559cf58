import { atoi } from '../dotnet/host-environment.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import { applicationEnvironment } from './application-environment.ts';
import { handlerGeneration } from './handler-folder.ts';
import { bareBuilder } from './iis-integration.ts';
import { childFailure } from './outofprocess-failure.ts';
import { entryDllGuess } from './process-path-failures.ts';
import { attributePlace } from './section-place.ts';

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
    const stand = { facts, module, section: aspNetCore, launch };
    if (aspNetCore.startupTimeLimit === 0) {
      const failure = childFailure(stand, {
        rule: 'startup-time-limit-zero',
        hresult: hresults.PROCESS_START_TIMEOUT,
        message: 'startupTimeLimit is 0, which gives the application no time at all to start; it does not mean "no limit".',
        evidence: ['web.config: startupTimeLimit="0".'],
        remedies: [
          {
            side: 'app',
            text: 'Remove the attribute (the default is 120 seconds) or give a number up to 3600.',
            snippet: 'startupTimeLimit="120"',
          },
        ],
        place: attributePlace(facts, aspNetCore, 'startupTimeLimit'),
      });
      return { outcome: 'failed', failure };
    }
    const dll = entryDllGuess(facts);
    const builder = dll === undefined ? undefined : bareBuilder(facts, dll, 'UseIISIntegration');
    const environment = applicationEnvironment(aspNetCore, workerEnvironment, handlerGeneration(facts.server, aspNetCore, module));
    if (dll === undefined || builder === undefined || isToldByVariables(environment))
      return { outcome: 'passed', because: 'Nothing in the files keeps the application from listening; its own code is not checked.' };
    const failure = childFailure(stand, {
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
