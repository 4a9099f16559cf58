import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import { configurationStage } from '../../src/iis/configuration-stage.ts';
import type { ConfigurationElement } from '../../src/model/configuration-element.ts';
import type { StageOutcome } from '../../src/model/stage.ts';
import type { DeploymentTarget } from '../../src/model/start-facts.ts';
import type { ConfigurationSection, InternetInformationServices } from '../../src/model/target-server.ts';
import { healthyIis, perform, rootTarget, sections, server, startFacts } from './start-facts.ts';

/** The outermost element of a text that is well-formed. */
export function elementOf(text: string): ConfigurationElement {
  const file = readConfigurationFile('web.config', Buffer.from(text));
  if (file.state !== 'read') throw new Error(`not well-formed: ${text}`);
  return file.root;
}

/** `content` directly inside `<configuration>`. */
export function configuration(content: string): string {
  return `<configuration>${content}</configuration>`;
}

/** `content` directly inside `<system.webServer>`, without a location. */
export function directly(content: string): string {
  return configuration(`<system.webServer>${content}</system.webServer>`);
}

/** A server that declares and unlocks what the SDK uses, and `entries`. */
export function iisWith(entries: Record<string, ConfigurationSection>, complete = false): InternetInformationServices {
  return { ...healthyIis, sections: sections({ ...Object.fromEntries(healthyIis.sections?.byPath ?? []), ...entries }, complete) };
}

/** The stage of the configuration on a server that is described. */
export function check(
  webConfig: string,
  iis: InternetInformationServices = healthyIis,
  target: DeploymentTarget = rootTarget,
): StageOutcome {
  return perform(configurationStage, startFacts({ webConfig, server: server({ iis }), target }));
}

/** Everything IIS refuses, in the order of the report: rule and certainty. */
export function refusals(outcome: StageOutcome): readonly string[] {
  if (outcome.outcome !== 'failed') return [];
  return [outcome.failure, ...(outcome.findings ?? [])].map(({ rule, certainty }) => `${rule} ${certainty}`);
}
