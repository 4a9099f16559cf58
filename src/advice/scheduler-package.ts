import type { AdviceFacts } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** Packages that do work without a request. */
const schedulers = /^(?:hangfire\.(?:aspnetcore|netcore)|quartz\.(?:aspnetcore|extensions\.hosting)|coravel|tickerq)$/;

/** The package with which the application works in the background; `undefined` where none is known. */
export function schedulerPackage(advice: AdviceFacts): string | undefined {
  return [...(advisedApplication(advice)?.promised?.packages ?? [])].find((name) => schedulers.test(name));
}
