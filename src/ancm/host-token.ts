import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { HostApplication } from '../model/host-start.ts';
import type { StageOutcome } from '../model/stage.ts';

/** A placeholder in the files that the host reads: what it refuses today a deployment step may still change. */
export function refusedOverToken({ runtimeConfig, deps }: HostApplication): string | undefined {
  for (const bytes of [runtimeConfig, deps]) {
    const token = bytes === undefined ? undefined : deployTimeToken(new TextDecoder().decode(bytes));
    if (token !== undefined) return token;
  }
  return undefined;
}

export function waitsForHostToken(token: string): StageOutcome {
  return {
    outcome: 'unknown',
    because: `runtimeconfig.json or deps.json holds the placeholder ${token}, which a deployment step replaces; the .NET host refuses them as they are.`,
    missingFacts: [],
  };
}
