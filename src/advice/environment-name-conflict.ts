import { environmentVariable } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication, runtimeMajor } from './advised-application.ts';

/**
 * From .NET 7 on WebApplicationBuilder takes DOTNET_ENVIRONMENT before ASPNETCORE_ENVIRONMENT, so one on the machine wins over web.config.
 * Source: learn.microsoft.com/dotnet/core/compatibility/aspnet-core/7.0/environment-variable-precedence.
 */
export const environmentNameConflict: AdviceRule = (advice) => {
  const { aspNetCore, workerEnvironment } = advice.workedOut;
  const application = advisedApplication(advice);
  const major = application && runtimeMajor(advice, application);
  if (aspNetCore === undefined || workerEnvironment === undefined || major === undefined || major < 7) return [];
  const written = environmentVariable(aspNetCore, 'ASPNETCORE_ENVIRONMENT');
  const machine = workerEnvironment('DOTNET_ENVIRONMENT');
  if (written === undefined || written.value === '' || deployTimeToken(written.value) !== undefined) return [];
  if (environmentVariable(aspNetCore, 'DOTNET_ENVIRONMENT') !== undefined || !machine.known || machine.value === undefined) return [];
  if (machine.value.toLowerCase() === written.value.toLowerCase()) return [];
  return [
    {
      rule: 'environment-name-conflict',
      severity: 'warning',
      certainty: 'likely',
      message: `web.config sets the environment to ${written.value}, but DOTNET_ENVIRONMENT on the machine or the pool says ${machine.value}, and from .NET 7 on that wins.`,
      evidence: [
        `${writtenAt(written)}: ${written.name}="${written.value}".`,
        `DOTNET_ENVIRONMENT=${machine.value} for the worker process.`,
      ],
      remedies: [
        { side: 'server', text: 'Remove DOTNET_ENVIRONMENT from the machine and the pool.' },
        {
          side: 'app',
          text: 'Set DOTNET_ENVIRONMENT in web.config as well.',
          snippet: `<environmentVariable name="DOTNET_ENVIRONMENT" value="${written.value}" />`,
        },
      ],
      place: webConfigPlace(advice.facts, written),
    },
  ];
};
