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
  const long = [...secrets].filter((secret) => secret.length >= shortestSecret && !harmless.test(secret));
  if (long.length === 0) return report;
  const index = secretIndex(long);
  return mapTexts(report, (text) => withoutSecrets(text, index));
}

/** Secrets by how they begin, so that a text is run through once, however many there are. */
interface SecretIndex {
  /** 1 for the code of a character with which one begins. */
  readonly firstCodes: Uint8Array;
  /** The longest first. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

function secretIndex(secrets: readonly string[]): SecretIndex {
  const firstCodes = new Uint8Array(0x10000);
  const byStart = new Map<string, string[]>();
  for (const secret of secrets.toSorted((left, right) => right.length - left.length)) {
    firstCodes[secret.charCodeAt(0)] = 1;
    const start = secret.slice(0, shortestSecret);
    const others = byStart.get(start);
    if (others === undefined) byStart.set(start, [secret]);
    else others.push(secret);
  }
  return { firstCodes, byStart };
}

/** Secrets that overlap are replaced as one, so that no part of either is left. */
function withoutSecrets(text: string, { firstCodes, byStart }: SecretIndex): string {
  let shown = '';
  let shownTo = 0;
  let hiddenTo = 0;
  for (let at = 0; at + shortestSecret <= text.length; at++) {
    if (firstCodes[text.charCodeAt(at)] !== 1) continue;
    const secret = byStart.get(text.slice(at, at + shortestSecret))?.find((one) => text.startsWith(one, at));
    if (secret === undefined) continue;
    if (at >= hiddenTo) {
      shown += `${text.slice(shownTo, at)}***`;
    }
    hiddenTo = Math.max(hiddenTo, at + secret.length);
    shownTo = hiddenTo;
  }
  return shownTo === 0 ? text : shown + text.slice(shownTo);
}
