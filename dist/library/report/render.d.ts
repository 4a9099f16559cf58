import type { Report } from '../model/report.ts';
import { type Looks } from './page.ts';
export declare const reportFormats: readonly ['text', 'json', 'markdown', 'sarif', 'junit'];
export type ReportFormat = (typeof reportFormats)[number];
/** A report as text. */
export type Renderer = (report: Report) => string;
/** `looks` matter to the text format alone. */
export declare function render(report: Report, format: ReportFormat, looks?: Looks): Promise<string>;
