import { applicationEnvironment, prefersWorker } from '../ancm/application-environment.ts';
import { environmentNames } from '../ancm/application-settings.ts';
import { environmentVariable } from '../ancm/aspnetcore-section.ts';
import type { NamedValue } from '../model/aspnetcore-section.ts';
import type { AdviceFacts } from './advice-rule.ts';
import { advisedApplication, runtimeMajor } from './advised-application.ts';

/** The environment that the application will run in, where something sets it. */
export interface AdvisedEnvironment {
  readonly name: string;
  /** The variable that sets it; absent: `--environment` among the arguments. */
  readonly variable?: string;
  /** The variable in web.config; absent where the machine or the pool sets it. */
  readonly written?: NamedValue;
  /** `false`: a variable that would come before it is not described. */
  readonly certain: boolean;
}

/** `undefined` where nothing sets it, so that it is Production, or where what sets it is not known. */
export function advisedEnvironment(advice: AdviceFacts): AdvisedEnvironment | undefined {
  const { aspNetCore, workerEnvironment, launch } = advice.workedOut;
  if (aspNetCore === undefined || workerEnvironment === undefined) return undefined;
  const argument = /(?:^|\s)--environment[=\s]\s*"?([\w.-]+)/i.exec(launch?.arguments ?? '')?.[1];
  if (argument !== undefined) return { name: argument, certain: true };
  const environment = applicationEnvironment(aspNetCore, workerEnvironment);
  const application = advisedApplication(advice);
  let certain = true;
  for (const variable of environmentNames((application && runtimeMajor(advice, application)) ?? 10)) {
    const lookup = environment(variable);
    if (!lookup.known) certain = false;
    else if (lookup.value !== undefined) {
      const written = prefersWorker(workerEnvironment, undefined) ? undefined : environmentVariable(aspNetCore, variable);
      return { name: lookup.value, variable, ...(written === undefined ? {} : { written }), certain };
    }
  }
  return undefined;
}
