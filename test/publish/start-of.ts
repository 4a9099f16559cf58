import { join } from 'node:path';
import { check } from '../../src/check.ts';
import { disk } from '../../src/hosts/disk.ts';
import type { StartReport } from '../../src/model/report.ts';

export const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

/** The start of a publish output on one server, or on none that is known, at the root of a site; paths are relative to fixtures/publish and fixtures/servers. */
export async function startOf(
  artifact: string,
  server?: string,
  options: { readonly expectTransform?: boolean } = {},
): Promise<StartReport> {
  const { starts } = await check(
    {
      artifacts: [join(fixtures, 'publish', artifact)],
      servers: server === undefined ? [] : [join(fixtures, 'servers', server)],
      application: '/',
      ...options,
      version: '0.0.0',
      today: '2026-11-24',
    },
    disk,
  );
  const [only] = starts;
  if (only === undefined || starts.length > 1) throw new Error(`${starts.length} starts of ${artifact} on ${server}`);
  return only;
}
