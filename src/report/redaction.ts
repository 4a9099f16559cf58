import type { Report } from '../model/report.ts';

const shortestSecret = 6;
/** Values that are no secret to anybody, and words of the report itself. */
const harmless =
  /^(?:true|false|\d{1,6}|production|development|staging|disabled|enabled|default|information|warning|inprocess|outofprocess)$/i;

/** Every text of a value, changed; numbers, flags and keys stay. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  // The casts keep the shape: a text stays a text, a list stays a list, and an object keeps its keys.
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts<unknown>(entry, change)])) as T;
}

/** The report with every occurrence of a secret replaced. Very short values are left, because they would hit ordinary words. */
export function redactReport(report: Report, secrets: ReadonlySet<string>): Report {
  const longest = [...secrets]
    .filter((secret) => secret.length >= shortestSecret && !harmless.test(secret))
    .sort((left, right) => right.length - left.length);
  if (longest.length === 0) return report;
  return mapTexts(report, (text) => longest.reduce((done, secret) => done.replaceAll(secret, '***'), text));
}
