import type { Report } from '../model/report.ts';
export declare const reportFormats: readonly ['text', 'json', 'markdown', 'sarif', 'junit'];
export type ReportFormat = (typeof reportFormats)[number];
/** A report as text. */
export type Renderer = (report: Report) => string;
export interface Looks {
    /** Terminal colours in the text format. The other formats have none. */
    readonly color?: boolean;
}
export declare function render(report: Report, format: ReportFormat, looks?: Looks): Promise<string>;
