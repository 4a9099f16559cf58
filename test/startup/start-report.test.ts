import { describe, expect, test } from '@jest/globals';
import type { Architecture } from '../../src/model/architecture.ts';
import type { AppPool, TargetServer } from '../../src/model/target-server.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { startStory } from '../../src/startup/start-report.ts';
import { dotnetRoot, portable, selfContained, server, startFacts, type TestFile, webConfig } from '../ancm/start-facts.ts';

/** What the trace says of the worker process, on Windows of an architecture, in a pool that is described so. */
function workerOf(architecture: Architecture, { enable32BitAppOnWin64 }: Pick<AppPool, 'enable32BitAppOnWin64'>): string | undefined {
  const facts = startFacts(webConfig({}), portable, {});
  const pool = { name: 'shop', ...(enable32BitAppOnWin64 === undefined ? {} : { enable32BitAppOnWin64 }) };
  const there = { ...facts, target: { ...facts.target, pool }, server: { ...server, os: { architecture } } };
  const { trace } = startStory({ ...performStart(there), facts: { ...there, server: there.server } }, []);
  return trace.find(({ stage }) => stage === 'worker-process')?.because;
}

describe('the architecture of the worker process in the trace', () => {
  test.each<[string, Architecture, Pick<AppPool, 'enable32BitAppOnWin64'>, string]>([
    [
      'a pool that is said to be 64-bit',
      'x64',
      { enable32BitAppOnWin64: false },
      'The worker process is x64: Pool "shop" has enable32BitAppOnWin64 off.',
    ],
    [
      'a pool that is said to be 32-bit',
      'x64',
      { enable32BitAppOnWin64: true },
      'The worker process is x86: Pool "shop" has enable32BitAppOnWin64 on.',
    ],
    [
      'nobody said which',
      'x64',
      {},
      'Nobody said enable32BitAppOnWin64 of pool "shop"; both were tried, and this is the start in an x64 worker process.',
    ],
    ['Windows has no other', 'x86', {}, 'The worker process is x86: Windows itself is 32-bit.'],
  ])('%s', (_, architecture, pool, expected) => {
    expect(workerOf(architecture, pool)).toBe(expected);
  });
});

describe('a prediction that the bitness of the pool keeps open', () => {
  const exe = { processPath: '.\\App.exe', arguments: '' };
  const silent = 'Nobody said enable32BitAppOnWin64 of pool "shop"';
  const onlyX64 = { ...server, dotnet: [dotnetRoot('x64')] };
  const { version: _, ...module } = { version: '', ...server.aspNetCoreModule, installed: true as const };
  test.each<[string, Record<string, string>, Record<string, TestFile>, TargetServer, string, string]>([
    [
      'self-contained for x64',
      exe,
      selfContained('x64'),
      server,
      'unknown',
      `${silent}: in an x86 worker process it fails with 500.32, in an x64 one it starts.`,
    ],
    [
      'self-contained for x86',
      exe,
      selfContained('x86'),
      server,
      'unknown',
      `${silent}: in an x86 worker process it starts, in an x64 one it fails with 500.32.`,
    ],
    [
      'no x86 dotnet',
      {},
      portable,
      onlyX64,
      'unknown',
      `${silent}: in an x86 worker process it fails with 500.0, in an x64 one it starts.`,
    ],
    [
      'the code depends on the module too',
      exe,
      selfContained('x64'),
      { ...server, aspNetCoreModule: module },
      'unknown',
      `${silent}: in an x86 worker process it fails, in an x64 one it starts.`,
    ],
    ['it does not matter', {}, portable, server, 'passed', `${silent}; both were tried, and this is the start in an x64 worker process.`],
  ])('%s', (_what, attributes, files, described, outcome, because) => {
    const facts = startFacts(webConfig(attributes), files, {});
    const there = { ...facts, target: { ...facts.target, pool: { name: 'shop', environment: new Map() } }, server: described };
    const { trace, prediction } = startStory({ ...performStart(there), facts: there }, []);
    expect(trace.find(({ stage }) => stage === 'worker-process')).toMatchObject({ outcome, because });
    expect(prediction.outcome).toBe(outcome === 'unknown' ? 'undetermined' : 'starts');
  });
});
