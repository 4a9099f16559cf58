import { applicationEnvironment } from '../ancm/application-environment.ts';
import { environmentVariable } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace } from '../ancm/section-place.ts';
import type { Finding } from '../model/finding.ts';
import type { AdviceFacts, AdviceRule } from './advise.ts';

const names = ['ASPNETCORE_ENVIRONMENT', 'DOTNET_ENVIRONMENT'];

function fromVariables({
  facts,
  workedOut: { aspNetCore, workerEnvironment },
}: AdviceFacts): Pick<Finding, 'evidence' | 'place'> | undefined {
  if (aspNetCore === undefined || workerEnvironment === undefined) return undefined;
  const environment = applicationEnvironment(aspNetCore, workerEnvironment);
  for (const name of names) {
    const lookup = environment(name);
    if (!lookup.known || lookup.value?.toLowerCase() !== 'development') continue;
    const written = environmentVariable(aspNetCore, name);
    if (written === undefined) return { evidence: [`${name}=Development on the machine or the pool.`] };
    return { evidence: [`web.config line ${written.line}: ${name}="${written.value}".`], place: webConfigPlace(facts, written) };
  }
  return undefined;
}

function fromArguments({ workedOut: { launch } }: AdviceFacts): Pick<Finding, 'evidence' | 'place'> | undefined {
  return /--environment[=\s]+"?development\b/i.test(launch?.arguments ?? '')
    ? { evidence: ['arguments of web.config: --environment Development.'] }
    : undefined;
}

/** Development shows stack traces to everybody, and from .NET 9 on validates services more strictly (learn.microsoft.com/aspnet/core/fundamentals/environments). */
export const developmentEnvironment: AdviceRule = (advice) => {
  const found = fromVariables(advice) ?? fromArguments(advice);
  if (found === undefined) return [];
  return [
    {
      rule: 'development-environment',
      severity: 'warning',
      certainty: 'certain',
      message: 'The application will run in the Development environment: error pages show source code and settings to anybody.',
      remedies: [
        {
          side: 'app',
          text: 'Remove the variable (the default is Production), or set it where the environment is really for development.',
          snippet: '<EnvironmentName>Production</EnvironmentName>',
        },
      ],
      ...found,
    },
  ];
};
