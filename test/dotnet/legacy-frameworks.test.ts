import { describe, expect, test } from '@jest/globals';
import { startHost } from '../../src/dotnet/start-host.ts';
import type { HostStart } from '../../src/model/host-start.ts';
import type { InstalledFramework } from '../../src/model/target-server.ts';
import { bytes } from './hostpolicy-start.ts';
import { muxerRequest } from './muxer-request.ts';

const app = 'Microsoft.AspNetCore.App';
const core = 'Microsoft.NETCore.App';

interface Files {
  /** `runtimeOptions` of the application's runtimeconfig.json. */
  readonly options: object;
  readonly devOptions?: object;
  /** The runtimeconfig.json of ASP.NET Core 2.1.1; else it asks for .NET 2.1.1. */
  readonly aspNetCore?: string;
  readonly environment?: ReadonlyMap<string, string>;
}

const optionsText = (options: object): string => JSON.stringify({ runtimeOptions: options });

/** ASP.NET Core 2.1.1 and .NET 2.1.1, 2.1.30, 2.2.8 and 3.1.32 are there. */
function start({ options, devOptions, aspNetCore, environment = new Map() }: Files, hostfxrVersion = '2.1.30'): HostStart {
  const own = bytes(aspNetCore ?? optionsText({ framework: { name: core, version: '2.1.1' } }));
  const frameworks = new Map<string, readonly InstalledFramework[]>([
    [app, [{ version: '2.1.1', complete: true, runtimeConfig: own }]],
    [core, ['2.1.1', '2.1.30', '2.2.8', '3.1.32'].map((version) => ({ version, complete: true }))],
  ]);
  const runtimeConfig = bytes(optionsText(options));
  const runtimeConfigDev = devOptions === undefined ? undefined : bytes(optionsText(devOptions));
  return startHost(muxerRequest(hostfxrVersion, { frameworks, runtimeConfig, runtimeConfigDev, environment }));
}

/** What was taken, or the name of the exit code. */
function taken(files: Files): string {
  const answer = start(files);
  if (answer.outcome === 'ready') return answer.frameworks.map(({ name, version }) => `${name} ${version}`).join(', ');
  return answer.outcome === 'refused' ? answer.refusal.error : answer.outcome;
}

const linesOf = (answer: HostStart): readonly string[] => (answer.outcome === 'refused' ? answer.refusal.text.split('\n') : []);

const ownCore = (framework: object) => ({ framework: { name: core, version: '2.1.0', ...framework } });
const ownApp = { framework: { name: app, version: '2.1.1' } };

/**
 * Source of every row: dotnet/core-setup:src/corehost/cli/runtime_config.cpp of release/2.1, whose head comment numbers the layers: the
 * environment or the layer above, the `framework` section, then `additionalFrameworks` of the application.
 */
