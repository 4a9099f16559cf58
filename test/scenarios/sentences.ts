import type { StartReport } from '../../src/model/report.ts';

/** A variable with its value, and the path of a file, are quoted as they are. */
const quoted = /^(?:\w+=|\S+$)/;

/** What is wrong with a text for people, or nothing. */
function fault(text: string): string | undefined {
  if (/\.\.(?:\s|$)/.test(text)) return 'two full stops';
  if (/undefined|\[object |NaN|(?:pool|[Ss]ite|application) "\??"/.test(text)) return 'a value that is none';
  if (/\ba (?:x86|x64|arm64)\b/.test(text)) return '"a" in place of "an"';
  return quoted.test(text) || /[.!?)]["”]?$/.test(text) ? undefined : 'no end of the sentence';
}

/** The texts of a report that are no whole sentence. */
export function brokenSentences({ findings, trace }: StartReport): readonly string[] {
  const texts = [
    ...findings.flatMap(({ message, evidence, remedies }) => [message, ...evidence, ...remedies.map(({ text }) => text)]),
    ...trace.map(({ because }) => because),
  ];
  return texts.flatMap((text) => {
    const problem = text === undefined ? undefined : fault(text);
    return problem === undefined ? [] : [`${problem}: ${text}`];
  });
}
