import { check } from '../../src/check.ts';
import type { StartReport } from '../../src/model/report.ts';
import { folderDisk } from '../model/memory-disk.ts';
import type { Files, JsonObject } from './composition.ts';
import type { Scenario } from './scenario.ts';

/** What a scenario is made of, ready to be checked. */
export interface Composed {
  readonly artifact: Files;
  readonly serverFiles: Files;
  readonly manifest: JsonObject | undefined;
  readonly target: Scenario['target'];
}

/** Scenarios are about the start: a date on which no advice depends. */
const today = '2026-11-24';

/** The one start of a scenario, predicted by the same function that every host calls. */
export async function performScenario({ artifact, serverFiles, manifest, target }: Composed): Promise<StartReport> {
  const files = new Map(serverFiles);
  if (manifest !== undefined) files.set('server.json', Buffer.from(JSON.stringify(manifest)));
  const { site, application, appPool } = target ?? {};
  const report = await check(
    {
      artifacts: ['publish'],
      servers: manifest === undefined ? [] : ['server.json'],
      ...(site === undefined ? {} : { site }),
      ...(application === undefined ? {} : { application }),
      ...(appPool === undefined ? {} : { appPool }),
      version: '0.0.0',
      today,
    },
    folderDisk('publish', artifact, files),
  );
  const [start, ...others] = report.starts;
  if (start === undefined || others.length > 0) throw new Error(`${report.starts.length} starts instead of one`);
  return start;
}
