/** The library: `import { check, resolveFrameworks } from 'iis-preflight'`. */
export type { FrameworkRequest } from './dotnet/framework-request.ts';
export { type FrameworkResolution, resolveFrameworks } from './dotnet/resolve-frameworks.ts';
export { type CheckRequest, check } from './hosts/library.ts';
export type { Certainty, Remedy, Severity } from './model/finding.ts';
export { InputError, type InputProblem } from './model/input-error.ts';
export type * from './model/report.ts';
export type { DotnetRoot } from './model/target-server.ts';
export type { Looks } from './report/page.ts';
export { type ReportFormat, render, reportFormats } from './report/render.ts';
