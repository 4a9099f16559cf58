// Compares the model of hostpolicy with the real one on this machine:
//   node --import ./scripts/typescript.mjs scripts/oracle/hostpolicy-oracle.ts [--layouts N] [--seed S] [--only LAYOUT] [--record FILE]
// The same seed gives the same layouts; --only repeats one of them and prints both answers. The exit code is 1 when any differs.
// What this cannot judge on Linux: names of libraries and RIDs (`libcoreclr.so`, `linux-x64` stand in), names that differ in case only on
// disk, the RID of the machine, and crashes of the runtime itself, which is an empty file here.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { highestFxVersion } from '../../src/dotnet/fx-version.ts';
import { dotnetOnPath } from './dotnet-on-path.ts';
import { comparable, type HostpolicyAnswer } from './hostpolicy-answer.ts';
import { realHostpolicyAnswer } from './hostpolicy-host.ts';
import { hostpolicyLayout } from './hostpolicy-layout.ts';
import { modelHostpolicyAnswer } from './hostpolicy-model.ts';

const { values } = parseArgs({
  options: {
    layouts: { type: 'string', default: '3000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    record: { type: 'string' },
    at: { type: 'string', default: join(tmpdir(), `iis-preflight-hostpolicy-${process.pid}`) },
  },
});

const lanes = 2;
const mostPrinted = 5;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

const kindOf = ({ outcome, code }: HostpolicyAnswer): string => (outcome === 'refused' ? `refused 0x800080${code.toString(16)}` : outcome);

async function main(): Promise<number> {
  const dotnetRoot = dotnetOnPath();
  if (dotnetRoot === undefined) {
    print('No dotnet on PATH: nothing to compare with.');
    return 2;
  }
  const installed = readdirSync(join(dotnetRoot, 'shared', 'Microsoft.NETCore.App')).map((version) => ({ version, complete: true }));
  const version = highestFxVersion(installed)?.version ?? '';
  const seed = Number(values.seed);
  const first = seed * 7_919;
  const wanted =
    values.only === undefined ? Array.from({ length: Number(values.layouts) }, (_, index) => first + index) : [Number(values.only)];
  print(`hostpolicy ${version}, seed ${seed}, ${wanted.length} layouts`);
  const outcomes = new Map<string, number>();
  const differing: number[] = [];
  const recorded: unknown[] = [];
  async function ask(layoutSeed: number, lane: number): Promise<void> {
    const layout = hostpolicyLayout(layoutSeed);
    const real = await realHostpolicyAnswer(dotnetRoot ?? '', join(values.at, String(lane)), version, layout);
    const model = modelHostpolicyAnswer(layout, version);
    outcomes.set(kindOf(real), (outcomes.get(kindOf(real)) ?? 0) + 1);
    recorded.push({ hostpolicy: version, ...layout, answer: real });
    const same = isDeepStrictEqual(comparable(real, layout), comparable(model, layout));
    if (!same) differing.push(layoutSeed);
    if (values.only !== undefined || (!same && differing.length <= mostPrinted))
      print(JSON.stringify({ ...layout, real, model }, undefined, 1));
  }
  const lane = async (number: number): Promise<void> => {
    for (let index = number; index < wanted.length; index += lanes) await ask(wanted[index] ?? 0, number);
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  rmSync(values.at, { recursive: true, force: true });
  for (const [outcome, count] of [...outcomes].sort(([left], [right]) => left.localeCompare(right))) print(`${outcome}: ${count}`);
  print(`${wanted.length} layouts, ${differing.length} differ${differing.length === 0 ? '' : `: ${differing.join(' ')}`}`);
  if (values.record !== undefined) writeFileSync(values.record, `[\n${recorded.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
  return differing.length === 0 ? 0 : 1;
}

process.exitCode = await main();
