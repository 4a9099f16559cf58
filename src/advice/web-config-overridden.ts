import { honoursLauncherVariables } from '../ancm/launch-command.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Variables of the worker process that quietly override web.config (dotnet/aspnetcore:…/AspNetCore/ShimOptions.cpp, …/RequestHandlerLib/environmentvariablehelpers.h). */
const overriding = ['ANCM_LAUNCHER_PATH', 'ANCM_LAUNCHER_ARGS', 'ANCM_PREFER_ENVIRONMENT_VARIABLES'];

export const webConfigOverridden: AdviceRule = ({ workedOut: { workerEnvironment, module } }) => {
  if (workerEnvironment === undefined || module === undefined || !honoursLauncherVariables(module)) return [];
  const set = overriding.filter((name) => {
    const lookup = workerEnvironment(name);
    return lookup.known && lookup.value !== undefined;
  });
  if (set.length === 0) return [];
  return [
    {
      rule: 'web-config-overridden',
      severity: 'warning',
      certainty: 'certain',
      message: `${set.join(' and ')} on the machine or the pool override${set.length === 1 ? 's' : ''} web.config without a trace in it.`,
      evidence: set.map((name) => `${name} is set for the worker process.`),
      remedies: [
        { side: 'server', text: 'Remove the variables if nobody put them there on purpose; they are meant for development tools.' },
      ],
    },
  ];
};
