import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';

/** What the checks of the application's start read. */
export type ApplicationStart = { readonly facts: StartFacts } & Pick<
  WorkedOut,
  | 'module'
  | 'aspNetCore'
  | 'entry'
  | 'host'
  | 'hostfxr'
  | 'dotnetRoot'
  | 'requestHandler'
  | 'applicationDll'
  | 'workerArchitecture'
  | 'workerEnvironment'
>;
