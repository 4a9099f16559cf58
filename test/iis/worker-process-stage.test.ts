import { describe, expect, test } from '@jest/globals';
import { workerProcessStage } from '../../src/iis/worker-process-stage.ts';
import type { Architecture } from '../../src/model/architecture.ts';
import type { VariableLookup } from '../../src/model/environment.ts';
import type { StartFacts } from '../../src/model/start-facts.ts';
import type { AppPool, TargetServer } from '../../src/model/target-server.ts';
import { perform, rootTarget, server, shop, startFacts } from './start-facts.ts';

function worker(windows: Architecture, pool: Partial<AppPool>): unknown {
  const facts = startFacts({
    server: server({ os: { architecture: windows } }),
    target: { ...rootTarget, pool: { name: 'shop', ...pool } },
  });
  const outcome = perform(workerProcessStage, facts);
  return outcome.outcome === 'passed'
    ? outcome.workedOut?.workerArchitecture
    : outcome.outcome === 'unknown'
      ? outcome.missingFacts
      : outcome;
}

describe('the architecture of the worker process', () => {
  const on = { enable32BitAppOnWin64: true };
  const off = { enable32BitAppOnWin64: false };
  const silent = ['iis.appPools[].enable32BitAppOnWin64'];
  test.each<[Architecture, Partial<AppPool>, unknown]>([
    ['x64', off, 'x64'],
    ['x64', on, 'x86'],
    ['x64', {}, silent],
    ['x86', off, 'x86'],
    ['x86', {}, 'x86'],
    ['arm64', off, 'arm64'],
    ['arm64', on, 'x86'],
    ['arm64', { ...off, enableEmulationOnWinArm64: true }, 'x64'],
    ['arm64', { ...off, enableEmulationOnWinArm64: false }, 'arm64'],
    ['arm64', { ...on, enableEmulationOnWinArm64: true }, 'x86'],
    ['arm64', {}, silent],
    ['x64', { ...off, enableEmulationOnWinArm64: true }, 'x64'],
  ])('on %s Windows with %j', (windows, pool, expected) => {
    expect(worker(windows, pool)).toEqual(expected);
  });

  test('needs the system and the pool', () => {
    const nothing = startFacts({ server: server({ os: {}, iis: {} }), target: {} });
    expect(perform(workerProcessStage, nothing)).toMatchObject({ outcome: 'unknown', missingFacts: ['os.architecture', 'iis.appPools'] });
  });

  test('of a 32-bit pool is known whatever the system', () => {
    const facts = startFacts({ server: server({ os: {} }), target: { ...rootTarget, pool: { ...shop, ...on } } });
    expect(perform(workerProcessStage, facts)).toMatchObject({ workedOut: { workerArchitecture: 'x86' } });
  });
});

function variable(facts: StartFacts, name: string): VariableLookup | undefined {
  const outcome = perform(workerProcessStage, facts);
  return outcome.outcome === 'passed' || outcome.outcome === 'unknown' ? outcome.workedOut?.workerEnvironment?.(name) : undefined;
}

function withVariables(machine: TargetServer['environment'], pool: AppPool['environment'], bundle?: string): StartFacts {
  const { environment: _machine, ...rest } = server(bundle === undefined ? {} : { hostingBundle: bundle });
  const { environment: _pool, ...silentPool } = shop;
  return startFacts({
    server: { ...rest, ...(machine === undefined ? {} : { environment: machine }) },
    target: { ...rootTarget, pool: { ...silentPool, ...(pool === undefined ? {} : { environment: pool }) } },
  });
}

describe('the environment of the worker process', () => {
  const none = new Map<string, string>();
  const known = (value?: string) => ({ known: true, value });
  const missing = (...missingFacts: string[]) => ({ known: false, missingFacts });
  test.each([
    ['the machine’s', withVariables(new Map([['DOTNET_ROOT', 'D:\\dotnet']]), none), known('D:\\dotnet')],
    [
      'the pool’s over the machine’s',
      withVariables(new Map([['DOTNET_ROOT', 'D:\\a']]), new Map([['DOTNET_ROOT', 'D:\\b']])),
      known('D:\\b'),
    ],
    ['set nowhere', withVariables(none, none), known(undefined)],
    ['nobody described the machine', withVariables(undefined, none), missing('environment')],
    ['nobody described the pool', withVariables(none, undefined), missing('iis.appPools[].environment')],
    ['the pool’s, whatever the machine has', withVariables(undefined, new Map([['DOTNET_ROOT', 'D:\\b']])), known('D:\\b')],
    ['redacted', withVariables(none, new Map([['DOTNET_ROOT', null]])), missing('iis.appPools[].environment')],
    ['not described on a server as installed', withVariables(undefined, undefined, '8.0.11'), known(undefined)],
    ['without a server', startFacts({ server: undefined }), known(undefined)],
  ])('a variable %s', (_, facts, expected) => {
    expect(variable(facts, 'Dotnet_Root')).toEqual(expected);
  });

  test('has Program Files as the worker sees it', () => {
    const bits = (enable32BitAppOnWin64: boolean) => startFacts({ target: { ...rootTarget, pool: { ...shop, enable32BitAppOnWin64 } } });
    expect(variable(bits(false), 'ProgramFiles')).toEqual(known('C:\\Program Files'));
    expect(variable(bits(true), 'ProgramFiles')).toEqual(known('C:\\Program Files (x86)'));
  });
});
