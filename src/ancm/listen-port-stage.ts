import { atoi } from '../dotnet/host-environment.ts';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { NamedValue } from '../model/aspnetcore-section.ts';
import type { StartupFailure } from '../model/finding.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import { hresults } from '../model/startup-failure.ts';
import { applicationEnvironment } from './application-environment.ts';
import { environmentVariable } from './aspnetcore-section.ts';
import type { ChildLaunch } from './child-start.ts';
import { handlerGeneration } from './handler-folder.ts';
import { launchCommand } from './launch-command.ts';
import { childFailure } from './outofprocess-failure.ts';
import { webConfigPlace, writtenAt } from './section-place.ts';

const lowest = 1025;
const highest = 48_000;

/** The port the child would be given: what web.config says, or what the worker process has in its place. */
interface GivenPort {
  readonly value: string;
  readonly written: NamedValue;
  readonly fromWorker: boolean;
}

function portInvalid(child: ChildLaunch, { value, written, fromWorker }: GivenPort): StartupFailure {
  const where = fromWorker ? 'The machine or the pool' : 'web.config';
  return childFailure(child, {
    rule: 'listen-port-invalid',
    hresult: hresults.ERROR_INVALID_PARAMETER,
    port: `${atoi(value)}`,
    message: `${where} sets ASPNETCORE_PORT to "${value}"; the module accepts ${lowest} to ${highest} only.`,
    evidence: [
      `${writtenAt(written)}: ASPNETCORE_PORT="${written.value}".`,
      ...(fromWorker ? [`ANCM_PREFER_ENVIRONMENT_VARIABLES puts the ASPNETCORE_PORT of the worker process in its place: "${value}".`] : []),
    ],
    remedies: [{ side: 'app', text: 'Remove the variable; the module then chooses a free port and tells the application.' }],
    place: webConfigPlace(child.facts, written),
  });
}

/**
 * Only where web.config has ASPNETCORE_PORT it is honoured: empty means a random port, anything outside 1025 to 48000 is refused without
 * a retry. The text is read as C `_wtoi` does.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/OutOfProcessRequestHandler/serverprocess.cpp `SetupListenPort`;
 * tests: …/IIS/test/Common.FunctionalTests/AspNetCorePortTests.cs.
 */
export const listenPortStage = defineStage({
  name: 'listen-port',
  checks: 'ASPNETCORE_PORT of web.config',
  needs: ['module', 'aspNetCore', 'workerEnvironment'],
  perform: (facts, { module, aspNetCore, workerEnvironment }): StageOutcome => {
    const written = environmentVariable(aspNetCore, 'ASPNETCORE_PORT');
    const chosen: StageOutcome = { outcome: 'passed', because: 'The module chooses a free port.' };
    if (written === undefined) return chosen;
    const token = deployTimeToken(written.value);
    if (token !== undefined) return { outcome: 'unknown', because: `ASPNETCORE_PORT is the placeholder ${token}.`, missingFacts: [] };
    const handler = handlerGeneration(facts.server, aspNetCore, module);
    const lookup = applicationEnvironment(aspNetCore, workerEnvironment, handler)('ASPNETCORE_PORT');
    if (!lookup.known)
      return { outcome: 'unknown', because: 'ASPNETCORE_PORT depends on variables nobody described.', missingFacts: lookup.missingFacts };
    const { value } = lookup;
    if (value === undefined) return chosen;
    const port = atoi(value);
    if (port >= lowest && port <= highest) return { outcome: 'passed', because: `The application is given port ${port}.` };
    const command = launchCommand(aspNetCore, handler, workerEnvironment);
    const launch = command.known ? command.launch : { processPath: aspNetCore.processPath, arguments: aspNetCore.arguments };
    const child = { facts, module, section: aspNetCore, launch };
    const own = workerEnvironment('ASPNETCORE_PORT');
    const fromWorker = own.known && own.value === value && written.value !== value;
    return { outcome: 'failed', failure: portInvalid(child, { value, written, fromWorker }) };
  },
});
