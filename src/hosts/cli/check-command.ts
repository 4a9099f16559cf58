import type { CheckRequest } from '../../check.ts';
import { configurationFile } from '../../configuration/configuration-file.ts';
import type { FailOn } from '../../model/configuration.ts';
import { render } from '../../report/render.ts';
import { exitCode } from '../exit-code.ts';
import type { CheckCommand } from './command.ts';
import { deliver, type Surroundings } from './surroundings.ts';

export async function checkCommand(command: CheckCommand, surroundings: Surroundings): Promise<0 | 1> {
  const { disk, check, looks } = surroundings;
  const config = await configurationFile(command.config, disk);
  const failOn = command.failOn ?? (await configuredFailOn(config, surroundings)) ?? 'error';
  const report = await check(requestOf(command, config, surroundings), disk);
  const text = await render(report, command.format, command.output === undefined ? looks : {});
  await deliver(text, command.output, surroundings);
  return exitCode(report, failOn);
}

function requestOf(command: CheckCommand, config: string | undefined, { version, today }: Surroundings): CheckRequest {
  const { artifacts, servers, site, application, appPool } = command;
  return {
    artifacts,
    servers,
    ...(site === undefined ? {} : { site }),
    ...(application === undefined ? {} : { application }),
    ...(appPool === undefined ? {} : { appPool }),
    ...(config === undefined ? {} : { config }),
    ...(command.expectTransform === true ? { expectTransform: true } : {}),
    version,
    today,
  };
}

async function configuredFailOn(config: string | undefined, { disk }: Surroundings): Promise<FailOn | undefined> {
  if (config === undefined) return undefined;
  const { readConfiguration } = await import(/* webpackMode: "eager" */ '../../configuration/read-configuration.ts');
  return (await readConfiguration(config, disk)).failOn;
}
