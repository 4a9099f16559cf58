import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import type { LaunchCommand, ModuleGeneration } from '../model/worked-out.ts';
import { type Expansion, expandEnvironmentVariables } from '../windows/environment.ts';

export type LaunchCommandResult =
  | { readonly known: true; readonly launch: LaunchCommand; readonly overridden: readonly string[] }
  | { readonly known: false; readonly missingFacts: readonly string[] };

/**
 * Whether this shim lets ANCM_LAUNCHER_PATH and ANCM_LAUNCHER_ARGS of the worker process replace the attributes:
 * from 5.0 on, and in the servicing of 3.1 from 3.1.4 on.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
export function honoursLauncherVariables(module: ModuleGeneration): boolean {
  if (module.module === 'AspNetCoreModule') return false;
  return module.major >= 5 || (module.major === 3 && module.minor >= 1 && (module.patch ?? 4) >= 4);
}

/**
 * processPath and arguments as the module uses them: overridden by the worker process's variables, then expanded with them. The schema
 * has the attributes `expanded`, so IIS has done that once before; what a variable brings in is expanded too.
 * A variable that is not set stays as written, so `%LAUNCHER_PATH%` survives.
 */
export function launchCommand(section: AspNetCoreSection, module: ModuleGeneration, environment: EnvironmentBlock): LaunchCommandResult {
  const missing = new Set<string>();
  const overridden: string[] = [];
  const effective = (attribute: string, variable: string): string => {
    const override = honoursLauncherVariables(module) ? environment(variable) : ({ known: true, value: undefined } as const);
    if (!override.known) for (const fact of override.missingFacts) missing.add(fact);
    if (override.known && override.value !== undefined) overridden.push(variable);
    const written = expandEnvironmentVariables(attribute, environment);
    const own: Expansion = override.known && override.value !== undefined ? { known: true, text: override.value } : written;
    const expanded = own.known ? expandEnvironmentVariables(own.text, environment) : own;
    if (expanded.known) return expanded.text;
    for (const fact of expanded.missingFacts) missing.add(fact);
    return attribute;
  };
  const launch: LaunchCommand = {
    processPath: effective(section.processPath, 'ANCM_LAUNCHER_PATH'),
    arguments: effective(section.arguments, 'ANCM_LAUNCHER_ARGS'),
  };
  return missing.size > 0 ? { known: false, missingFacts: [...missing] } : { known: true, launch, overridden };
}

/** What web.config says to start, and what the worker process makes of it where that is something else. */
export function launchEvidence(section: AspNetCoreSection, launch: LaunchCommand): readonly string[] {
  const written = `web.config: processPath="${section.processPath}" arguments="${section.arguments}".`;
  const same = launch.processPath === section.processPath && launch.arguments === section.arguments;
  return same ? [written] : [written, `With the variables of the worker process: "${launch.processPath}" ${launch.arguments}`.trimEnd()];
}
