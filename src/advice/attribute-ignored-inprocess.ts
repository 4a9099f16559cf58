import { attributePlace } from '../ancm/section-place.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Attributes that only the out-of-process handler reads (dotnet/aspnetcore:…/OutOfProcessRequestHandler). */
const outOfProcessOnly = ['requestTimeout', 'rapidFailsPerMinute', 'processesPerApplication', 'forwardWindowsAuthToken'];

export const attributeIgnoredInprocess: AdviceRule = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
  if (aspNetCore === undefined || hostingModel !== 'inprocess') return [];
  const [first, ...more] = outOfProcessOnly.filter((name) => aspNetCore.attributePositions.has(name));
  if (first === undefined) return [];
  const names = [first, ...more].join(', ');
  return [
    {
      rule: 'attribute-ignored-inprocess',
      severity: 'note',
      certainty: 'certain',
      message: `${names} ha${more.length === 0 ? 's' : 've'} no effect in-process.`,
      evidence: [`web.config sets ${names} with hostingModel="inprocess".`],
      remedies: [{ side: 'app', text: `Remove ${names}, or host out-of-process if it is needed.` }],
      place: attributePlace(facts, aspNetCore, first),
    },
  ];
};
