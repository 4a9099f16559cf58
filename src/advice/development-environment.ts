import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import type { Finding } from '../model/finding.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { type AdvisedEnvironment, advisedEnvironment } from './advised-environment.ts';

function whatSetsIt({ facts }: AdviceFacts, { variable, written }: AdvisedEnvironment): Pick<Finding, 'evidence' | 'remedies' | 'place'> {
  if (variable === undefined) {
    return {
      evidence: ['arguments of web.config: --environment Development.'],
      remedies: [{ side: 'app', text: 'Take --environment out of arguments; the default is Production.' }],
    };
  }
  if (written === undefined) {
    return {
      evidence: [`${variable}=Development on the machine or the pool.`],
      remedies: [
        { side: 'server', text: `Remove ${variable} from the machine and the pool; the default is Production.` },
        {
          side: 'app',
          text: 'Or set it in web.config, which wins.',
          snippet: `<environmentVariable name="${variable}" value="Production" />`,
        },
      ],
    };
  }
  return {
    evidence: [`${writtenAt(written)}: ${variable}="${written.value}".`],
    remedies: [
      {
        side: 'app',
        text: 'Remove the variable (the default is Production), or set it where the environment is really for development.',
        snippet: '<EnvironmentName>Production</EnvironmentName>',
      },
    ],
    place: webConfigPlace(facts, written),
  };
}

/** Development shows stack traces to everybody, and from .NET 9 on validates services more strictly (learn.microsoft.com/aspnet/core/fundamentals/environments). */
export const developmentEnvironment: AdviceRule = (advice) => {
  const environment = advisedEnvironment(advice);
  if (environment?.name.toLowerCase() !== 'development') return [];
  return [
    {
      rule: 'development-environment',
      severity: 'warning',
      certainty: environment.certain ? 'certain' : 'likely',
      message: 'The application will run in the Development environment: error pages show source code and settings to anybody.',
      ...whatSetsIt(advice, environment),
    },
  ];
};
