import { atoi } from './host-environment.ts';
import type { HostfxrGeneration } from './hostfxr-generation.ts';

/** The major version in a `tfm` such as `netcoreapp3.1`, `net6.0` or `net6.0-windows`. */
function majorOfTfm(tfm: string): number | undefined {
  const digits = /^\d+(?=\D)/.exec(tfm.slice(tfm.startsWith('netcoreapp') ? 10 : 3))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Whether the registered and the default install locations are searched after the dotnet root.
 * DOTNET_MULTILEVEL_LOOKUP switches it off with anything but 1. Source: dotnet/runtime:src/native/corehost/hostmisc/utils.cpp
 * `multilevel_lookup_enabled`, fxr/fx_muxer.cpp; dotnet/runtime#67022.
 */
export function looksUpGlobally(generation: HostfxrGeneration, tfm: string | undefined, environment: ReadonlyMap<string, string>): boolean {
  if (generation.multilevelLookup === 'never') return false;
  const major = tfm === undefined ? undefined : majorOfTfm(tfm);
  if (generation.multilevelLookup === 'old-tfm' && (major === undefined || major >= 7)) return false;
  const variable = environment.get('DOTNET_MULTILEVEL_LOOKUP');
  return variable === undefined || atoi(variable) === 1;
}
