import { bundledHostVersion } from '../ancm/bundled-host-version.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceFacts } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

export interface RunningFramework {
  /** Version of Microsoft.NETCore.App. */
  readonly version: string;
  /** Who brings it; `asked for`: the application wants it, and what it gets is not known. */
  readonly from: 'artifact' | 'server' | 'asked for';
  /** The runtimeconfig.json of the artifact that leads to it. */
  readonly file?: string;
}

/** The runtime that will run, or the one asked for while the start did not get that far; `undefined` when nothing tells. */
export function runningFramework(advice: AdviceFacts): RunningFramework | undefined {
  const { artifact } = advice.facts;
  const shared = advice.workedOut.host?.frameworks.find(({ name }) => name === 'Microsoft.NETCore.App');
  const application = advisedApplication(advice);
  const config = application === undefined ? undefined : artifact.files.get(pathKey(`${application.stem}.runtimeconfig.json`));
  const file = config === undefined ? {} : { file: config.path };
  if (shared !== undefined) return { version: shared.version, from: 'server', ...file };
  if (application === undefined) return undefined;
  if (application.selfContained) {
    const bundled = bundledHostVersion(artifact, application.dll);
    return bundled === undefined ? undefined : { version: bundled, from: 'artifact', ...file };
  }
  // Microsoft.AspNetCore.App of a version stands on Microsoft.NETCore.App of the same.
  const [asked] = application.references;
  return asked === undefined ? undefined : { version: asked.version, from: 'asked for', ...file };
}
