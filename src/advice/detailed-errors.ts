import { applicationEnvironment } from '../ancm/application-environment.ts';
import { environmentVariable } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace } from '../ancm/section-place.ts';
import type { AdviceRule } from './advise.ts';

/** ASPNETCORE_DETAILEDERRORS puts stack traces on the module's error pages (dotnet/aspnetcore:…/AspNetCore/ShimOptions.cpp). */
export const detailedErrors: AdviceRule = ({ facts, workedOut: { aspNetCore, workerEnvironment } }) => {
  if (aspNetCore === undefined || workerEnvironment === undefined) return [];
  const lookup = applicationEnvironment(aspNetCore, workerEnvironment)('ASPNETCORE_DETAILEDERRORS');
  if (!lookup.known || !/^(?:1|true)$/i.test(lookup.value ?? '')) return [];
  const written = environmentVariable(aspNetCore, 'ASPNETCORE_DETAILEDERRORS');
  return [
    {
      rule: 'detailed-errors',
      severity: 'warning',
      certainty: 'certain',
      message: 'Detailed errors are switched on: start-up error pages show stack traces to anybody.',
      evidence: [`ASPNETCORE_DETAILEDERRORS=${lookup.value ?? ''}.`],
      remedies: [
        { side: written === undefined ? 'server' : 'app', text: 'Remove ASPNETCORE_DETAILEDERRORS; the event log has the details.' },
      ],
      ...(written === undefined ? {} : { place: webConfigPlace(facts, written) }),
    },
  ];
};
