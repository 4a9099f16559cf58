import type { AdviceRule } from './advice-rule.ts';

/** From this many on, starting together is what people notice. */
const many = 10;

/** Applications with preloadEnabled all start when IIS starts; many of them together run into their time limits. */
export const manyApplicationsPreloaded: AdviceRule = ({ facts: { target } }) => {
  const preloaded = target.preloadedTogether ?? 0;
  if (preloaded < many) return [];
  return [
    {
      rule: 'many-applications-preloaded',
      severity: 'note',
      certainty: 'likely',
      message: `${preloaded} applications of this server start together with IIS; slow ones can run into startupTimeLimit.`,
      evidence: [`preloadEnabled is true for ${preloaded} applications.`],
      remedies: [{ side: 'server', text: 'Preload only what needs it, or raise startupTimeLimit.' }],
      place: { in: 'server', fact: 'iis.sites' },
    },
  ];
};
