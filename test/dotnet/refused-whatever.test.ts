import { describe, expect, test } from '@jest/globals';
import { refusedWhatever, variablesCouldHelp } from '../../src/dotnet/refused-whatever.ts';
import { startHost } from '../../src/dotnet/start-host.ts';
import type { HostStartRequest } from '../../src/model/host-start.ts';
import { muxerRequest } from './muxer-request.ts';

const variables = [
  'DOTNET_ROLL_FORWARD',
  'DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX',
  'DOTNET_ROLL_FORWARD_TO_PRERELEASE',
  'DOTNET_MULTILEVEL_LOOKUP',
];
const all = [...variables, 'DOTNET_DISABLE_RUNTIME_VERSIONS'];

const core = (versions: readonly string[]) =>
  new Map([['Microsoft.NETCore.App', versions.map((version) => ({ version, complete: true }))]]);

interface Asked {
  readonly installed: readonly string[];
  readonly rollForward?: string;
  /** What a global root has. */
  readonly global?: readonly string[];
}

/** An application for 9.0.0, put to hostfxr 10.0.0. */
function request({ installed, rollForward, global }: Asked): HostStartRequest {
  const framework = { name: 'Microsoft.NETCore.App', version: '9.0.0' };
  const runtimeOptions = { tfm: 'net6.0', ...(rollForward === undefined ? {} : { rollForward }), framework };
  const runtimeConfig = new TextEncoder().encode(JSON.stringify({ runtimeOptions }));
  const globalRoots = global === undefined ? [] : [{ root: 'D:\\dotnet', frameworks: core(global) }];
  return { ...muxerRequest('10.0.0', { frameworks: core(installed), runtimeConfig }), globalRoots };
}

describe('a refusal, whatever variables that nobody described hold', () => {
  test.each<[string, Asked, readonly string[], boolean]>([
    ['everything installed is older', { installed: ['6.0.36', '8.0.22'] }, all, true],
    ['nothing is installed', { installed: [] }, all, true],
    ['a pre-release of the version is older than the version', { installed: ['9.0.0-rc.2'] }, all, true],
    ['a newer major version is there, for DOTNET_ROLL_FORWARD to allow', { installed: ['10.0.0'] }, all, false],
    ['the newer one is there, and DOTNET_ROLL_FORWARD is not set', { installed: ['10.0.0'] }, ['DOTNET_ROLL_FORWARD_TO_PRERELEASE'], true],
    ['a newer pre-release is there', { installed: ['9.1.0-rc.2'], rollForward: 'Disable' }, all, false],
    ['Disable in the file, a newer patch installed', { installed: ['9.0.4'], rollForward: 'Disable' }, all, false],
    [
      'versions that could be disabled, where the others settle nothing',
      { installed: ['10.0.0'] },
      ['DOTNET_DISABLE_RUNTIME_VERSIONS'],
      false,
    ],
    ['a global root has it, for DOTNET_MULTILEVEL_LOOKUP to reach', { installed: ['8.0.22'], global: ['9.0.4'] }, all, false],
  ])('%s', (_, asked, unknown, expected) => {
    const given = request(asked);
    // The global root is searched unless the variable says otherwise; the answer to be judged is the one where it does.
    const environment = new Map(asked.global === undefined ? [] : [['DOTNET_MULTILEVEL_LOOKUP', '0']]);
    expect(refusedWhatever(given, unknown, startHost({ ...given, environment }))).toBe(expected);
  });

  test('an application that starts is not refused', () => {
    const given = request({ installed: ['9.0.4'] });
    expect(refusedWhatever(given, all, startHost(given))).toBe(false);
  });

  test.each<[string, Asked, boolean]>([
    ['everything installed is older', { installed: ['8.0.22'] }, false],
    ['a newer major version is there', { installed: ['10.0.0'] }, true],
  ])('variables of a server could help: %s', (_, asked, expected) => {
    const given = request(asked);
    expect(variablesCouldHelp(given, startHost(given))).toBe(expected);
  });
});
