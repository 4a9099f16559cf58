import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Layouts that are put to the host at one time. */
export const lanes = 2;

export const print = (line: string): boolean => process.stdout.write(`${line}\n`);

/** The command line of an oracle; `at` is where its dotnet roots are built. */
export function oracleArguments(name: string, layouts: number) {
  return parseArgs({
    options: {
      layouts: { type: 'string', default: String(layouts) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      only: { type: 'string' },
      record: { type: 'string' },
      at: { type: 'string', default: join(tmpdir(), `${name}-${process.pid}`) },
    },
  }).values;
}

/** What a run of an oracle has found so far. */
export interface Comparison {
  /** How often each answer came. */
  readonly outcomes: Map<string, number>;
  /** Seeds of the layouts about which the host and the model disagree. */
  readonly differing: number[];
  /** Questions with the real answers, for tests where there is no host. */
  readonly recorded: unknown[];
}

export const comparison = (): Comparison => ({ outcomes: new Map(), differing: [], recorded: [] });

export function countAnswer({ outcomes }: Comparison, { outcome, code }: { readonly outcome: string; readonly code: number }): void {
  const kind = outcome === 'refused' ? `refused 0x800080${code.toString(16)}` : outcome;
  outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
}

/** Ends a run: clears up, prints what was found and writes what is to be kept. The exit code is 1 when anything differs. */
export function conclude({ outcomes, differing, recorded }: Comparison, { at, record }: ReturnType<typeof oracleArguments>): 0 | 1 {
  rmSync(at, { recursive: true, force: true });
  for (const [outcome, count] of [...outcomes].sort(([left], [right]) => left.localeCompare(right))) print(`${outcome}: ${count}`);
  const asked = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  print(`${asked} layouts, ${differing.length} differ${differing.length === 0 ? '' : `: ${differing.join(' ')}`}`);
  if (record !== undefined) writeFileSync(record, `[\n${recorded.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
  return differing.length === 0 ? 0 : 1;
}
