import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { StartupFailure } from '../model/finding.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { findAspNetCoreElement } from './aspnetcore-element.ts';
import { isContentElsewhere, locationPlaceholder, sectionElements } from './configuration-sections.ts';
import { deployTimeToken } from './deploy-time-token.ts';
import { type HandlerEntry, handlerEntries, removedHandlers } from './handler-entry.ts';
import { badModule, handlerForSome, noHandler, otherHandlerFirst, overrideDisabled, webConfigMissing } from './handler-failures.ts';
import { handedDownModule, locatedModule } from './inherited-entries.ts';
import { moduleAvailability } from './module-availability.ts';
import { type AspNetCoreModuleName, aspNetCoreModules, moduleGeneration, registeredModule } from './module-generation.ts';

/**
 * IIS takes the first handler that matches the request and runs the modules it names. A name that this worker process has not loaded is
 * 500.21; without a handler for the module, static-file serving answers.
 * Source: learn.microsoft.com/iis/configuration/system.webserver/handlers; dotnet/core#3970.
 */
export const handlerMappingStage = defineStage({
  name: 'handler-mapping',
  checks: 'a handler of web.config that reaches a registered ASP.NET Core Module',
  needs: [],
  perform: (facts): StageOutcome => {
    const { webConfig } = facts.artifact;
    if (facts.target.pool?.enableConfigurationOverride === false)
      return withoutWebConfig(facts, 'The pool ignores web.config files') ?? { outcome: 'failed', failure: overrideDisabled(facts) };
    if (webConfig.state === 'read') return mapping(facts, webConfig.root);
    if (webConfig.state === 'malformed') return { outcome: 'not-applicable', because: 'web.config cannot be read.' };
    if (facts.artifact.transformExpected === true)
      return { outcome: 'unknown', because: 'web.config comes from a later step of the deployment, as the user says.', missingFacts: [] };
    const handed = withoutWebConfig(facts, 'There is no web.config');
    if (handed !== undefined) return handed;
    return {
      outcome: 'unknown',
      because: 'There is no web.config; whether a later step of the deployment writes one is not known.',
      missingFacts: [],
      findings: [webConfigMissing(facts)],
    };
  },
});

/** The server's own configuration may have the handler; then it has the section too, of which nobody told the content. */
function withoutWebConfig(facts: StartFacts, because: string): StageOutcome | undefined {
  const located = locatedModule(facts.target);
  if (located === undefined) return undefined;
  return { outcome: 'unknown', because: `${because}; the handler for ${located.module} comes from ${located.from}.`, missingFacts: [] };
}

function ownModule(handler: HandlerEntry): AspNetCoreModuleName | undefined {
  return aspNetCoreModules.find((name) => handler.modules.includes(name));
}

function mapping(facts: StartFacts, root: ConfigurationElement): StageOutcome {
  if (sectionElements(root, 'system.webServer/handlers').some(isContentElsewhere))
    return {
      outcome: 'unknown',
      because: 'The handlers of web.config stand in another file, which was not read, or are encrypted.',
      missingFacts: [],
    };
  const entries = handlerEntries(facts, root);
  const catchAll = entries.findIndex(({ takesEverything }) => takesEverything);
  const token = entries.flatMap(({ modules }) => deployTimeToken(modules.join(',')) ?? [])[0];
  if (token !== undefined)
    return { outcome: 'unknown', because: `A handler of web.config names a module by the placeholder ${token}.`, missingFacts: [] };
  const reachable = catchAll < 0 ? entries : entries.slice(0, catchAll + 1);
  const handler = reachable.find((entry) => ownModule(entry) !== undefined);
  const module = handler && ownModule(handler);
  if (handler !== undefined && module !== undefined) {
    const whole = reachable.some((entry) => entry.takesEverything && ownModule(entry) !== undefined);
    return throughHandler(facts, root, { handler, module, whole });
  }
  const first = entries[catchAll];
  return first === undefined ? inherited(facts, root) : throughOther(facts, root, first);
}

