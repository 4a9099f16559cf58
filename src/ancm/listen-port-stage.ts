import { deployTimeToken } from '../iis/deploy-time-token.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import { expandEnvironmentVariables } from '../windows/environment.ts';
import { environmentVariable } from './aspnetcore-section.ts';
import { launchCommand } from './launch-command.ts';
import { childFailure } from './outofprocess-failure.ts';
import { webConfigPlace } from './section-place.ts';

const lowest = 1025;
const highest = 48_000;

/**
 * Only ASPNETCORE_PORT of web.config is honoured: empty means a random port, anything outside 1025 to 48000 is refused without a retry.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/OutOfProcessRequestHandler/serverprocess.cpp `SetupListenPort`;
 * tests: …/IIS/test/Common.FunctionalTests/AspNetCorePortTests.cs.
 */
export const listenPortStage = defineStage({
  name: 'listen-port',
  checks: 'ASPNETCORE_PORT of web.config',
  needs: ['module', 'aspNetCore', 'workerEnvironment'],
  perform: (facts, { module, aspNetCore, workerEnvironment }): StageOutcome => {
    const variable = environmentVariable(aspNetCore, 'ASPNETCORE_PORT');
    if (variable === undefined || variable.value === '') return { outcome: 'passed', because: 'The module chooses a free port.' };
    const expanded = expandEnvironmentVariables(variable.value, workerEnvironment);
    if (!expanded.known)
      return { outcome: 'unknown', because: 'ASPNETCORE_PORT depends on variables nobody described.', missingFacts: expanded.missingFacts };
    const token = deployTimeToken(expanded.text);
    if (token !== undefined) return { outcome: 'unknown', because: `ASPNETCORE_PORT is the placeholder ${token}.`, missingFacts: [] };
    const port = /^\s*\d{1,9}/.test(expanded.text) ? Number.parseInt(expanded.text, 10) : 0;
    if (port >= lowest && port <= highest) return { outcome: 'passed', because: `web.config gives port ${port}.` };
    const command = launchCommand(aspNetCore, module, workerEnvironment);
    const launch = command.known ? command.launch : { processPath: aspNetCore.processPath, arguments: aspNetCore.arguments };
    const failure = childFailure(
      { facts, module, section: aspNetCore, launch },
      {
        rule: 'listen-port-invalid',
        hresult: hresults.ERROR_INVALID_PARAMETER,
        message: `web.config sets ASPNETCORE_PORT to "${expanded.text}"; the module accepts ${lowest} to ${highest} only.`,
        evidence: [`web.config line ${variable.line}: ASPNETCORE_PORT="${variable.value}".`],
        remedies: [{ side: 'app', text: 'Remove the variable; the module then chooses a free port and tells the application.' }],
        place: webConfigPlace(facts, variable),
      },
    );
    return { outcome: 'failed', failure };
  },
});
