import { poolFact } from '../iis/pool-facts.ts';
import { appcmd } from '../model/appcmd.ts';
import type { AdviceRule } from './advice-rule.ts';

/** LocalSystem owns the machine, and so does whoever finds a hole in the application (learn.microsoft.com/iis/manage/configuring-security/application-pool-identities). */
export const privilegedIdentity: AdviceRule = ({ facts: { target } }) => {
  const { pool } = target;
  if (pool?.identityType?.toLowerCase() !== 'localsystem') return [];
  return [
    {
      rule: 'privileged-identity',
      severity: 'warning',
      certainty: 'certain',
      message: `The worker process of pool "${pool.name}" runs as LocalSystem, which may do anything on the server.`,
      evidence: [`identityType of pool "${pool.name}" is ${pool.identityType}.`],
      remedies: [
        {
          side: 'server',
          text: `Use ApplicationPoolIdentity, and give "IIS AppPool\\${pool.name}" the rights it needs.`,
          snippet: `${appcmd} set apppool "${pool.name}" /processModel.identityType:ApplicationPoolIdentity`,
        },
      ],
      place: { in: 'server', fact: poolFact(target, 'identityType') },
    },
  ];
};
