import type { Coverage, StartReport } from '../model/report.ts';
import { stages } from './stages.ts';

/** What no check before the deployment can tell. */
const notCheckable: readonly string[] = [
  "exceptions of the application's own code, and services it needs (databases, vaults, certificates)",
  'file permissions and the identity of the application pool',
  'whether IIS was restarted after a runtime was installed',
  'what other processes change on the server, and files locked while they are copied',
  'how long the start takes',
];

/** What the stages of these starts looked at, what cannot be checked, and which facts would settle what is open. */
export function coverageOf(starts: readonly StartReport[]): Coverage {
  const judged = new Set(
    starts.flatMap(({ trace }) => trace.filter(({ outcome }) => outcome === 'passed' || outcome === 'failed').map(({ stage }) => stage)),
  );
  const waiting = new Map<string, number>();
  for (const { prediction } of starts) {
    for (const fact of prediction.missingFacts) waiting.set(fact, (waiting.get(fact) ?? 0) + 1);
  }
  return {
    checked: [...new Set(stages.filter(({ stage }) => judged.has(stage.name)).map(({ stage }) => stage.checks))],
    notCheckable,
    wouldSettle: [...waiting].map(([fact, findings]) => ({ fact, findings })).sort((left, right) => right.findings - left.findings),
  };
}
