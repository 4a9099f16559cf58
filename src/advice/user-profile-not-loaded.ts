import { poolFact } from '../iis/pool-facts.ts';
import { appcmd } from '../model/appcmd.ts';
import type { AdviceRule } from './advise.ts';
import { advisedApplication } from './advised-application.ts';

/** Packages that keep the keys somewhere else: blobs, Redis, a database. */
const ownKeyRing = /dataprotection\.(?!abstractions|extensions)/;

/**
 * Without the profile of its account a worker process keeps the keys that protect cookies in memory.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced (data protection).
 */
export const userProfileNotLoaded: AdviceRule = (advice) => {
  const { target } = advice.facts;
  const { pool } = target;
  if (pool?.loadUserProfile !== false) return [];
  const packages = advisedApplication(advice)?.promised?.packages ?? new Set<string>();
  if ([...packages].some((name) => ownKeyRing.test(name))) return [];
  return [
    {
      rule: 'user-profile-not-loaded',
      severity: 'warning',
      certainty: 'likely',
      message: `Pool "${pool.name}" does not load the profile of its account, so the keys that protect cookies live in memory: after every restart of the worker process users are signed out and forms are refused.`,
      evidence: [`loadUserProfile of pool "${pool.name}" is false.`, 'No package of the application keeps the keys elsewhere.'],
      remedies: [
        {
          side: 'server',
          text: 'Load the profile.',
          snippet: `${appcmd} set apppool "${pool.name}" /processModel.loadUserProfile:true /processModel.setProfileEnvironment:true`,
        },
        { side: 'app', text: 'Or say where the keys are kept: services.AddDataProtection().PersistKeysToFileSystem(…).' },
      ],
      place: { in: 'server', fact: poolFact(target, 'loadUserProfile') },
    },
  ];
};
