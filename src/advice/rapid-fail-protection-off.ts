import { poolFact } from '../iis/pool-facts.ts';
import { appcmd } from '../model/appcmd.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Without it a worker process that crashes at every start is started for ever (learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/failure). */
export const rapidFailProtectionOff: AdviceRule = ({ facts: { target } }) => {
  const { pool } = target;
  if (pool?.rapidFailProtection !== false) return [];
  return [
    {
      rule: 'rapid-fail-protection-off',
      severity: 'note',
      certainty: 'certain',
      message: `IIS does not stop pool "${pool.name}" after a series of crashes; an application that crashes at its start is started again without end.`,
      evidence: [`rapidFailProtection of pool "${pool.name}" is false.`],
      remedies: [
        {
          side: 'server',
          text: 'Switch it on, unless something else watches the pool.',
          snippet: `${appcmd} set apppool "${pool.name}" /failure.rapidFailProtection:true`,
        },
      ],
      place: { in: 'server', fact: poolFact(target, 'rapidFailProtection') },
    },
  ];
};
