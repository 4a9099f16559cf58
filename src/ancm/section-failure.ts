import type { TextPosition } from '../model/configuration-element.ts';
import type { FailureRuleId } from '../model/failure-rules.ts';
import type { Certainty, StartupFailure } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { type Hresult, hresults } from '../model/startup-failure.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { configurationEvent } from './event-log.ts';
import { webConfigPlace } from './section-place.ts';

/** One thing the module refuses about its section, with the text it throws. */
export interface SectionProblem {
  readonly rule: FailureRuleId;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly remedy: string;
  readonly snippet?: string;
  readonly eventText: string;
  readonly position: TextPosition;
  readonly certainty?: Certainty;
  /** HRESULT of the configuration system, where it is not the usual one; only V1 passes it on. */
  readonly v1Hresult?: Hresult;
}

/**
 * The module reads its section and refuses it: 500.0 with a blank body and event 1034; 502.3 from V1.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp, …/CommonLib/WebConfigConfigurationSource.cpp;
 * tests: …/IIS/test/Common.LongTests/StartupTests.cs `ReportsWebConfigAuthoringErrors`.
 */
export function sectionFailure(facts: StartFacts, module: ModuleGeneration, problem: SectionProblem): StartupFailure {
  const v1 = module.module === 'AspNetCoreModule';
  return {
    rule: problem.rule,
    severity: 'error',
    certainty: problem.certainty ?? 'certain',
    status: v1 ? '502.3' : '500.0',
    hresult: v1 ? (problem.v1Hresult ?? hresults.ERROR_INVALID_DATA) : hresults.E_FAIL,
    ...(v1 ? {} : { event: configurationEvent(module, problem.eventText) }),
    message: problem.message,
    evidence: [
      ...problem.evidence,
      'The module sends no error page of its own here: the browser shows a blank or generic page, the event log has the cause.',
    ],
    remedies: [{ side: 'app', text: problem.remedy, ...(problem.snippet === undefined ? {} : { snippet: problem.snippet }) }],
    place: webConfigPlace(facts, problem.position),
  };
}
