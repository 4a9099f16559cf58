import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Several out-of-process applications may share a pool; a recycle of one worker process then takes all of them (learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced). */
export const poolShared: AdviceRule = ({ facts: { target }, workedOut: { hostingModel } }) => {
  const mates = (target.poolMates ?? []).filter((mate) => mate.hostingModel === 'outofprocess');
  if (hostingModel !== 'outofprocess' || mates.length === 0) return [];
  return [
    {
      rule: 'pool-shared',
      severity: 'note',
      certainty: 'certain',
      message: `Application pool "${target.appPool ?? ''}" is shared with ${someOf(mates.map(({ name }) => name))}; a pool of its own isolates the application.`,
      evidence: mates.slice(0, 10).map(({ name }) => `${name} is in the same pool.`),
      remedies: [{ side: 'server', text: 'Give each application a pool.' }],
      place: { in: 'server', fact: 'iis.appPools' },
    },
  ];
};
