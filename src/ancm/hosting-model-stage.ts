import { appcmd } from '../model/appcmd.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { Finding, StartupFailure } from '../model/finding.ts';
import { someOf } from '../model/some-of.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { PoolMate, StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { HostingModel } from '../model/target-server.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { withoutTrailingSeparators } from '../windows/paths.ts';
import { mixedHostingModelEvent, secondInProcessEvent, startFailedEvent } from './event-log.ts';
import { attributePlace } from './section-place.ts';
import { shimFailure } from './shim-failure.ts';

/** An application that claims a worker process for its hosting model. */
interface Claim {
  readonly facts: StartFacts;
  readonly module: ModuleGeneration;
  readonly section: AspNetCoreSection;
  readonly hostingModel: HostingModel;
}

/** Absent and empty mean out-of-process; V1 hosts out-of-process whatever the attribute says. */
function hostingModelOf(section: AspNetCoreSection, module: ModuleGeneration): HostingModel {
  return module.module === 'AspNetCoreModuleV2' && section.hostingModel?.toLowerCase() === 'inprocess' ? 'inprocess' : 'outofprocess';
}

/** An application that has noted its model in the worker process before this one, and cannot share it. */
function isConflict(mate: PoolMate, hostingModel: HostingModel): boolean {
  if (mate.failsBeforeClaim === true || mate.hostingModel === undefined || mate.hostingModel === 'none') return false;
  return mate.hostingModel !== hostingModel || hostingModel === 'inprocess';
}

/** preloadEnabled is off unless somebody says otherwise. */
const isPreloaded = (application: Pick<PoolMate, 'preloadEnabled'> | undefined): boolean => application?.preloadEnabled === true;

/** The neighbour is known to be first: it starts with the pool, and this application with its first request. */
const comesFirst = (mate: PoolMate, { facts }: Claim): boolean => isPreloaded(mate) && !isPreloaded(facts.target.current);

function whoStartsFirst(mate: PoolMate, claim: Claim): string {
  if (comesFirst(mate, claim)) return `${mate.name} has preloadEnabled, so it starts with the pool and this application comes second.`;
  if (isPreloaded(mate)) return `Both have preloadEnabled; the one that starts second shows the error. ${mate.name} is taken to be first.`;
  return `Whichever of the two gets the first request runs; the other shows the error until the worker process restarts. ${mate.name} is taken to be first.`;
}

/** Artifacts that are only said to go to one server are taken to meet there. */
const whereEachGoes =
  'Neither was given a place of its own; if their pools differ, "applications" in the configuration file says where each goes.';

/** Both commands as they are typed; braces stand for what the description of the server does not tell. */
function ownPool({ target: { site = '{site}', application = '/' } }: StartFacts): string {
  const name = `${site}${application}`;
  const pool = `${withoutTrailingSeparators(name).replaceAll('/', '-')} pool`;
  return [`${appcmd} add apppool /name:"${pool}" /managedRuntimeVersion:""`, `${appcmd} set app "${name}" /applicationPool:"${pool}"`].join(
    '\n',
  );
}

function conflictFailure(claim: Claim, mate: PoolMate): StartupFailure {
  const { facts, module, section, hostingModel } = claim;
  const mixed = mate.hostingModel !== hostingModel;
  const pool = facts.target.appPool ?? 'the pool';
  const own = `${facts.target.site ?? facts.artifact.label ?? facts.artifact.name}${facts.target.application ?? ''}`;
  return shimFailure(module, section, hostingModel, {
    rule: mixed ? 'hosting-models-mixed' : 'inprocess-application-second',
    status: mixed ? '500.34' : '500.35',
    hresult: hresults.E_FAIL,
    events: [
      mixed ? mixedHostingModelEvent(module, facts, hostingModel) : secondInProcessEvent(module, facts),
      startFailedEvent(module, facts, hresults.E_FAIL),
    ],
    certainty: comesFirst(mate, claim) ? 'certain' : 'likely',
    message: mixed
      ? `Application pool "${pool}" would host both an in-process and an out-of-process application, and one worker process can do only one of them.`
      : `Application pool "${pool}" would host two in-process applications, and one worker process can run only one.`,
    evidence: [
      `${own}: ${hostingModel} (this artifact).`,
      `${mate.name}: ${mate.hostingModel ?? 'unknown'} (${mate.from === 'manifest' ? 'server manifest' : 'another artifact of this run'}), same pool "${pool}".`,
      whoStartsFirst(mate, claim),
      ...(mate.from === 'artifact' && facts.target.site === undefined ? [whereEachGoes] : []),
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

/** This application starts with the pool, so it is the neighbours that cannot share the worker process with it. */
function shutOut({ facts, module, hostingModel }: Claim, mates: readonly PoolMate[]): readonly Finding[] {
  const [mate] = mates;
  if (mate === undefined) return [];
  const status = (model: PoolMate['hostingModel']) => (module.major < 3 ? '500.0' : model === hostingModel ? '500.35' : '500.34');
  const pool = facts.target.appPool ?? 'the pool';
  return [
    {
      rule: mate.hostingModel === hostingModel ? 'inprocess-application-second' : 'hosting-models-mixed',
      severity: 'warning',
      certainty: 'likely',
      message: `This application starts with application pool "${pool}" (preloadEnabled), so ${someOf(mates.map(({ name }) => name))} cannot run beside it.`,
      evidence: [
        `This application: ${hostingModel}, with preloadEnabled.`,
        ...mates
          .slice(0, 10)
          .map(({ name, hostingModel: model }) => `${name}: ${model ?? 'unknown'}, without preloadEnabled; it shows ${status(model)}.`),
      ],
      remedies: [
        {
          side: 'server',
          text: 'Give each of the applications a pool of its own.',
          snippet: `${appcmd} add apppool /name:"{pool}" /managedRuntimeVersion:""`,
        },
      ],
      place: { in: 'server', fact: 'iis.sites' },
    },
  ];
}

function poolMatesOutcome(claim: Claim): StageOutcome {
  const { facts, hostingModel } = claim;
  const workedOut = { hostingModel };
  if (facts.target.poolMates === undefined) {
    return {
      outcome: 'unknown',
      because: `Hosting model ${hostingModel}; nobody said which other applications share the pool.`,
      missingFacts: ['iis.sites'],
      workedOut,
    };
  }
  // Before an application that starts with its pool only others that do can have started.
  const before = isPreloaded(facts.target.current) ? facts.target.poolMates.filter(isPreloaded) : facts.target.poolMates;
  const conflicts = before.filter((mate) => isConflict(mate, hostingModel));
  const conflict = conflicts.find(isPreloaded) ?? conflicts[0];
  if (conflict !== undefined) return { outcome: 'failed', failure: conflictFailure(claim, conflict), workedOut };
  const silent = before.filter((mate) => mate.hostingModel === undefined && mate.failsBeforeClaim !== true);
  if (silent.length > 0) {
    const names = someOf(silent.map(({ name }) => name));
    return {
      outcome: 'unknown',
      because: `Hosting model ${hostingModel}; the pool is shared with ${names}, and nobody said how that is hosted.`,
      missingFacts: ['iis.sites[].applications[].hostingModel'],
      workedOut,
    };
  }
  const findings = shutOut(
    claim,
    facts.target.poolMates.filter((mate) => isConflict(mate, hostingModel)),
  );
  const because = `Hosting model ${hostingModel}; no other application of the pool stands in the way.`;
  return { outcome: 'passed', because, workedOut, ...(findings.length === 0 ? {} : { findings }) };
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
