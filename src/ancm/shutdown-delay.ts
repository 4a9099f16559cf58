import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import type { StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { environmentVariable, handlerSetting } from './aspnetcore-section.ts';
import { sectionFailure } from './section-failure.ts';

const variable = 'ANCM_shutdownDelay';

/** `std::stoi`: leading blanks, a sign, digits, anything after them; `undefined` when it throws. */
function parseMilliseconds(text: string): number | undefined {
  const match = /^\s*([+-]?\d+)/.exec(text);
  if (match?.[1] === undefined) return undefined;
  const value = Number(match[1]);
  return Math.abs(value) > 0x7fffffff ? undefined : value;
}

/**
 * The shim of 9.0 and later reads shutdownDelay while it loads its configuration: a negative number and a text that is no number
 * are fatal, the second with an empty message. Older shims do not look at it.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp `SetShutdownDelay`.
 */
export function invalidShutdownDelay(
  facts: StartFacts,
  module: ModuleGeneration,
  section: AspNetCoreSection,
  workerEnvironment: EnvironmentBlock,
): StageOutcome | undefined {
  if (module.module === 'AspNetCoreModule' || module.major < 9) return undefined;
  const setting = handlerSetting(section, 'shutdownDelay');
  let value = setting?.value ?? '';
  let from = `the handler setting shutdownDelay="${value}"`;
  if (value === '') {
    const process = workerEnvironment(variable);
    if (!process.known) return undefined;
    value = process.value ?? environmentVariable(section, variable)?.value ?? '';
    from = `the environment variable ${variable}=${value}`;
  }
  const milliseconds = value === '' ? 0 : parseMilliseconds(value);
  if (milliseconds !== undefined && milliseconds >= 0) return undefined;
  return {
    outcome: 'failed',
    failure: sectionFailure(facts, module, {
      rule: 'shutdown-delay-invalid',
      message: `shutdownDelay is "${value}", which the module cannot use as a number of milliseconds.`,
      evidence: [`${from}; a module from 9.0 on wants a whole number that is not negative.`],
      remedy: 'Write a number of milliseconds, or take the setting out (the default is 1000).',
      snippet: '<handlerSetting name="shutdownDelay" value="1000" />',
      eventText: milliseconds === undefined ? '' : `'shutdownDelay' in web.config or '${variable}' environment variable is less than 0.`,
      position: setting ?? environmentVariable(section, variable) ?? section,
    }),
    workedOut: { aspNetCore: section },
  };
}
