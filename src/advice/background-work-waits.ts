import { poolFact } from '../iis/pool-facts.ts';
import { appcmd } from '../model/appcmd.ts';
import type { Place } from '../model/finding.ts';
import type { DeploymentTarget } from '../model/start-facts.ts';
import type { AdviceRule } from './advice-rule.ts';
import { schedulerPackage } from './scheduler-package.ts';

/** Settings that leave the start to the first request, with where they are; what nobody said is passed over. */
function onDemand(target: DeploymentTarget): readonly { readonly setting: string; readonly place: Place }[] {
  const { pool, current } = target;
  return [
    ...(pool?.startMode === 'OnDemand'
      ? [
          {
            setting: `startMode of pool "${pool.name}" is OnDemand.`,
            place: { in: 'server' as const, fact: poolFact(target, 'startMode') },
          },
        ]
      : []),
    ...(current?.preloadEnabled === false
      ? [{ setting: `preloadEnabled of application ${current.path} is false.`, place: { in: 'server' as const, fact: 'iis.sites' } }]
      : []),
  ];
}

/**
 * Only AlwaysRunning and preloadEnabled together start an application with IIS; otherwise it starts with its first request.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced (application initialization).
 */
export const backgroundWorkWaits: AdviceRule = (advice) => {
  const { target } = advice.facts;
  const found = onDemand(target);
  const [first] = found;
  const scheduler = schedulerPackage(advice);
  if (first === undefined || scheduler === undefined) return [];
  const application = `${target.site ?? '{site}'}${target.application ?? '/'}`;
  return [
    {
      rule: 'background-work-waits',
      severity: 'note',
      certainty: 'likely',
      message:
        'After a restart of the server, and after every recycling of the pool, scheduled work begins only with the first request to the application.',
      evidence: [...found.map(({ setting }) => setting), `The application uses the package ${scheduler}.`],
      remedies: [
        {
          side: 'server',
          text: 'Start the application with IIS; Windows needs the feature Application Initialization for it.',
          snippet: `${appcmd} set apppool "${target.appPool ?? '{pool}'}" /startMode:AlwaysRunning & ${appcmd} set app "${application}" /preloadEnabled:true`,
        },
        { side: 'app', text: 'Or move the work to a service of its own.' },
      ],
      place: first.place,
    },
  ];
};
