import { applicationEnvironment } from '../ancm/application-environment.ts';
import { environmentName, settingsFileProblem } from '../ancm/application-settings.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { advisedApplication, runtimeMajor } from './advised-application.ts';

const settingsFile = /^appsettings\.([^\\]+)\.json$/;

/** The file that is in force here is judged with the start. */
function inForce(advice: AdviceFacts): string | undefined {
  const { aspNetCore, workerEnvironment } = advice.workedOut;
  if (aspNetCore === undefined || workerEnvironment === undefined) return undefined;
  const application = advisedApplication(advice);
  const major = (application && runtimeMajor(advice, application)) ?? 10;
  return environmentName(applicationEnvironment(aspNetCore, workerEnvironment), major)?.toLowerCase();
}

/** A settings file that does not parse stops the application in the environment it is for, which is not the one of this start. */
export const settingsOfOtherEnvironment: AdviceRule = (advice) => {
  const { artifact } = advice.facts;
  const current = inForce(advice);
  return [...artifact.contents].flatMap(([key, bytes]) => {
    const environment = settingsFile.exec(key)?.[1];
    if (environment === undefined || environment === current) return [];
    const file = artifact.files.get(key)?.path ?? key;
    const problem = settingsFileProblem(file, bytes);
    if (problem?.kind !== 'unparsable') return [];
    const { line, column } = problem;
    return [
      {
        rule: 'settings-of-other-environment' as const,
        severity: 'note' as const,
        certainty: 'certain' as const,
        message: `${file} is not valid JSON (${problem.problem}, line ${line}); the application will not start in that environment.`,
        evidence: [`${file} line ${line}, column ${column}: ${problem.problem}.`],
        remedies: [{ side: 'app' as const, text: `Correct ${file}.` }],
        place: { in: 'artifact' as const, file, line, column },
      },
    ];
  });
};
