import type { StartReport } from '../model/report.ts';
import { oneLine, shorten } from './visible-text.ts';

/** Where a start was performed, for people: `web01, Default Web Site/shop, pool shop`; `''` when nothing is known. */
export function targetName(start: StartReport): string {
  const path = start.application === undefined || start.application === '/' ? '' : start.application;
  const place = start.site === undefined ? path : `${start.site}${path}`;
  const parts = [start.server, place === '' ? undefined : place, start.appPool === undefined ? undefined : `pool ${start.appPool}`];
  return parts
    .filter((part) => part !== undefined)
    .map(shortName)
    .join(', ');
}

/** A name as a report shows it: on one line and of bounded length. */
export function shortName(name: string): string {
  return shorten(oneLine(name), 120);
}

/** Where several starts of one artifact were performed: the servers, with their applications where a server has several of the starts. */
export function sharedTargets(starts: readonly StartReport[]): string {
  const servers = starts.map((start) => start.server).filter((server) => server !== undefined);
  if (new Set(servers).size === starts.length) return nameList(servers.map(shortName));
  return nameList(
    starts.map((start) => targetName(start) || 'no server given'),
    4,
    '; ',
  );
}

/** `publish on web01, Default Web Site/shop, pool shop`. */
export function startName(start: StartReport): string {
  const target = targetName(start);
  const artifact = shortName(start.artifact);
  return target === '' ? artifact : `${artifact} on ${target}`;
}

/** `web01, web02 and 3 more`: at most `limit` names, none twice. */
export function nameList(names: readonly string[], limit = 4, separator = ', '): string {
  const distinct = [...new Set(names)];
  if (distinct.length <= limit) return distinct.join(separator);
  return `${distinct.slice(0, limit).join(separator)} and ${distinct.length - limit} more`;
}
