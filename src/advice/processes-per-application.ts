import { attributePlace } from '../ancm/section-place.ts';
import { findAspNetCoreElement } from '../iis/aspnetcore-element.ts';
import { attributeValue } from '../iis/attribute-value.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Several processes of one application share no memory; the setting is discouraged (learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config). */
export const processesPerApplication: AdviceRule = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
  const element = findAspNetCoreElement(facts.artifact.webConfig);
  const value = element === undefined ? undefined : attributeValue(element, 'processesPerApplication');
  if (aspNetCore === undefined || hostingModel !== 'outofprocess' || value === undefined || !/^0*[1-9]\d*$/.test(value)) return [];
  if (Number(value) === 1) return [];
  return [
    {
      rule: 'processes-per-application',
      severity: 'note',
      certainty: 'certain',
      message: `processesPerApplication starts ${value} processes, which share no memory: caches, sessions and background work exist in each.`,
      evidence: [`web.config: processesPerApplication="${value}".`],
      remedies: [{ side: 'app', text: 'Remove the attribute; one process uses all processors.' }],
      place: attributePlace(facts, aspNetCore, 'processesPerApplication'),
    },
  ];
};
