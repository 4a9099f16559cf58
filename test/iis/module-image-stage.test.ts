import { describe, expect, test } from '@jest/globals';
import { moduleImageStage } from '../../src/iis/module-image-stage.ts';
import type { Architecture } from '../../src/model/architecture.ts';
import type { StartFacts } from '../../src/model/start-facts.ts';
import type { AppPool, AspNetCoreModule, GlobalModule } from '../../src/model/target-server.ts';
import { healthyIis, perform, rootTarget, server, shop, startFacts, summary } from './start-facts.ts';

const v2: readonly GlobalModule[] = [{ name: 'AspNetCoreModuleV2' }];
const installed = (...architectures: Architecture[]): AspNetCoreModule => ({ installed: true, version: '18.0.1.1', architectures });

interface Case {
  readonly windows?: Architecture;
  readonly pool?: Partial<AppPool>;
  readonly module?: AspNetCoreModule;
  readonly modules?: readonly GlobalModule[];
}

function facts({ windows = 'x64', pool = {}, module, modules }: Case): StartFacts {
  const { globalModules: _registered, ...iis } = healthyIis;
  const { aspNetCoreModule: _module, ...rest } = server({ os: { architecture: windows } });
  return startFacts({
    server: {
      ...rest,
      ...(module === undefined ? {} : { aspNetCoreModule: module }),
      iis: { ...iis, ...(modules === undefined ? {} : { globalModules: modules }) },
    },
    target: { ...rootTarget, pool: { ...shop, ...pool } },
  });
}

const bits32 = { enable32BitAppOnWin64: true };

describe('the dll of the module', () => {
  const passed = { outcome: 'passed' };
  const missing = { outcome: 'failed', status: '503', hresult: '0x8007007e', rule: 'module-dll-missing', certainty: 'certain' };
  const unknown = (...missingFacts: string[]) => ({ outcome: 'unknown', missingFacts });
  test.each<[string, Case, unknown]>([
    ['is there for a 64-bit worker', { module: installed('x64'), modules: v2 }, passed],
    ['is not there for a 32-bit worker', { pool: bits32, module: installed('x64'), modules: v2 }, missing],
    ['is there for a 32-bit worker', { pool: bits32, module: installed('x64', 'x86'), modules: v2 }, passed],
    ['is not there for a 64-bit worker', { module: installed('x86'), modules: v2 }, missing],
    ['is registered but not installed', { module: { installed: false }, modules: v2 }, missing],
    ['is not registered, so it does not matter', { pool: bits32, module: installed('x64'), modules: [] }, passed],
    [
      'is registered for 64-bit workers only',
      { pool: bits32, module: installed('x64'), modules: [{ name: 'AspNetCoreModuleV2', bitness: 64 }] },
      passed,
    ],
    [
      'is registered for 32-bit workers only',
      { pool: bits32, module: installed('x64'), modules: [{ name: 'AspNetCoreModuleV2', bitness: 32 }] },
      missing,
    ],
    ['of ARM64 serves native workers', { windows: 'arm64', module: installed('arm64', 'x86'), modules: v2 }, passed],
    [
      'of ARM64 serves emulated x64 workers',
      { windows: 'arm64', pool: { enableEmulationOnWinArm64: true }, module: installed('arm64', 'x86'), modules: v2 },
      passed,
    ],
    ['of ARM64 does not serve 32-bit workers', { windows: 'arm64', pool: bits32, module: installed('arm64'), modules: v2 }, missing],
    ['is there, whether or not it is registered', { module: installed('x64') }, passed],
    ['is missing, and nobody said whether it is registered', { pool: bits32, module: installed('x64') }, unknown('iis.globalModules')],
    [
      'is there for nobody knows which',
      { module: { installed: true, version: '18.0.1.1' }, modules: v2 },
      unknown('aspNetCoreModule.architectures'),
    ],
    ['is not described', { modules: v2 }, unknown('aspNetCoreModule')],
  ])('%s', (_, parts, expected) => {
    expect(summary(perform(moduleImageStage, facts(parts)))).toEqual(expected);
  });

  test('waits for the bitness of the pool', () => {
    const { enable32BitAppOnWin64: _bits, ...silent } = shop;
    const waiting = startFacts({ target: { ...rootTarget, pool: silent } });
    expect(summary(perform(moduleImageStage, waiting))).toEqual(unknown('iis.appPools[].enable32BitAppOnWin64'));
  });

  test('is unknown without a server', () => {
    expect(perform(moduleImageStage, startFacts({ server: undefined })).outcome).toBe('unknown');
  });

  test('that cannot be loaded leaves the events of the worker and of WAS', () => {
    expect(perform(moduleImageStage, facts({ pool: bits32, module: installed('x64'), modules: v2 }))).toMatchObject({
      failure: {
        title: 'The service is unavailable.',
        event: {
          source: 'Microsoft-Windows-IIS-W3SVC-WP',
          id: 2280,
          message:
            'The Module DLL C:\\Program Files (x86)\\IIS\\Asp.Net Core Module\\V2\\aspnetcorev2.dll failed to load. The data is the error.',
        },
        furtherEvents: [{ source: 'Microsoft-Windows-WAS', id: 5002 }],
        remedies: [{ side: 'server' }, { side: 'server', snippet: expect.stringContaining('/enable32BitAppOnWin64:false') }],
      },
    });
  });

  test('that cannot be loaded names the pool where its name is known', () => {
    const stopping = facts({ windows: 'x86', module: installed('x64'), modules: v2 });
    const { appPool: _appPool, pool: _pool, ...nameless } = stopping.target;
    const message = (pool: string) =>
      `The ASP.NET Core Module is registered but its dll is not there for an x86 worker process, so every worker process of ${pool} ends while it starts.`;
    expect(perform(moduleImageStage, stopping)).toMatchObject({ failure: { message: message('pool "shop"') } });
    expect(perform(moduleImageStage, { ...stopping, target: nameless })).toMatchObject({
      failure: {
        message: message('its pool'),
        furtherEvents: [{ message: expect.stringContaining("Application pool '{pool}' is being") }],
      },
    });
  });
});
