import type { HostRefusalCause } from '../model/host-start.ts';
import { fileBeside } from './file-beside.ts';
import { frameworkPlace } from './framework-place.ts';
import type { RefusalContext, RefusalFinding } from './refusal-finding.ts';

type FrameworkConflict = HostRefusalCause & { readonly kind: 'framework-conflict' };

/** Two references to one framework that exclude each other. What a framework's own file asks for cannot be widened by the application's. */
export function frameworkConflict(cause: FrameworkConflict, context: RefusalContext): RefusalFinding {
  const { framework, lower, higher, lowerAskedBy, higherAskedBy } = cause;
  const file = fileBeside(context.dll, '.runtimeconfig.json');
  const asker = (by: FrameworkConflict['lowerAskedBy']): string => (by === undefined ? file : `the file of ${by.name} ${by.version}`);
  const own = lowerAskedBy === undefined;
  return {
    rule: 'framework-references-conflict',
    message: `Two references to ${framework} contradict each other: ${lower} may not roll forward to ${higher}.`,
    evidence: [`${framework} ${lower} is asked for by ${asker(lowerAskedBy)}, and ${higher} by ${asker(higherAskedBy)}.`],
    remedies: [
      {
        side: 'app',
        text: `Ask for the same version of every framework${own ? ', or widen rollForward' : ''}; RuntimeFrameworkVersion in the project often sets them apart.`,
        ...(own ? { snippet: '<RollForward>Major</RollForward>' } : {}),
      },
    ],
    place: frameworkPlace(context.artifact, file, (own ? higherAskedBy : lowerAskedBy)?.name ?? framework),
  };
}
