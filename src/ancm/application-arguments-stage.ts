import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { inProcessApplication, type MuxerApplication, namesApplicationBehindBlanks } from './application-arguments.ts';
import { entryDllRemedies } from './entry-dll-remedies.ts';
import { dependenciesNotFoundText, handlerNotFoundEvent, nativeDependenciesEvent, startFailedEvent } from './event-log.ts';
import { attributePlace } from './section-place.ts';
import { shimFailure } from './shim-failure.ts';

type Needs = Pick<WorkedOut, 'module' | 'aspNetCore' | 'launch'>;
type NoApplication = MuxerApplication & { readonly kind: 'missing' | 'not-runnable' };

function cause(application: NoApplication, text: string): string {
  if (/^\s/.test(text) && application.named === '') {
    return 'arguments starts with a blank, so the first argument is empty and the .NET host finds no application.';
  }
  if (application.kind === 'missing') return `arguments names ${application.named}, and that file is not in the artifact.`;
  if (application.named === '') return 'arguments names no application.';
  return application.through === 'exec'
    ? `arguments names ${application.named} after exec, which is neither a .dll nor an .exe.`
    : `arguments starts with "${application.named}", which is neither a .dll nor an .exe; the .NET host takes it for an SDK command.`;
}

/**
 * What hostfxr writes after `exec`; without it the text is taken for an SDK command, about which it says nothing here.
 * Source: dotnet/runtime:src/native/corehost/fxr/command_line.cpp.
 */
function hostText({ kind, named, through }: NoApplication): string {
  if (through !== 'exec' || named === '') return '';
  return kind === 'missing'
    ? `The application to execute does not exist: '${named}'`
    : `dotnet exec needs a managed .dll or .exe extension. The application specified was '${named}'`;
}

function notRunnable(facts: StartFacts, { module, aspNetCore, launch }: Needs, application: NoApplication): StageOutcome {
  const hresult = hresults.E_UNEXPECTED;
  // From 8.0 on the module has its own words for AppArgNotRunnable; after `exec` it is InvalidArgFailure and keeps the general ones.
  const clearText = module.major >= 8 && application.through !== 'exec';
  const text = clearText ? "Provided application path does not exist, or isn't a .dll or .exe." : dependenciesNotFoundText(module);
  const failure = shimFailure(module, aspNetCore, 'inprocess', {
    rule: 'application-path-not-runnable',
    status: '500.31',
    hresult,
    ...(namesApplicationBehindBlanks(facts, launch.arguments) ? { certainty: 'likely' } : {}),
    events: [
      nativeDependenciesEvent(module, text),
      handlerNotFoundEvent(module, hostText(application)),
      startFailedEvent(module, facts, hresult),
    ],
    message: cause(application, launch.arguments),
    evidence: [
      `web.config: processPath="${aspNetCore.processPath}" arguments="${aspNetCore.arguments}".`,
      ...(clearText ? [] : ['This version of the module blames missing frameworks for it; the frameworks are not the cause.']),
    ],
    remedies: entryDllRemedies(
      facts,
      application.named,
      'Name the dll of the application, relative to web.config and without a leading blank.',
    ),
    place: attributePlace(facts, aspNetCore, 'arguments'),
  });
  return { outcome: 'failed', failure };
}

/** In-process: which dll the arguments name. The exe of a self-contained or launcher start names it already. */
export const applicationArgumentsStage = defineStage({
  name: 'application-arguments',
  checks: 'arguments against the files of the artifact',
  needs: ['module', 'aspNetCore', 'launch', 'entry'],
  perform: (facts, workedOut): StageOutcome => {
    const { entry, launch } = workedOut;
    if (entry.kind !== 'dotnet') {
      return { outcome: 'passed', because: `The exe names its dll: ${entry.dll}.`, workedOut: { applicationDll: entry.dll } };
    }
    const application = inProcessApplication(facts, launch.arguments);
    switch (application.kind) {
      case 'application':
        return {
          outcome: 'passed',
          because: `arguments names ${application.dll} (${application.through}).`,
          workedOut: { applicationDll: application.dll },
        };
      case 'unknown':
        return { outcome: 'unknown', because: `${application.because}.`, missingFacts: application.missingFacts };
      default:
        return notRunnable(facts, workedOut, application);
    }
  },
});