describe('settings of 2.x', () => {
  const rows: readonly (readonly [string, Files, string])[] = [
    ['the latest patch by itself', { options: ownCore({}) }, `${core} 2.1.30`],
    ['no patches, for all', { options: { applyPatches: false, ...ownCore({ version: '2.1.1' }) } }, `${core} 2.1.1`],
    ['no patches, for the reference', { options: ownCore({ version: '2.1.1', applyPatches: false }) }, `${core} 2.1.1`],
    ['the reference before all', { options: { applyPatches: false, ...ownCore({ applyPatches: true }) } }, `${core} 2.1.30`],
    ['minor versions', { options: ownCore({ version: '2.0.0' }) }, `${core} 2.1.30`],
    ['no minor versions', { options: ownCore({ version: '2.0.0', rollForwardOnNoCandidateFx: 0 }) }, 'FrameworkMissingFailure'],
    ['no major versions', { options: ownCore({ version: '1.1.0' }) }, 'FrameworkMissingFailure'],
    ['major versions', { options: ownCore({ version: '1.1.0', rollForwardOnNoCandidateFx: 2 }) }, `${core} 2.1.30`],
    ['the next framework without settings', { options: ownApp }, `${app} 2.1.1, ${core} 2.1.30`],
    ['what holds for all is inherited', { options: { applyPatches: false, ...ownApp } }, `${app} 2.1.1, ${core} 2.1.1`],
    [
      'what holds for the reference is not',
      { options: { framework: { ...ownApp.framework, applyPatches: false } } },
      `${app} 2.1.1, ${core} 2.1.30`,
    ],
    [
      'the framework before what it inherits',
      {
        options: { applyPatches: false, ...ownApp },
        aspNetCore: optionsText({ framework: { name: core, version: '2.1.1', applyPatches: true } }),
      },
      `${app} 2.1.1, ${core} 2.1.30`,
    ],
    [
      'the application has the last word',
      { options: { ...ownApp, additionalFrameworks: [{ name: core, version: '2.2.0' }] } },
      `${app} 2.1.1, ${core} 2.2.8`,
    ],
    [
      'the last word on a setting',
      { options: { ...ownApp, additionalFrameworks: [{ name: core, applyPatches: false }] } },
      `${app} 2.1.1, ${core} 2.1.1`,
    ],
    [
      'the last word on another framework',
      { options: { ...ownApp, additionalFrameworks: [{ name: 'Other', version: '9.0.0' }] } },
      `${app} 2.1.1, ${core} 2.1.30`,
    ],
    [
      'additionalFrameworks of a framework are not read',
      {
        options: ownApp,
        aspNetCore: optionsText({ framework: { name: core, version: '2.1.1' }, additionalFrameworks: [{ name: core, version: '2.2.0' }] }),
      },
      `${app} 2.1.1, ${core} 2.1.30`,
    ],
    ['the .dev.json', { options: ownCore({ version: '2.1.1' }), devOptions: { applyPatches: false } }, `${core} 2.1.1`],
    [
      'the application before its .dev.json',
      { options: { applyPatches: true, ...ownCore({ version: '2.1.1' }) }, devOptions: { applyPatches: false } },
      `${core} 2.1.30`,
    ],
    ['rollForward is not known yet', { options: { rollForward: 'Major', ...ownCore({ version: '1.1.0' }) } }, 'FrameworkMissingFailure'],
    [
      'the environment',
      { options: ownCore({ version: '1.1.0' }), environment: new Map([['DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX', '2']]) },
      `${core} 2.1.30`,
    ],
    [
      'the environment below the file',
      {
        options: ownCore({ version: '1.1.0', rollForwardOnNoCandidateFx: 1 }),
        environment: new Map([['DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX', '2']]),
      },
      'FrameworkMissingFailure',
    ],
  ];
  test.each(rows)('%s', (_, files, expected) => expect(taken(files)).toBe(expected));
});

describe('references that are none', () => {
  test.each([[{}], [{ version: '' }]])('%p: hostfxr finds nothing and says nothing, and no hostpolicy is there', (version) => {
    expect(start({ options: { framework: { name: core, ...version } } })).toMatchObject({
      refusal: { error: 'CoreHostLibMissingFailure' },
    });
  });
  test('a version that is none is said before what is installed', () => {
    const answer = start({ options: ownCore({ version: '2.1' }) });
    expect(answer).toMatchObject({ refusal: { error: 'FrameworkMissingFailure' } });
    expect(linesOf(answer).slice(0, 3)).toEqual([
      "The specified framework version '2.1' could not be parsed",
      'It was not possible to find any compatible framework version',
      "The specified framework 'Microsoft.NETCore.App', version '2.1' was not found.",
    ]);
  });
  test('a version that is one is not', () => {
    expect(linesOf(start({ options: ownCore({ version: '2.3.0' }) }))).not.toContain(
      "The specified framework version '2.3.0' could not be parsed",
    );
  });
  test('a name has to be there; for 3.0 a reference without one is none', () => {
    const nameless = { options: { framework: { version: '2.1.1' } } };
    expect(start(nameless)).toMatchObject({ refusal: { error: 'InvalidConfigFile' } });
    expect(linesOf(start(nameless))[0]).toMatch(/Key not found$/);
    expect(start(nameless, '3.0.3')).toMatchObject({ refusal: { error: 'CoreHostLibMissingFailure' } });
  });
  test('a framework whose file is broken', () => {
    const answer = start({ options: ownApp, aspNetCore: '{ "runtimeOptions": ' });
    expect(answer).toMatchObject({ refusal: { error: 'InvalidConfigFile' } });
    expect(linesOf(answer).at(-1)).toBe(`Invalid framework config.json [C:\\dotnet\\shared\\${app}\\2.1.1\\${app}.runtimeconfig.json]`);
  });
});
