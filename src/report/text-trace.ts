import type { TraceEntry } from '../model/report.ts';
import type { StageName } from '../model/stage.ts';
import type { Page } from './page.ts';
import type { Tone } from './paint.ts';
import { oneLine, shorten } from './visible-text.ts';
import { wrap } from './wrap.ts';

const signs = { passed: '✓', failed: '✗', unknown: '?', 'not-applicable': '–' } as const satisfies Record<TraceEntry['outcome'], string>;
const tones = { passed: 'success', failed: 'failure', unknown: 'doubt', 'not-applicable': 'faint' } as const satisfies Record<
  TraceEntry['outcome'],
  Tone
>;

/** Lines of trace that still leave a screen for the rest. */
const lineLimit = 8;

/** One line a stage, up to the one where the start ends; neighbours that do not apply share a line, and so do the first ones when there are many. */
export function traceLines(trace: readonly TraceEntry[], ending: StageName | undefined, page: Page): string[] {
  const end = trace.findIndex((entry) => entry.stage === ending);
  const runs = runsOf(end < 0 ? trace : trace.slice(0, end + 1));
  const folded = runs.length > lineLimit ? foldPassed(runs, runs.length - lineLimit + 1) : runs;
  const width = Math.max(...trace.map((entry) => entry.stage.length), 0);
  return folded.map((run) => runLine(run, width, page));
}

/** Stages that do not know, each with its whole reason; neighbours with the same reason share it. */
export function unknownLines(entries: readonly TraceEntry[], page: Page): string[] {
  const runs: TraceEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.[0]?.because === entry.because) last.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined) return [];
    const lines = wrap(shorten(`${stageNames(run)}: ${oneLine(first.because)}`, 600), page.width, '  ? ');
    return lines.map((line, index) => (index === 0 ? line.replace('?', page.paint('doubt', '?')) : line));
  });
}

/** Entries that share a line: one, or several of the same outcome. */
type Run = readonly TraceEntry[];

function runsOf(trace: readonly TraceEntry[]): Run[] {
  const runs: TraceEntry[][] = [];
  for (const entry of trace) {
    const last = runs.at(-1);
    if (entry.outcome === 'not-applicable' && last?.[0]?.outcome === 'not-applicable') last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** The first `count` runs on one line, as far as they passed or did not apply. */
function foldPassed(runs: readonly Run[], count: number): Run[] {
  const stop = runs.findIndex((run, index) => index >= count || run[0]?.outcome === 'failed' || run[0]?.outcome === 'unknown');
  const head = runs.slice(0, stop).flat();
  return head.length === 0 ? [...runs] : [head.filter((entry) => entry.outcome === 'passed'), ...runs.slice(stop)];
}

function runLine(run: Run, nameWidth: number, { paint, width }: Page): string {
  const [first] = run;
  if (first === undefined) return '';
  const single = `${first.stage.padEnd(nameWidth)}  ${oneLine(first.because)}`;
  const several = `${stageNames(run)}${first.outcome === 'passed' ? '' : '  not part of this start'}`;
  const text = shorten(run.length === 1 ? single : several, width - 4);
  const line = `  ${paint(tones[first.outcome], signs[first.outcome])} ${text.trimEnd()}`;
  return first.outcome === 'not-applicable' ? paint('faint', line) : line;
}

function stageNames(run: Run): string {
  const names = run.map((entry) => entry.stage);
  return names.length <= 3 ? names.join(', ') : `${names[0]} … ${names.at(-1)} (${names.length} stages)`;
}
