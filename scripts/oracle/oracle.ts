// Compares the model of hostfxr with the real one on this machine:
//   npm run oracle -- [--layouts N] [--seed S] [--only LAYOUT] [--record FILE]
// The same seed gives the same layouts; --only repeats one of them and prints both answers. The exit code is 1 when any differs.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { highestFxVersion } from '../../src/dotnet/fx-version.ts';
import type { Answer } from './answer.ts';
import { dotnetOnPath } from './dotnet-on-path.ts';
import { frameworksOfSeed, type Layout, layoutOfSeed } from './layout.ts';
import { modelAnswer } from './model-answer.ts';
import { buildStage, realAnswer } from './real-host.ts';
import type { RecordedQuestion, RecordedRoot } from './recorded.ts';

const { values } = parseArgs({
  options: {
    layouts: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    record: { type: 'string' },
    at: { type: 'string', default: join(tmpdir(), `iis-preflight-oracle-${process.pid}`) },
  },
});

/** Questions put to one dotnet root before another is built. */
const questionsPerRoot = 10;
const lanes = 2;
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

interface Difference {
  readonly layout: Layout;
  readonly real: Answer;
  readonly model: Answer;
}

function tell({ layout, real, model }: Difference): void {
  print(`--- layout ${layout.seed} differs`);
  print(JSON.stringify({ ...layout, real, model }, undefined, 1));
}

async function main(): Promise<number> {
  const dotnetRoot = dotnetOnPath();
  if (dotnetRoot === undefined) {
    print('No dotnet on PATH: nothing to compare with.');
    return 2;
  }
  const folders = readdirSync(join(dotnetRoot, 'host', 'fxr')).map((version) => ({ version, complete: true }));
  const hostfxr = highestFxVersion(folders)?.version ?? '';
  const seed = Number(values.seed);
  const wanted = Number(values.layouts);
  const only = values.only === undefined ? undefined : Number(values.only);
  print(`hostfxr ${hostfxr}, seed ${seed}, ${only === undefined ? `${wanted} layouts` : `layout ${only}`}`);

  const differences: Difference[] = [];
  const recorded: RecordedRoot[] = [];
  const outcomes = new Map<string, number>();
  let asked = 0;
  async function ask(stageFolder: string, rootIndex: number): Promise<void> {
    const frameworks = frameworksOfSeed(seed * 1_000_003 + rootIndex);
    const stage = buildStage(dotnetRoot ?? '', stageFolder, frameworks);
    const questions: RecordedQuestion[] = [];
    recorded.push({ hostfxr, frameworks, questions });
    for (let question = 0; question < questionsPerRoot && asked < wanted; question++) {
      const layout = layoutOfSeed(seed * 7_919 + rootIndex * questionsPerRoot + question, frameworks);
      if (only !== undefined && layout.seed !== only) continue;
      asked++;
      const real = await realAnswer(stage, layout);
      const model = modelAnswer(layout, hostfxr);
      const outcome = real.outcome === 'refused' ? `refused 0x800080${real.code.toString(16)}` : real.outcome;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const { frameworks: _, ...put } = layout;
      questions.push({ ...put, answer: real });
      if (only !== undefined || !isDeepStrictEqual(real, model)) {
        differences.push({ layout, real, model });
        if (differences.length <= 5) tell({ layout, real, model });
      }
    }
  }
  const roots = Math.ceil(wanted / questionsPerRoot);
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let index = lane; index < roots; index += lanes) await ask(join(values.at, String(lane)), index);
    }),
  );
  rmSync(values.at, { recursive: true, force: true });
  for (const [outcome, count] of [...outcomes].sort(([left], [right]) => left.localeCompare(right))) print(`${outcome}: ${count}`);
  print(
    `${asked} layouts, ${differences.length} differ${differences.length === 0 ? '' : `: ${differences.map(({ layout }) => layout.seed).join(' ')}`}`,
  );
  if (values.record !== undefined) writeFileSync(values.record, `[\n${recorded.map((root) => JSON.stringify(root)).join(',\n')}\n]\n`);
  return differences.length === 0 ? 0 : 1;
}

process.exitCode = await main();
