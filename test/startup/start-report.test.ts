import { describe, expect, test } from '@jest/globals';
import type { Architecture } from '../../src/model/architecture.ts';
import type { AppPool } from '../../src/model/target-server.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { startStory } from '../../src/startup/start-report.ts';
import { portable, server, startFacts, webConfig } from '../ancm/start-facts.ts';

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
