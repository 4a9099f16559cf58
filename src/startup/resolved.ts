import type { Resolved } from '../model/report.ts';
import { poolBitnessFact } from './possible-servers.ts';
import type { Start } from './start.ts';

/** What the walk worked out, for the report. With a pool of unknown bitness nothing is said that depends on it. */
export function resolvedOf({ walk, assumed }: Pick<Start, 'walk' | 'assumed'>): Resolved {
  const { hostingModel, host } = walk.workedOut;
  const { workerArchitecture, dotnetRoot, hostfxr } = assumed.includes(poolBitnessFact) ? {} : walk.workedOut;
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
