import type { HostpolicyLayout } from './hostpolicy-layout.ts';

/** What hostpolicy makes of a layout, paths as on Windows. */
export interface HostpolicyAnswer {
  readonly outcome: 'ready' | 'refused' | 'crash';
  /** Low byte of the exit code; 0 when the runtime would be loaded. */
  readonly code: number;
  /** Sorted: the host keeps them in a hash table. */
  readonly trusted: readonly string[];
  readonly native: readonly string[];
  readonly text: string;
}

/**
 * What both sides can be compared in: places in a JSON text differ where names of libraries do, and of an application without a deps.json the
 * model knows the files without their case (and that coreclr.dll is one of the managed names only on Windows).
 */
export function comparable(answer: HostpolicyAnswer, { application }: HostpolicyLayout): HostpolicyAnswer {
  const text = answer.text.replace(/(?<=offset |column )\d+/g, '…');
  if (application.deps !== undefined) return { ...answer, text };
  const caseless = (path: string): string => path.replace(/C:\\app\\[^']*/, (own) => own.toLowerCase());
  const trusted = answer.trusted.map(caseless).sort();
  return { ...answer, text: caseless(text), trusted: trusted.filter((path) => path !== 'c:\\app\\coreclr.dll') };
}
