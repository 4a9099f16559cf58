import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { publishRecipes } from '../../scripts/publish-recipes.ts';
import { check } from '../../src/check.ts';
import { disk } from '../../src/hosts/disk.ts';
import type { StartReport } from '../../src/model/report.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

async function start(artifact: string, server: string, pool?: string): Promise<StartReport> {
  const report = await check(
    {
      artifacts: [join(fixtures, 'publish', artifact)],
      servers: [join(fixtures, 'servers', server)],
      application: '/',
      version: '0.0.0',
      today: '2026-11-24',
      ...(pool === undefined ? {} : { appPool: pool }),
    },
    disk,
  );
  const [only] = report.starts;
  if (only === undefined) throw new Error('no start');
  return only;
}

const outcome = ({ prediction }: StartReport): string => `${prediction.outcome} ${prediction.status ?? ''}`.trim();
const endedBy = ({ prediction, findings }: StartReport): string | undefined =>
  prediction.finding === undefined ? undefined : findings[prediction.finding]?.rule;

/** net8: a server with .NET 8 only, pools of 64 bits. net10: the same with .NET 10. x86: the same, the pool is of 32 bits. */
const [net8, net10, x86] = ['net8.json', 'net10.json', 'net10-32bit.json'].map((name) => `publish/${name}`) as [string, string, string];

/** [fixture, server, expected, rule of the finding that ends it]; by the rules of the module and the host, not by what came out. */
const rows: readonly (readonly [string, string, string, string?])[] = [
  // 8.0 rolls forward to nothing but 8.x; 6.0 and 9.0 find nothing on a server with 8.0 or 10.0 only.
  ['net8.0-portable', net8, 'starts'],
  ['net8.0-portable', net10, 'fails 500.31', 'shared-framework-missing'],
  ['net6.0-portable', net8, 'fails 500.31', 'shared-framework-missing'],
  ['net9.0-portable', net8, 'fails 500.31', 'shared-framework-missing'],
  ['net10.0-portable', net8, 'fails 500.31', 'shared-framework-missing'],
  ['net10.0-portable', net10, 'starts'],
  // A portable application runs in a pool of either bitness, with the runtime of that bitness.
  ['net10.0-portable', x86, 'starts'],
  // With -r the SDK compiles the assembly for that machine; the exe is not started in-process, so only App.dll matters.
  ['net10.0-win-x64', net10, 'starts'],
  ['net10.0-win-x64', x86, 'fails 500.30', 'entry-assembly-architecture'],
  ['net10.0-win-x86', x86, 'starts'],
  ['net10.0-win-x86', net10, 'fails 500.30', 'entry-assembly-architecture'],
  // Native code for x64 is refused by an x86 runtime when the entry assembly is loaded.
  ['net10.0-win-x64-ready-to-run', net10, 'starts'],
  ['net10.0-win-x64-ready-to-run', x86, 'fails 500.30', 'entry-assembly-architecture'],
  // Self-contained: needs nothing of the server but a pool of its bitness.
  ['net10.0-win-x64-self-contained', net8, 'starts'],
  ['net10.0-win-x64-self-contained', x86, 'fails 500.32', 'hostfxr-not-loadable'],
  ['net10.0-win-x86-self-contained', net10, 'fails 500.32', 'hostfxr-not-loadable'],
  ['net10.0-win-x86-self-contained', x86, 'starts'],
  // A single file has no App.dll beside the exe, which in-process hosting needs.
  ['net10.0-win-x64-single-file', net10, 'fails 500.38', 'application-dll-missing'],
  ['net10.0-win-x64-single-file-self-contained', net10, 'fails 500.38', 'application-dll-missing'],
  ['net10.0-out-of-process', net10, 'starts'],
  ['net10.0-out-of-process', net8, 'fails 502.5', 'shared-framework-missing'],
  // The .NET host finds the frameworks of a console application, which lacks the web framework and its in-process handler.
  ['net10.0-worker', net10, 'fails 500.33', 'request-handler-missing'],
  ['net10.0-launcher-path', net10, 'fails 500.0', 'launcher-placeholder-left'],
  ['net10.0-other-dll', net10, 'fails 500.31', 'application-path-not-runnable'],
  ['net10.0-without-runtimeconfig', net10, 'fails 500.31', 'self-contained-mismatch'],
];

describe('real publish outputs on described servers', () => {
  test.each(rows.map((row) => [row] as const))('%j', async ([artifact, server, expected, rule]) => {
    const result = await start(artifact, server);
    expect([outcome(result), endedBy(result)]).toEqual([expected, rule]);
    if (expected === 'starts') expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  // Published for Linux the SDK writes no web.config, and leaves one of the project out.
  test.each(['net10.0-linux-x64', 'net10.0-linux-x64-self-contained'])('%s has no web.config', async (artifact) => {
    const result = await start(artifact, net10);
    expect(result.findings.map(({ rule }) => rule)).toContain('web-config-missing');
    expect(result.prediction.outcome).not.toBe('starts');
  });

  test('every recipe has its fixture, and every fixture its recipe', () => {
    expect(readdirSync(join(fixtures, 'publish')).sort()).toEqual(publishRecipes.map(({ name }) => name).sort());
  });

  test('every fixture is looked at', () => {
    const linux = ['net10.0-linux-x64', 'net10.0-linux-x64-self-contained'];
    expect(new Set([...rows.map(([artifact]) => artifact), ...linux])).toEqual(new Set(publishRecipes.map(({ name }) => name)));
  });
});
