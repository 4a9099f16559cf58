// Compares the model of hostpolicy with the real one on this machine:
//   npm run oracle:hostpolicy -- [--layouts N] [--seed S] [--only LAYOUT] [--record FILE]
// The same seed gives the same layouts; --only repeats one of them and prints both answers. The exit code is 1 when any differs.
// What this cannot judge on Linux: names of libraries and RIDs (`libcoreclr.so`, `linux-x64` stand in), names that differ in case only on
// disk, the RID of the machine, and crashes of the runtime itself, which is an empty file here.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { highestFxVersion } from '../../src/dotnet/fx-version.ts';
import { comparison, conclude, countAnswer, lanes, oracleArguments, print } from './comparison.ts';
import { dotnetOnPath } from './dotnet-on-path.ts';
import { comparable } from './hostpolicy-answer.ts';
import { realHostpolicyAnswer } from './hostpolicy-host.ts';
import { hostpolicyLayout } from './hostpolicy-layout.ts';
import { modelHostpolicyAnswer } from './hostpolicy-model.ts';

const mostPrinted = 5;
const values = oracleArguments('iis-preflight-hostpolicy', 3_000);
const found = comparison();

async function ask(dotnetRoot: string, version: string, folder: string, seed: number): Promise<void> {
  const layout = hostpolicyLayout(seed);
  const real = await realHostpolicyAnswer(dotnetRoot, folder, version, layout);
  const model = modelHostpolicyAnswer(layout, version);
  countAnswer(found, real);
  found.recorded.push({ hostpolicy: version, ...layout, answer: real });
  const same = isDeepStrictEqual(comparable(real, layout), comparable(model, layout));
  if (!same) found.differing.push(seed);
  if (values.only !== undefined || (!same && found.differing.length <= mostPrinted))
    print(JSON.stringify({ ...layout, real, model }, undefined, 1));
}

async function main(): Promise<number> {
  const dotnetRoot = dotnetOnPath();
  if (dotnetRoot === undefined) {
    print('No dotnet on PATH: nothing to compare with.');
    return 2;
  }
  const installed = readdirSync(join(dotnetRoot, 'shared', 'Microsoft.NETCore.App')).map((version) => ({ version, complete: true }));
  const version = highestFxVersion(installed)?.version ?? '';
  const first = Number(values.seed) * 7_919;
  const wanted =
    values.only === undefined ? Array.from({ length: Number(values.layouts) }, (_, index) => first + index) : [Number(values.only)];
  print(`hostpolicy ${version}, seed ${values.seed}, ${wanted.length} layouts`);
  const askAll = async (lane: number): Promise<void> => {
    for (const [index, seed] of wanted.entries()) {
      if (index % lanes === lane) await ask(dotnetRoot, version, join(values.at, String(lane)), seed);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => askAll(lane)));
  return conclude(found, values);
}

process.exitCode = await main();
