// Compares the model of hostfxr with the real one on this machine:
//   npm run oracle -- [--layouts N] [--seed S] [--only LAYOUT] [--record FILE]
// The same seed gives the same layouts; --only repeats one of them and prints both answers. The exit code is 1 when any differs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { highestFxVersion } from '../../src/dotnet/fx-version.ts';
import { comparison, conclude, countAnswer, lanes, oracleArguments, print } from './comparison.ts';
import { dotnetOnPath } from './dotnet-on-path.ts';
import { frameworksOfSeed, layoutOfSeed } from './layout.ts';
import { modelAnswer } from './model-answer.ts';
import { buildStage, realAnswer } from './real-host.ts';
import type { RecordedQuestion, RecordedRoot } from './recorded.ts';

/** Questions put to one dotnet root before another is built. */
const questionsPerRoot = 10;
const mostPrinted = 5;

const values = oracleArguments('iis-preflight-oracle', 20_000);
const seed = Number(values.seed);
const wanted = Number(values.layouts);
const only = values.only === undefined ? undefined : Number(values.only);
const found = comparison();
let asked = 0;

/** Builds a dotnet root and puts its questions to the host and to the model. */
async function askAbout(dotnetRoot: string, hostfxr: string, stageFolder: string, rootIndex: number): Promise<void> {
  const frameworks = frameworksOfSeed(seed * 1_000_003 + rootIndex);
  const stage = buildStage(dotnetRoot, stageFolder, frameworks);
  const questions: RecordedQuestion[] = [];
  found.recorded.push({ hostfxr, frameworks, questions } satisfies RecordedRoot);
  for (let question = 0; question < questionsPerRoot && asked < wanted; question++) {
    const layout = layoutOfSeed(seed * 7_919 + rootIndex * questionsPerRoot + question, frameworks);
    if (only !== undefined && layout.seed !== only) continue;
    asked++;
    const real = await realAnswer(stage, layout);
    const model = modelAnswer(layout, hostfxr);
    countAnswer(found, real);
    const { frameworks: _, ...put } = layout;
    questions.push({ ...put, answer: real });
    const same = isDeepStrictEqual(real, model);
    if (!same) found.differing.push(layout.seed);
    if (only !== undefined || (!same && found.differing.length <= mostPrinted))
      print(`--- layout ${layout.seed}\n${JSON.stringify({ ...layout, real, model }, undefined, 1)}`);
  }
}

async function main(): Promise<number> {
  const dotnetRoot = dotnetOnPath();
  if (dotnetRoot === undefined) {
    print('No dotnet on PATH: nothing to compare with.');
    return 2;
  }
  const folders = readdirSync(join(dotnetRoot, 'host', 'fxr')).map((version) => ({ version, complete: true }));
  const hostfxr = highestFxVersion(folders)?.version ?? '';
  print(`hostfxr ${hostfxr}, seed ${seed}, ${only === undefined ? `${wanted} layouts` : `layout ${only}`}`);
  const roots = Math.ceil(wanted / questionsPerRoot);
  const ask = async (lane: number): Promise<void> => {
    for (let index = lane; index < roots; index += lanes) await askAbout(dotnetRoot, hostfxr, join(values.at, String(lane)), index);
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => ask(lane)));
  return conclude(found, values);
}

process.exitCode = await main();
