import { detailedErrorsSwitches } from '../ancm/detailed-errors.ts';
import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedEnvironment } from './advised-environment.ts';

/**
 * What puts stack traces on the module's own error pages: ASPNETCORE_DETAILEDERRORS, or an environment of Development that the application
 * itself does not run in. Where it does run in it, that is the finding.
 */
export const detailedErrors: AdviceRule = (advice) => {
  const { aspNetCore, workerEnvironment } = advice.workedOut;
  if (aspNetCore === undefined || workerEnvironment === undefined) return [];
  const [first] = detailedErrorsSwitches(aspNetCore, workerEnvironment);
  if (first === undefined) return [];
  const { name, value, written, certain } = first;
  const environment = advisedEnvironment(advice);
  const ofEnvironment = name !== 'ASPNETCORE_DETAILEDERRORS';
  if (ofEnvironment && environment?.name.toLowerCase() === 'development') return [];
  const where = written === undefined ? 'on the machine or the pool' : `in ${writtenAt(written)}`;
  return [
    {
      rule: 'detailed-errors',
      severity: 'warning',
      certainty: certain ? 'certain' : 'likely',
      message: ofEnvironment
        ? `The application runs in ${environment?.name ?? 'Production'}, but the module goes by ${name}=${value} ${where}: its start-up error pages show stack traces to anybody.`
        : 'Detailed errors are switched on: start-up error pages show stack traces to anybody.',
      evidence: [`${name}=${value} ${where}.`],
      remedies: [{ side: written === undefined ? 'server' : 'app', text: `Remove ${name}; the event log has the details.` }],
      ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
    },
  ];
};
