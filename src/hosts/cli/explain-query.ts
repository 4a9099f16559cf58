import { failureCatalogue } from '../../model/failure-catalogue.ts';
import { type HostErrorName, hostErrorCodes } from '../../model/host-start.ts';
import { ruleIds } from '../../model/rules.ts';
import { type HttpStatus, hresults, httpStatuses } from '../../model/startup-failure.ts';
import type { ExplainQuery } from '../../report/explain.ts';
import { nearestSpelling } from '../../server/key-suggestion.ts';

/**
 * Recognises a status (`500.31`, `HTTP Error 500.31 - …`), the title of an error page, an HRESULT, an exit code of the .NET host, an event id
 * or a rule id; `undefined` for anything else.
 */
export function parseExplainQuery(text: string): ExplainQuery | undefined {
  const query = text.trim().slice(0, 200);
  const rule = ruleIds.find((id) => id === query.toLowerCase());
  if (rule !== undefined) return { kind: 'rule', rule };
  const code = hresultIn(query);
  const hresult = Object.values(hresults).find((value) => value === code);
  if (hresult !== undefined) return { kind: 'hresult', hresult };
  const error = hostErrorIn(query);
  if (error !== undefined) return { kind: 'host-error', error };
  const id = Number(/^(?:event(?: id)? )?(\d{4})$/i.exec(query)?.[1]);
  if (eventIds.has(id)) return { kind: 'event', id };
  const titled = statusesTitled((title) => title === titleText(query));
  const status = statusIn(query) ?? (titled.length === 1 ? titled[0] : undefined);
  return status === undefined ? undefined : { kind: 'status', status };
}

// Object.keys of a table typed by HostErrorName.
const hostErrors = Object.keys(hostErrorCodes) as readonly HostErrorName[];

/** An exit code of the .NET host as `0x80008096`, the same without `0x`, as the signed or unsigned number it is shown as, or its name. */
function hostErrorIn(query: string): HostErrorName | undefined {
  const named = hostErrors.find((error) => error.toLowerCase() === query.toLowerCase());
  if (named !== undefined) return named;
  const hexadecimal = /(?<![\dA-Za-z])(?:0x)?(800080[0-9a-f]{2})(?![\dA-Za-z])/i.exec(query)?.[1];
  const decimal = /(?<![\d.])-?\d{10}(?![\d.])/.exec(query)?.[0];
  const code = hexadecimal === undefined ? Number(decimal) >>> 0 : Number.parseInt(hexadecimal, 16);
  return hostErrors.find((error) => hostErrorCodes[error] === code);
}

/** What an unknown query was probably meant to be, best first; may be empty. */
export function nearQueries(text: string): string[] {
  const query = text.trim().slice(0, 200);
  const family = /\b([45]\d\d)\b/.exec(query)?.[1];
  const relatives = family === undefined ? [] : httpStatuses.filter((status) => status.startsWith(family));
  if (relatives.length > 0) return inOrder(relatives);
  const titled = statusesTitled((title) => query.length > 5 && title.includes(titleText(query)));
  if (titled.length > 0) return inOrder(titled);
  const near = nearestSpelling(query, [...ruleIds, ...Object.values(hresults), ...[...eventIds].map(String)]);
  if (near !== undefined) return [near];
  const words = query
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);
  return ruleIds.filter((id) => words.some((word) => id.includes(word))).slice(0, 5);
}

const inOrder = (statuses: readonly HttpStatus[]): HttpStatus[] => statuses.toSorted((left, right) => Number(left) - Number(right));

/** `0x8007000D`, the same without `0x`, or as the signed number that PowerShell and .NET print. */
function hresultIn(query: string): string | undefined {
  const hexadecimal = /\b0x([0-9a-f]{8})\b/i.exec(query)?.[1] ?? /^(8[0-9a-f]{7})$/i.exec(query)?.[1];
  if (hexadecimal !== undefined) return `0x${hexadecimal.toLowerCase()}`;
  const number = Number(/^-\d{1,10}$/.exec(query)?.[0]);
  return Number.isNaN(number) ? undefined : `0x${(number >>> 0).toString(16)}`;
}

const titleText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim();

/** The statuses that have a page with such a title, of any version of the module. */
function statusesTitled(wanted: (title: string) => boolean): HttpStatus[] {
  return httpStatuses.filter((status) => failureCatalogue[status].pages.some(({ title }) => wanted(titleText(title))));
}

const eventIds: ReadonlySet<number> = new Set(Object.values(failureCatalogue).flatMap(({ events }) => events.map(({ id }) => id)));

/** `404.0` and `503.0` are written alone in reports. */
function statusIn(query: string): HttpStatus | undefined {
  const [, code, sub] = /(?<![\d.])(\d{3})(?:\.(\d{1,2}))?(?![\d.]*\d)/.exec(query) ?? [];
  const full = sub === undefined ? code : `${code}.${sub}`;
  return httpStatuses.find((status) => status === full) ?? (sub === '0' ? httpStatuses.find((status) => status === code) : undefined);
}
