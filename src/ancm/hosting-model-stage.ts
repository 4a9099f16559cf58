import { appcmd } from '../model/appcmd.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { StartupFailure } from '../model/finding.ts';
import { someOf } from '../model/some-of.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { PoolMate, StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { HostingModel } from '../model/target-server.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { mixedHostingModelEvent, secondInProcessEvent, startFailedEvent } from './event-log.ts';
import { attributePlace } from './section-place.ts';
import { shimFailure } from './shim-failure.ts';

interface Stand {
  readonly facts: StartFacts;
  readonly module: ModuleGeneration;
  readonly section: AspNetCoreSection;
  readonly hostingModel: HostingModel;
}

/** Absent and empty mean out-of-process; V1 hosts out-of-process whatever the attribute says. */
export function hostingModelOf(section: AspNetCoreSection, module: ModuleGeneration): HostingModel {
  return module.module === 'AspNetCoreModuleV2' && section.hostingModel?.toLowerCase() === 'inprocess' ? 'inprocess' : 'outofprocess';
}

/** An application that has noted its model in the worker process before this one, and cannot share it. */
function isConflict(mate: PoolMate, hostingModel: HostingModel): boolean {
  if (mate.failsBeforeClaim === true || mate.hostingModel === undefined || mate.hostingModel === 'none') return false;
  return mate.hostingModel !== hostingModel || hostingModel === 'inprocess';
}

function whoStartsFirst(mate: PoolMate): string {
  if (mate.preloadEnabled === true) return `${mate.name} has preloadEnabled, so it starts with the pool and this application comes second.`;
  return `Whichever of the two gets the first request runs; the other shows the error until the worker process restarts. ${mate.name} is taken to be first.`;
}

/** Both commands as they are typed; braces stand for what the description of the server does not tell. */
function ownPool({ target: { site = '{site}', application = '/' } }: StartFacts): string {
  const name = `${site}${application}`;
  const pool = `${name.replace(/\/+$/, '').replaceAll('/', '-')} pool`;
  return [`${appcmd} add apppool /name:"${pool}" /managedRuntimeVersion:""`, `${appcmd} set app "${name}" /applicationPool:"${pool}"`].join(
    '\n',
  );
}

function conflictFailure({ facts, module, section, hostingModel }: Stand, mate: PoolMate): StartupFailure {
  const mixed = mate.hostingModel !== hostingModel;
  const pool = facts.target.appPool ?? 'the pool';
  const own = `${facts.target.site ?? facts.artifact.name}${facts.target.application ?? ''}`;
  return shimFailure(module, section, hostingModel, {
    rule: mixed ? 'hosting-models-mixed' : 'inprocess-application-second',
    status: mixed ? '500.34' : '500.35',
    hresult: hresults.E_FAIL,
    events: [
      mixed ? mixedHostingModelEvent(module, facts, hostingModel) : secondInProcessEvent(module, facts),
      startFailedEvent(module, facts, hresults.E_FAIL),
    ],
    certainty: mate.preloadEnabled === true ? 'certain' : 'likely',
    message: mixed
      ? `Application pool "${pool}" would host both an in-process and an out-of-process application, and one worker process can do only one of them.`
      : `Application pool "${pool}" would host two in-process applications, and one worker process can run only one.`,
    evidence: [
      `${own}: ${hostingModel} (this artifact).`,
      `${mate.name}: ${mate.hostingModel ?? 'unknown'} (${mate.from === 'manifest' ? 'server manifest' : 'another artifact of this run'}), same pool "${pool}".`,
      whoStartsFirst(mate),
    ],
    remedies: [
      {
        side: 'server',
        text: `Give this application a pool of its own.`,
        snippet: ownPool(facts),
      },
      mixed
        ? { side: 'app', text: `Use the hosting model of the others in web.config: hostingModel="${mate.hostingModel ?? ''}".` }
        : {
            side: 'app',
            text: 'Run both out-of-process: <AspNetCoreHostingModel>OutOfProcess</AspNetCoreHostingModel> in each project.',
          },
    ],
    place: attributePlace(facts, section, 'hostingModel'),
  });
}

function poolMatesOutcome(stand: Stand): StageOutcome {
  const { facts, hostingModel } = stand;
  const mates = facts.target.poolMates;
  const workedOut = { hostingModel };
  const conflict = mates?.find((mate) => isConflict(mate, hostingModel));
  if (conflict !== undefined) return { outcome: 'failed', failure: conflictFailure(stand, conflict), workedOut };
  if (mates === undefined) {
    return {
      outcome: 'unknown',
      because: `Hosting model ${hostingModel}; nobody said which other applications share the pool.`,
      missingFacts: ['iis.sites'],
      workedOut,
    };
  }
  const silent = mates.filter((mate) => mate.hostingModel === undefined && mate.failsBeforeClaim !== true);
  if (silent.length > 0) {
    const names = someOf(silent.map(({ name }) => name));
    return {
      outcome: 'unknown',
      because: `Hosting model ${hostingModel}; the pool is shared with ${names}, and nobody said how that is hosted.`,
      missingFacts: ['iis.sites[].applications[].hostingModel'],
      workedOut,
    };
  }
  return { outcome: 'passed', because: `Hosting model ${hostingModel}; no other application of the pool stands in the way.`, workedOut };
}

/**
 * One worker process hosts one model, and one in-process application.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp `GetApplicationFactory`;
 * tests: …/IIS/test/Common.FunctionalTests/MultiApplicationTests.cs.
 */
export const hostingModelStage = defineStage({
  name: 'hosting-model',
  checks: 'the hosting model, and the applications that share the pool',
  needs: ['module', 'aspNetCore'],
  perform: (facts, { module, aspNetCore }) => {
    const hostingModel = hostingModelOf(aspNetCore, module);
    if (module.module === 'AspNetCoreModule') {
      return { outcome: 'passed', because: 'Version 1 of the module hosts every application out-of-process.', workedOut: { hostingModel } };
    }
    return poolMatesOutcome({ facts, module, section: aspNetCore, hostingModel });
  },
});
