import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { FailureCause } from '../model/finding.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { attributePlace } from './section-place.ts';

/** The schema lets startupTimeLimit be 0, and both handlers then wait not at all: why the start fails; `undefined` where they do wait. */
export function startupTimeLimitZero(facts: StartFacts, section: AspNetCoreSection): FailureCause | undefined {
  if (section.startupTimeLimit !== 0) return undefined;
  return {
    rule: 'startup-time-limit-zero',
    message: 'startupTimeLimit is 0, which gives the application no time at all to start; it does not mean "no limit".',
    evidence: ['web.config: startupTimeLimit="0".'],
    remedies: [
      {
        side: 'app',
        text: 'Remove the attribute (the default is 120 seconds) or give a number up to 3600.',
        snippet: 'startupTimeLimit="120"',
      },
    ],
    place: attributePlace(facts, section, 'startupTimeLimit'),
  };
}
