import type { Report } from '../model/report.ts';
import { type Looks, pageOf } from './page.ts';

export const reportFormats = ['text', 'json', 'markdown', 'sarif', 'junit'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** A report as text. */
export type Renderer = (report: Report) => string;

/** Each format is loaded when it is asked for; `eager` keeps the bundles one file. */
const renderers: Record<ReportFormat, (looks: Looks) => Promise<Renderer>> = {
  async text(looks) {
    const { renderText } = await import(/* webpackMode: "eager" */ './text.ts');
    return (report) => renderText(report, pageOf(looks));
  },
  json: async () => (await import(/* webpackMode: "eager" */ './json.ts')).renderJson,
  markdown: async () => (await import(/* webpackMode: "eager" */ './markdown.ts')).renderMarkdown,
  sarif: async () => (await import(/* webpackMode: "eager" */ './sarif.ts')).renderSarif,
  junit: async () => (await import(/* webpackMode: "eager" */ './junit.ts')).renderJunit,
};

/** `looks` matter to the text format alone. */
export async function render(report: Report, format: ReportFormat, looks: Looks = {}): Promise<string> {
  const renderer = await renderers[format](looks);
  return renderer(report);
}
