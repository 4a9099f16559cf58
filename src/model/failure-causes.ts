import type { CauseText } from './cause-text.ts';
import type { FailureRuleId } from './failure-rules.ts';
import { hostCauses } from './host-causes.ts';
import { iisCauses } from './iis-causes.ts';
import { moduleCauses } from './module-causes.ts';

/** Every rule that ends the start: why, and what mends it. A rule without a text does not compile. */
export const failureCauses: Readonly<Record<FailureRuleId, CauseText>> = { ...iisCauses, ...moduleCauses, ...hostCauses };
