import type { EnvironmentBlock } from '../model/environment.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';

/** What the checks of the child process read. */
export type ChildStart = { readonly facts: StartFacts; readonly environment: EnvironmentBlock } & Pick<WorkedOut, 'module' | 'launch'> & {
    readonly section: WorkedOut['aspNetCore'];
  };
