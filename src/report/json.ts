import type { Report } from '../model/report.ts';
import { jsonWithoutAgentCommands } from './agent-commands.ts';

/** The public report, as it is. */
export function renderJson(report: Report): string {
  return jsonWithoutAgentCommands(`${JSON.stringify(report, undefined, 2)}\n`);
}
