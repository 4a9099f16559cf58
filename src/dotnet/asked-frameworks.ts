import type { FrameworkReference } from './framework-reference.ts';
import { type FxVersion, parseFxVersion } from './fx-version.ts';
import { hostfxrGeneration } from './hostfxr-generation.ts';
import { readRuntimeConfig } from './runtime-config.ts';

export interface AskedFrameworks {
  /** The file is for a framework-dependent application. */
  readonly dependent: boolean;
  readonly references: readonly FrameworkReference[];
}

const nothing: AskedFrameworks = { dependent: false, references: [] };
/** Of the hosts that read JSON as current ones do, the latest that does not insist on names and versions. */
const patient: FxVersion | undefined = parseFxVersion('9.0.0');

/**
 * What a runtimeconfig.json asks for by itself, without variables and without its `.dev.json`; nothing where there is no file, or none that
 * a host reads. Which folders a host takes for it, and whether it takes any, is decided by `startHost`.
 */
export function askedFrameworks(file: Uint8Array | undefined): AskedFrameworks {
  if (file === undefined || patient === undefined) return nothing;
  const reading = readRuntimeConfig({ path: 'runtimeconfig.json', file }, hostfxrGeneration(patient), new Map());
  return reading.valid ? { dependent: reading.config.frameworkDependent, references: reading.config.references } : nothing;
}
