import { timeSpanSeconds } from '../ancm/aspnetcore-schema-violations.ts';
import { attributePlace } from '../ancm/section-place.ts';
import { findAspNetCoreElement } from '../iis/aspnetcore-element.ts';
import { attributeValue } from '../iis/attribute-value.ts';
import { appcmd } from '../model/appcmd.ts';
import type { AdviceRule } from './advice-rule.ts';

const limits = [
  { name: 'shutdownTimeLimit', verb: 'stop', end: 'ends the worker process, whatever the application is still doing' },
  { name: 'startupTimeLimit', verb: 'start', end: 'may end the worker process first' },
] as const;

/**
 * The module waits as long as web.config says, but IIS waits for the worker process only as long as the pool says.
 * Source: learn.microsoft.com/iis/configuration/system.applicationhost/applicationpools/add/processmodel.
 */
export const timeLimitBeyondPool: AdviceRule = ({ facts, workedOut: { aspNetCore } }) => {
  const { pool } = facts.target;
  const element = findAspNetCoreElement(facts.artifact.webConfig);
  if (aspNetCore === undefined || element === undefined || pool === undefined) return [];
  return limits.flatMap(({ name, verb, end }) => {
    const written = attributeValue(element, name);
    const ofPool = pool[name];
    const seconds = ofPool === undefined ? undefined : timeSpanSeconds(ofPool);
    if (written === undefined || !/^\d{1,4}$/.test(written) || seconds === undefined || Number(written) <= seconds) return [];
    return [
      {
        rule: 'time-limit-beyond-pool' as const,
        severity: 'note' as const,
        certainty: 'likely' as const,
        message: `${name} gives the application ${Number(written)} seconds to ${verb}, and pool "${pool.name}" gives its worker process ${seconds}: IIS ${end}.`,
        evidence: [`web.config: ${name}="${written}".`, `${name} of pool "${pool.name}" is ${ofPool}.`],
        remedies: [
          { side: 'app' as const, text: `Give ${name} at most ${seconds} seconds.`, snippet: `${name}="${seconds}"` },
          {
            side: 'server' as const,
            text: 'Or give the pool more.',
            snippet: `${appcmd} set apppool "${pool.name}" /processModel.${name}:${timeSpan(Number(written))}`,
          },
        ],
        place: attributePlace(facts, aspNetCore, name),
      },
    ];
  });
};

/** Seconds as `hh:mm:ss`. */
function timeSpan(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}
