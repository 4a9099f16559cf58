import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { EnvironmentBlock, VariableLookup } from '../model/environment.ts';
import { expandEnvironmentVariables } from '../windows/environment.ts';
import { environmentVariable } from './aspnetcore-section.ts';

/** ANCM_PREFER_ENVIRONMENT_VARIABLES on the worker process: its own variables win over those of web.config (3.1.4, 5.0 and later). */
export function prefersWorker(workerEnvironment: EnvironmentBlock): boolean {
  const lookup = workerEnvironment('ANCM_PREFER_ENVIRONMENT_VARIABLES');
  return lookup.known && /^(?:1|true)$/i.test(lookup.value ?? '');
}

/**
 * The environment of the application itself: the worker process's, overlaid with the variables of web.config, whose values are expanded.
 * In-process it exists only once the handler runs; out-of-process it is the child's.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/RequestHandlerLib/environmentvariablehelpers.h.
 */
export function applicationEnvironment(section: AspNetCoreSection, workerEnvironment: EnvironmentBlock): EnvironmentBlock {
  const workerFirst = prefersWorker(workerEnvironment);
  return (name): VariableLookup => {
    const own = workerEnvironment(name);
    if (workerFirst && own.known && own.value !== undefined) return own;
    const written = environmentVariable(section, name);
    if (written === undefined) return own;
    const expanded = expandEnvironmentVariables(written.value, workerEnvironment);
    if (!expanded.known) return expanded;
    // What a deployment step will put in place of a placeholder is not known.
    if (deployTimeToken(expanded.text) !== undefined) return { known: false, missingFacts: [] };
    return { known: true, value: expanded.text === '' ? undefined : expanded.text };
  };
}

/** Names that web.config sets more than once, ignoring case; the second one is returned. */
export function duplicateVariable(section: AspNetCoreSection): AspNetCoreSection['environmentVariables'][number] | undefined {
  const seen = new Set<string>();
  return section.environmentVariables.find(({ name }) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