interface OwnHandler {
  readonly handler: HandlerEntry;
  readonly module: AspNetCoreModuleName;
  /** Handlers of the module together take every request. */
  readonly whole: boolean;
}

/** The handler names the module: it must be there, and so must the others in its list. */
function throughHandler(facts: StartFacts, root: ConfigurationElement, { handler, module, whole }: OwnHandler): StageOutcome {
  const problem = unavailable(facts, root, handler);
  // Behind a module that is not there, the one that is shows what else would be wrong.
  if (problem?.outcome === 'failed') {
    return { ...problem, workedOut: { module: moduleGeneration(registeredModule(facts.server), facts.server) } };
  }
  const workedOut = { module: moduleGeneration(module, facts.server) };
  if (problem !== undefined) return { ...problem, workedOut };
  const range = handler.takesEverything ? 'every request' : `requests for path="${handler.path}" verb="${handler.verb}"`;
  const because = `The handler "${handler.name}" gives ${range} to ${module}.`;
  return { outcome: 'passed', because, workedOut, ...(whole ? {} : { findings: [handlerForSome(facts, handler)] }) };
}

type Unavailable =
  | { readonly outcome: 'failed'; readonly failure: StartupFailure }
  | { readonly outcome: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

/** `undefined` when every module of the handler is loaded and switched on. */
function unavailable(facts: StartFacts, root: ConfigurationElement, handler: HandlerEntry): Unavailable | undefined {
  let unknown: Unavailable | undefined;
  for (const name of handler.modules) {
    const availability = moduleAvailability(facts, root, name);
    if (availability.available === 'no') return { outcome: 'failed', failure: badModule(facts, handler, name, availability) };
    if (availability.available === 'unknown') {
      unknown ??= {
        outcome: 'unknown',
        because: `The handler "${handler.name}" leads to ${name}; ${availability.because}.`,
        missingFacts: availability.missingFacts,
      };
    }
  }
  return unknown;
}

/** Modules that serve files; a handler that names them alone answers with files, 403.14 or 404. */
const staticModules: ReadonlySet<string> = new Set(['StaticFileModule', 'DefaultDocumentModule', 'DirectoryListingModule']);

/** Another module takes every request. */
function throughOther(facts: StartFacts, root: ConfigurationElement, first: HandlerEntry): StageOutcome {
  const problem = unavailable(facts, root, first);
  if (problem !== undefined) return problem;
  if (first.modules.every((name) => staticModules.has(name))) return { outcome: 'failed', failure: otherHandlerFirst(facts, first) };
  return {
    outcome: 'unknown',
    because: `The handler "${first.name}" gives every request to ${first.modules.join(', ')}; what that answers is not checked.`,
    missingFacts: [],
  };
}

/** web.config has no handler of its own for all requests: one from above may lead to the module. */
function inherited(facts: StartFacts, root: ConfigurationElement): StageOutcome {
  const handed = handedDownModule(facts, removedHandlers(root));
  if (handed.module !== undefined) {
    return {
      outcome: 'passed',
      because: `The application inherits a handler for ${handed.module} from ${handed.from}.`,
      workedOut: { module: moduleGeneration(handed.module, facts.server) },
    };
  }
  const { application = '/', parents } = facts.target;
  if (application !== '/' && parents === undefined && removedHandlers(root) !== 'all') {
    const because = `web.config has no handler; nobody said which applications lie above ${application}, and one may hand its own down.`;
    return { outcome: 'unknown', because, missingFacts: ['iis.sites'] };
  }
  const placeholder = locationPlaceholder(root);
  if (placeholder !== undefined) {
    const because = `web.config has sections for the location ${placeholder}, a placeholder; whether a handler for this application is among them is not known.`;
    return { outcome: 'unknown', because, missingFacts: [] };
  }
  const hasSection = findAspNetCoreElement(facts.artifact.webConfig) !== undefined;
  const failure = noHandler(facts, { certain: handed.certain, hasSection });
  if (!hasSection) return { outcome: 'failed', failure };
  return { outcome: 'failed', failure, workedOut: { module: moduleGeneration(registeredModule(facts.server), facts.server) } };
}
