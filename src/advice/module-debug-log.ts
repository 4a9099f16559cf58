import { environmentVariable, handlerSetting } from '../ancm/aspnetcore-section.ts';
import { debugLevelWords } from '../ancm/debug-log.ts';
import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import type { NamedValue } from '../model/aspnetcore-section.ts';
import type { Finding } from '../model/finding.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';

/** Something that switches the debug log on; without `written` a variable of the machine or the pool. */
interface DebugSetting {
  readonly name: string;
  readonly value: string;
  readonly written?: NamedValue;
  readonly certainty: Finding['certainty'];
}

const variable = 'ASPNETCORE_MODULE_DEBUG';

function settings({ workedOut: { aspNetCore, workerEnvironment } }: AdviceFacts): readonly DebugSetting[] {
  if (aspNetCore === undefined) return [];
  const level = handlerSetting(aspNetCore, 'debugLevel');
  const own = workerEnvironment?.(variable);
  // The module reads the variables of its own process; those of web.config reach it only after it has looked.
  const written = environmentVariable(aspNetCore, variable);
  return [
    ...(level === undefined ? [] : [{ name: level.name, value: level.value, written: level, certainty: 'certain' as const }]),
    ...(own?.known === true && own.value !== undefined ? [{ name: variable, value: own.value, certainty: 'certain' as const }] : []),
    ...(written === undefined ? [] : [{ name: written.name, value: written.value, written, certainty: 'likely' as const }]),
  ];
}

/** Where the lines go; `undefined` where nobody keeps them. A file that is named is written to at every level. */
function target(found: readonly string[], fileNamed: boolean): 'a file' | 'the event log' | undefined {
  if (found.length === 0) return undefined;
  if (fileNamed || found.includes('file')) return 'a file';
  return found.includes('eventlog') ? 'the event log' : undefined;
}

/** The module's own debug log is verbose and unlimited (learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics). */
export const moduleDebugLog: AdviceRule = (advice) => {
  const { aspNetCore, workerEnvironment } = advice.workedOut;
  const file = aspNetCore && (handlerSetting(aspNetCore, 'debugFile') ?? environmentVariable(aspNetCore, `${variable}_FILE`));
  const ownFile = workerEnvironment?.(`${variable}_FILE`);
  const fileNamed = (file?.value ?? '') !== '' || (ownFile?.known === true && ownFile.value !== undefined);
  const [first] = settings(advice).flatMap((setting) => {
    const to = target(debugLevelWords(setting.value), fileNamed);
    return to === undefined ? [] : [{ ...setting, to }];
  });
  if (first === undefined) return [];
  const { name, value, written, certainty, to } = first;
  return [
    {
      rule: 'module-debug-log',
      severity: 'warning',
      certainty,
      message: `The debug log of the ASP.NET Core Module is switched on by ${name}${written === undefined ? ' on the machine or the pool' : ''}; it goes to ${to}${to === 'a file' ? ', which has no size limit' : ' and crowds other entries out'}.`,
      evidence: [written === undefined ? `${name}=${value} for the worker process.` : `${writtenAt(written)}: ${name}="${value}".`],
      remedies: [{ side: written === undefined ? 'server' : 'app', text: `Remove ${name} once the problem it was for is found.` }],
      ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
    },
  ];
};
