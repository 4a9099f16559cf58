import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { InstalledVersion } from '../model/target-server.ts';
import type { ModuleGeneration, WorkedOut } from '../model/worked-out.ts';
import { serverFileExists } from './application-folder.ts';
import { handlerSetting } from './aspnetcore-section.ts';
import { duplicateVariableCause } from './duplicate-variable.ts';
import { outOfProcessHandlerMissingEvent, startFailedEvent } from './event-log.ts';
import { chosenHandlerFolder } from './handler-folder.ts';
import { webConfigPlace, writtenAt } from './section-place.ts';
import { shimFailure } from './shim-failure.ts';

type Needs = Pick<WorkedOut, 'module' | 'aspNetCore' | 'workerEnvironment'>;

const override = 'ASPNETCORE_MODULE_OUTOFPROCESS_HANDLER';

function handlerMissing(
  facts: StartFacts,
  module: ModuleGeneration,
  section: AspNetCoreSection,
  listed: readonly InstalledVersion[],
): StageOutcome {
  const hresult = hresults.ERROR_UNHANDLED_EXCEPTION;
  const failure = shimFailure(module, section, 'outofprocess', {
    rule: 'outofprocess-handler-missing',
    status: '500.36',
    hresult,
    events: [outOfProcessHandlerMissingEvent(module), startFailedEvent(module, facts, hresult)],
    message: 'The server has no out-of-process request handler: no version folder lies beside aspnetcorev2.dll.',
    evidence: [`Version folders beside the module: ${listed.length === 0 ? 'none' : listed.map(({ version }) => version).join(', ')}.`],
    remedies: [
      { side: 'server', text: 'Repair the ASP.NET Core Hosting Bundle.' },
      { side: 'app', text: 'Host in-process.', snippet: '<AspNetCoreHostingModel>InProcess</AspNetCoreHostingModel>' },
    ],
    place: { in: 'server', fact: 'aspNetCoreModule.outOfProcessHandlers' },
  });
  return { outcome: 'failed', failure };
}

function handlerNotLoadable(facts: StartFacts, module: ModuleGeneration, section: AspNetCoreSection, folder: string): StageOutcome {
  const hresult = hresults.ERROR_MOD_NOT_FOUND;
  const setting = handlerSetting(section, 'handlerVersion');
  const failure = shimFailure(module, section, 'outofprocess', {
    rule: 'outofprocess-handler-not-loadable',
    status: '500.0',
    hresult,
    events: [startFailedEvent(module, facts, hresult)],
    message:
      setting === undefined
        ? `The highest handler folder of the server, ${folder}, lacks aspnetcorev2_outofprocess.dll, and the module tries no other.`
        : `The handler setting handlerVersion names ${folder}, and the server has no handler there; the module does not look for another.`,
    evidence: [
      setting === undefined
        ? `Folder ${folder} beside aspnetcorev2.dll is incomplete.`
        : `${writtenAt(setting)}: handlerVersion="${setting.value}".`,
    ],
    remedies:
      setting === undefined
        ? [{ side: 'server', text: 'Repair the ASP.NET Core Hosting Bundle.' }]
        : [{ side: 'app', text: 'Remove the handlerVersion setting; the highest version is taken then.' }],
    place: setting === undefined ? { in: 'server', fact: 'aspNetCoreModule.outOfProcessHandlers' } : webConfigPlace(facts, setting),
  });
  return { outcome: 'failed', failure };
}

function duplicateFor22(facts: StartFacts, module: ModuleGeneration, section: AspNetCoreSection, folder: string): StageOutcome | undefined {
  const cause = /^(?:12\.|2\.)/.test(folder) ? duplicateVariableCause(facts, section, folder) : undefined;
  if (cause === undefined) return undefined;
  const hresult = hresults.ERROR_ALREADY_EXISTS;
  const events = [startFailedEvent(module, facts, hresult)] as const;
  return { outcome: 'failed', failure: shimFailure(module, section, 'outofprocess', { ...cause, status: '500.0', hresult, events }) };
}

function handlerOverride(facts: StartFacts, { workerEnvironment }: Needs): StageOutcome | undefined {
  const named = workerEnvironment(override);
  if (!named.known)
    return { outcome: 'unknown', because: `${override} of the worker process is not known.`, missingFacts: named.missingFacts };
  if (named.value === undefined) return undefined;
  const exists = serverFileExists(facts, named.value);
  if (exists === undefined)
    return {
      outcome: 'unknown',
      because: `${override} names ${named.value}; nobody said whether that file exists.`,
      missingFacts: ['existingFiles'],
    };
  return exists ? { outcome: 'passed', because: `${override} names ${named.value}.` } : undefined;
}

/**
 * The out-of-process handler: a file named by a variable of the worker process, else the highest version folder beside aspnetcorev2.dll.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp `FindNativeAssemblyFromGlobalLocation`,
 * …/CommonLib/GlobalVersionUtility.cpp; tests: …/IIS/test/Common.FunctionalTests/GlobalVersionTests.cs.
 */
export const outOfProcessHandlerStage = defineStage({
  name: 'outofprocess-handler',
  checks: 'the out-of-process request handler on the server',
  needs: ['module', 'aspNetCore', 'workerEnvironment'],
  perform: (facts, needs): StageOutcome => {
    const { module, aspNetCore } = needs;
    if (module.module === 'AspNetCoreModule')
      return { outcome: 'not-applicable', because: 'Version 1 of the module starts the process itself.' };
    const named = handlerOverride(facts, needs);
    if (named !== undefined) return named;
    const token = deployTimeToken(handlerSetting(aspNetCore, 'handlerVersion')?.value ?? '');
    if (token !== undefined) return { outcome: 'unknown', because: `handlerVersion is the placeholder ${token}.`, missingFacts: [] };
    const installed = facts.server?.aspNetCoreModule;
    const listed = installed?.installed === true ? installed.outOfProcessHandlers : undefined;
    if (listed === undefined) {
      return {
        outcome: 'unknown',
        because: 'Which handler folders lie beside the module is not known.',
        missingFacts: ['aspNetCoreModule.outOfProcessHandlers'],
      };
    }
    const folder = chosenHandlerFolder(aspNetCore, module, listed);
    if (folder === undefined) return handlerMissing(facts, module, aspNetCore, listed);
    if (!folder.complete) return handlerNotLoadable(facts, module, aspNetCore, folder.version);
    return (
      duplicateFor22(facts, module, aspNetCore, folder.version) ?? {
        outcome: 'passed',
        because: `Handler ${folder.version} beside the module.`,
      }
    );
  },
});
