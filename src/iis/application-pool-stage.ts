import { appcmd } from '../model/appcmd.ts';
import { eventSources } from '../model/failure-text.ts';
import type { StartupFailure } from '../model/finding.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { poolFact } from './pool-facts.ts';

/**
 * HTTP.sys answers for a pool that is not running; no worker process is started for it.
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add.
 */
export const applicationPoolStage = defineStage({
  name: 'application-pool',
  checks: 'the application pool is there and running',
  needs: [],
  perform: (facts): StageOutcome => {
    const { server, target } = facts;
    if (target.pool?.state?.toLowerCase() === 'stopped') return { outcome: 'failed', failure: poolStopped(facts) };
    if (target.pool !== undefined)
      return { outcome: 'passed', because: `Nothing keeps application pool "${target.pool.name}" from running.` };
    if (server === undefined) return { outcome: 'unknown', because: 'No server is described.', missingFacts: ['iis.appPools'] };
    if (target.appPool === undefined && target.poolsListed === true) {
      return { outcome: 'unknown', because: 'Nobody said which application pool the application uses.', missingFacts: ['iis.sites'] };
    }
    const pool = target.appPool === undefined ? 'The application pool' : `Application pool "${target.appPool}"`;
    const described = target.poolsListed === true ? 'not one of the pools that are described' : 'not described';
    return { outcome: 'unknown', because: `${pool} is ${described}.`, missingFacts: ['iis.appPools'] };
  },
});

function poolStopped({ target }: StartFacts): StartupFailure {
  const name = target.pool?.name ?? '';
  return {
    rule: 'app-pool-stopped',
    severity: 'error',
    certainty: 'certain',
    status: '503',
    title: 'The service is unavailable.',
    message: `Application pool "${name}" is stopped, so nobody takes requests for the application.`,
    evidence: [
      `The state of application pool "${name}" is ${target.pool?.state ?? ''}${target.stoppedAsOf === undefined ? '' : `, as of ${target.stoppedAsOf}`}.`,
      `A pool that stopped by itself leaves event 5002 of ${eventSources.processActivation}: rapid-fail protection after a series of crashes.`,
    ],
    remedies: [
      {
        side: 'server',
        text: 'Find out why the pool was stopped, then start it.',
        snippet: `${appcmd} start apppool /apppool.name:"${name}"`,
      },
    ],
    place: { in: 'server', fact: poolFact(target, 'state') },
  };
}
