import { isDeepStrictEqual } from 'node:util';
import { SaxesParser } from 'saxes';
import { type CheckRequest, check } from '../../src/check.ts';
import { readConfiguration } from '../../src/configuration/read-configuration.ts';
import { annotationsOf } from '../../src/hosts/annotations.ts';
import type { Disk } from '../../src/model/file-tree.ts';
import type { Report } from '../../src/model/report.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { pageOf } from '../../src/report/page.ts';
import type { ReportFormat } from '../../src/report/render.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { renderText } from '../../src/report/text.ts';
import { readTargetServer } from '../../src/server/read-server.ts';

/** Not by `render`, which loads each format anew. */
const renderers: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  text: (report) => renderText(report, pageOf({})),
  json: renderJson,
  markdown: renderMarkdown,
  sarif: renderSarif,
  junit: renderJunit,
};

/** What must hold for every report, whatever was read; a violation is thrown. */
export function expectSoundReport(report: Report): void {
  for (const [format, render] of Object.entries(renderers)) {
    const shown = render(report);
    const command = shown.split(/[\r\n\u2028\u2029]/).find((line) => /^\s*::[a-z]/i.test(line) || /##(?:\[|vso\[)/i.test(line));
    if (command !== undefined) throw new Error(`${format} holds the command ${JSON.stringify(command.slice(0, 200))}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
    const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.exec(shown);
    if (control !== null) throw new Error(`${format} holds U+${control[0].charCodeAt(0).toString(16)}`);
    if (shown.length > 4 * 1024 * 1024) throw new Error(`${format} has ${shown.length} characters`);
    if (format === 'json' && !isDeepStrictEqual(JSON.parse(shown), JSON.parse(JSON.stringify(report))))
      throw new Error('JSON differs from the report');
    if (format === 'sarif') JSON.parse(shown);
    if (format === 'junit') expectWellFormed(shown);
  }
  annotationsOf(report, '/checkout', 10);
  for (const start of report.starts) expectSoundPrediction(start);
}

function expectWellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function expectSoundPrediction({ prediction, findings }: Report['starts'][number]): void {
  const { outcome, status, finding, missingFacts } = prediction;
  const ending = finding === undefined ? undefined : findings[finding];
  if (outcome === 'fails' && ending?.severity !== 'error') throw new Error('a failure without the finding that says why');
  if (outcome === 'fails' && status === undefined && missingFacts.length === 0) throw new Error('a failure without a status');
  if (outcome === 'starts' && (finding !== undefined || status !== undefined)) throw new Error('a start with a failure');
}

/** The whole way: read, started on paper, and shown in every format. */
export async function checkSoundly(
  disk: Disk,
  request: Partial<CheckRequest> & { readonly artifacts: readonly string[] },
): Promise<Report> {
  const report = await check({ servers: ['bundle.json'], version: '0.0.0', today: '2026-11-24', ...request }, disk);
  expectSoundReport(report);
  return report;
}

/** What a folder and a package of the same files and the same name must agree about. */
export function expectSameStarts(folder: Report, packaged: Report): void {
  if (!isDeepStrictEqual(folder.starts, packaged.starts)) throw new Error('the package starts in another way than the folder');
}

export async function readServer(disk: Disk, file: string): Promise<void> {
  const read = await readTargetServer(file, disk);
  for (const { line, column } of read.manifest.positions.values()) if (!(line > 0 && column > 0)) throw new Error('a place that is none');
  await checkSoundly(disk, { artifacts: ['publish'], servers: [file] });
}

export async function readConfigurationFile(disk: Disk, file: string): Promise<void> {
  await readConfiguration(file, disk);
}
