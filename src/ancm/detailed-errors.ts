import type { AspNetCoreSection, NamedValue } from '../model/aspnetcore-section.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import { environmentVariable } from './aspnetcore-section.ts';

/** The variables that put details on the module's error pages, with the values that do. */
const switches: readonly (readonly [string, RegExp])[] = [
  ['ASPNETCORE_DETAILEDERRORS', /^(?:1|true)$/i],
  ['ASPNETCORE_ENVIRONMENT', /^development$/i],
  ['DOTNET_ENVIRONMENT', /^development$/i],
];

/** A variable that makes the module show details. */
export interface DetailedErrorsSwitch {
  readonly name: string;
  readonly value: string;
  /** Where web.config sets it; absent where the machine or the pool does. */
  readonly written?: NamedValue;
  /** `false`: what the machine and the pool say, which would win, is not known. */
  readonly certain: boolean;
}

/**
 * Variables that put stack traces on the module's error pages. Other than for the application, a variable of the worker process wins over
 * the one of the same name in web.config, and values are taken as written.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
export function detailedErrorsSwitches(section: AspNetCoreSection, workerEnvironment: EnvironmentBlock): readonly DetailedErrorsSwitch[] {
  return switches.flatMap(([name, on]) => {
    const own = workerEnvironment(name);
    const written = own.known && own.value !== undefined ? undefined : environmentVariable(section, name);
    const value = written?.value ?? (own.known ? own.value : undefined);
    if (value === undefined || !on.test(value)) return [];
    return [{ name, value, ...(written === undefined ? {} : { written }), certain: own.known }];
  });
}
