import { poolFact } from '../iis/pool-facts.ts';
import { appcmd } from '../model/appcmd.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Every worker process has its own copy of the application (learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/processmodel). */
export const webGarden: AdviceRule = ({ facts: { target } }) => {
  const { pool } = target;
  if (pool?.maxProcesses === undefined || pool.maxProcesses === 1) return [];
  const processes = pool.maxProcesses === 0 ? 'a worker process for each NUMA node' : `up to ${pool.maxProcesses} worker processes`;
  return [
    {
      rule: 'web-garden',
      severity: 'warning',
      certainty: 'certain',
      message: `Pool "${pool.name}" runs ${processes}, each with a copy of the application: caches, sessions in memory and background work exist in each.`,
      evidence: [`maxProcesses of pool "${pool.name}" is ${pool.maxProcesses}.`],
      remedies: [
        {
          side: 'server',
          text: 'One process uses all processors of the machine.',
          snippet: `${appcmd} set apppool "${pool.name}" /processModel.maxProcesses:1`,
        },
        {
          side: 'app',
          text: 'Keep what the copies share outside of them: a distributed cache, a data protection key ring, a lock for background work.',
        },
      ],
      place: { in: 'server', fact: poolFact(target, 'maxProcesses') },
    },
  ];
};
