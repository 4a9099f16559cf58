import { timeSpanSeconds } from '../ancm/aspnetcore-schema-violations.ts';
import { poolFact } from '../iis/pool-facts.ts';
import { appcmd } from '../model/appcmd.ts';
import type { AdviceRule } from './advice-rule.ts';
import { schedulerPackage } from './scheduler-package.ts';

/**
 * A worker process without requests ends, and the background work of the application with it.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced (application initialization, idle timeout).
 */
export const idleTimeout: AdviceRule = (advice) => {
  const { target } = advice.facts;
  const { pool } = target;
  const seconds = pool?.idleTimeout === undefined ? undefined : timeSpanSeconds(pool.idleTimeout);
  if (pool === undefined || seconds === undefined || seconds === 0) return [];
  const scheduler = schedulerPackage(advice);
  if (scheduler === undefined) return [];
  return [
    {
      rule: 'idle-timeout',
      severity: 'note',
      certainty: 'likely',
      message: `After ${pool.idleTimeout} without a request the worker process of pool "${pool.name}" ends, and scheduled work stops until the next request.`,
      evidence: [`idleTimeout of pool "${pool.name}" is ${pool.idleTimeout}.`, `The application uses the package ${scheduler}.`],
      remedies: [
        {
          side: 'server',
          text: 'Let the pool run, and start the application with it.',
          snippet: `${appcmd} set apppool "${pool.name}" /processModel.idleTimeout:00:00:00 /startMode:AlwaysRunning`,
        },
        { side: 'app', text: 'Or move the work to a service of its own.' },
      ],
      place: { in: 'server', fact: poolFact(target, 'idleTimeout') },
    },
  ];
};
