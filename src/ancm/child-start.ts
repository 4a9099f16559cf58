import type { EnvironmentBlock } from '../model/environment.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';

/** What is known of the child process when the module launches it. */
export interface ChildLaunch extends Pick<WorkedOut, 'module' | 'launch'> {
  readonly facts: StartFacts;
  readonly section: WorkedOut['aspNetCore'];
}

/** What the checks of the child process read. */
export interface ChildStart extends ChildLaunch {
  readonly environment: EnvironmentBlock;
}
