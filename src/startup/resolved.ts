import type { Resolved } from '../model/report.ts';
import type { Walk } from './walk.ts';

/** What the walk worked out, for the report. */
export function resolvedOf({ workedOut }: Walk): Resolved {
  const { hostingModel, workerArchitecture, dotnetRoot, hostfxr, host } = workedOut;
  return {
    ...(hostingModel === undefined ? {} : { hostingModel }),
    ...(workerArchitecture === undefined ? {} : { architecture: workerArchitecture }),
    ...(dotnetRoot === undefined ? {} : { dotnetRoot: dotnetRoot.root }),
    ...(hostfxr?.version === undefined ? {} : { hostfxr: hostfxr.version }),
    ...(host === undefined || host.frameworks.length === 0
      ? {}
      : { frameworks: Object.fromEntries(host.frameworks.map(({ name, version }) => [name, version])) }),
  };
}
