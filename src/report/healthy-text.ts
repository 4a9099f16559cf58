import type { StartReport } from '../model/report.ts';
import { startName } from './start-names.ts';
import { oneLine } from './visible-text.ts';

/** `publish on web01 will start (in-process, x64, Microsoft.AspNetCore.App 8.0.11)`. */
export function healthyText(start: StartReport): string {
  const { hostingModel, architecture, frameworks = {} } = start.resolved;
  const model = hostingModel === undefined ? undefined : { inprocess: 'in-process', outofprocess: 'out-of-process' }[hostingModel];
  const root = Object.entries(frameworks).sort(([left], [right]) => rank(left) - rank(right))[0];
  const facts = [model, architecture, root === undefined ? undefined : `${root[0]} ${root[1]}`].filter((fact) => fact !== undefined);
  const verb = start.prediction.certainty === 'likely' ? 'will probably start' : 'will start';
  return `${startName(start)} ${verb}${facts.length === 0 ? '' : ` (${oneLine(facts.join(', '))})`}`;
}

/** The ASP.NET Core framework is the one people know; the others it brings along. */
function rank(framework: string): number {
  return framework === 'Microsoft.AspNetCore.App' ? 0 : 1;
}
