import { handlerSetting } from '../ancm/aspnetcore-section.ts';
import { attributePlace, webConfigPlace } from '../ancm/section-place.ts';
import type { Place } from '../model/finding.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceFacts, AdviceRule } from './advise.ts';

/** Log files the configuration writes, with where it says so. */
function logFiles({ facts, workedOut: { aspNetCore } }: AdviceFacts): readonly { readonly path: string; readonly place: Place }[] {
  if (aspNetCore === undefined) return [];
  const debugFile = handlerSetting(aspNetCore, 'debugFile');
  return [
    ...(aspNetCore.stdoutLogEnabled ? [{ path: aspNetCore.stdoutLogFile, place: attributePlace(facts, aspNetCore, 'stdoutLogFile') }] : []),
    ...(debugFile === undefined ? [] : [{ path: debugFile.value, place: webConfigPlace(facts, debugFile) }]),
  ];
}

/** Files below wwwroot are served to anybody who asks for them. */
export const stdoutLogReachable: AdviceRule = (advice) =>
  logFiles(advice)
    .filter(({ path }) => pathKey(path).startsWith('wwwroot\\'))
    .map(({ path, place }) => ({
      rule: 'log-file-reachable',
      severity: 'warning',
      certainty: 'likely',
      message: `The log is written to ${path}, below wwwroot, where browsers can download it.`,
      evidence: [`Log path in web.config: ${path}.`],
      remedies: [{ side: 'app', text: 'Write it outside wwwroot.', snippet: 'stdoutLogFile=".\\logs\\stdout"' }],
      place,
    }));
