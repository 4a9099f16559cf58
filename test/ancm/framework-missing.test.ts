import { describe, expect, test } from '@jest/globals';
import type { Remedy } from '../../src/model/finding.ts';
import type { DotnetRoot } from '../../src/model/target-server.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { assembly, dotnetRoot, server, startFacts, webConfig } from './start-facts.ts';

type Folder = string | { readonly version: string; readonly complete: false };

const installed = (folders: readonly Folder[]) =>
  folders.map((folder) => (typeof folder === 'string' ? { version: folder, complete: true } : folder));

function root(core: readonly Folder[], web: readonly Folder[], hostfxr: string): DotnetRoot {
  return {
    ...dotnetRoot('x64'),
    hostfxr: [{ version: hostfxr, complete: true }],
    frameworks: new Map([
      ['Microsoft.NETCore.App', installed(core)],
      ['Microsoft.AspNetCore.App', installed(web)],
    ]),
  };
}

interface Given {
  readonly asked: string;
  readonly options?: string;
  readonly core: readonly Folder[];
  readonly web?: readonly Folder[];
  readonly hostfxr?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The finding of a start in which both frameworks are asked for in one version. */
function finding({ asked, options = '', core, web = core, hostfxr = '10.0.12', environment = {} }: Given) {
  const frameworks = ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App'].map((name) => ({ name, version: asked }));
  const files = {
    'App.dll': assembly(),
    'App.runtimeconfig.json': `{"runtimeOptions":{${options}"frameworks":${JSON.stringify(frameworks)}}}`,
  };
  const machine = new Map([...(server.environment ?? []), ...Object.entries(environment)]);
  const where = { server: { ...server, dotnet: [root(core, web, hostfxr)], environment: machine } };
  const { findings, prediction } = performStart(startFacts(webConfig({}), files, where));
  expect(prediction.status).toBe('500.31');
  const found = findings[prediction.finding ?? -1]?.finding;
  const remedy = (side: Remedy['side']) => found?.remedies.find((candidate) => candidate.side === side);
  return { message: found?.message, evidence: found?.evidence ?? [], app: remedy('app'), server: remedy('server') };
}

const needs = 'The application needs Microsoft.NETCore.App';
const noneWillDo = 'and none of the versions that the x64 dotnet at C:\\Program Files\\dotnet has will do.';
const selfContained = 'Publish self-contained, so that the server needs no runtime.';

describe('what is installed will not do', () => {
  test('another release: the application can target it', () => {
    const { message, app, server: install } = finding({ asked: '8.0.0', core: ['6.0.36', '10.0.1', '11.0.0-rc.1'] });
    expect(message).toBe(`${needs} 8.0.0, ${noneWillDo}`);
    expect(app).toMatchObject({
      text: 'Target what the server has (10.0), or publish self-contained.',
      snippet: '<TargetFramework>net10.0</TargetFramework>',
    });
    expect(install?.text).toContain('Hosting Bundle 8.0, at least 8.0.0');
  });
  test('before 5.0 targets had another name', () => {
    expect(finding({ asked: '8.0.0', core: ['3.1.32'], hostfxr: '8.0.22' }).app?.snippet).toBe(
      '<TargetFramework>netcoreapp3.1</TargetFramework>',
    );
  });
  test('an earlier patch: the application need not ask for a patch', () => {
    const { message, app } = finding({ asked: '8.0.25', core: ['8.0.22'] });
    expect(message).toBe(`${needs} 8.0.25, ${noneWillDo}`);
    expect(app?.text).toContain('Ask for 8.0.0 instead of 8.0.25');
  });
  test('a later patch, which may not be taken', () => {
    const { app } = finding({ asked: '8.0.4', options: '"rollForward":"Disable",', core: ['8.0.22'] });
    expect(app?.text).toBe('Let the host roll forward to a later patch; now it is Disable, from rollForward of App.runtimeconfig.json.');
  });
  test('previews only: nothing to target', () => {
    expect(finding({ asked: '9.0.0', core: ['9.0.0-rc.2'] }).app?.text).toBe(selfContained);
    expect(finding({ asked: '9.0.0-rc.2', core: ['9.0.0-rc.1'] }).app?.text).toBe(selfContained);
  });
  test('a framework asks for what is not there: no project can change that', () => {
    const { message, app } = finding({ asked: '8.0.0', core: ['8.0.11'], web: ['8.0.22'] });
    expect(message).toBe(`Microsoft.AspNetCore.App 8.0.22 needs Microsoft.NETCore.App 8.0.22, ${noneWillDo}`);
    expect(app?.text).toBe(selfContained);
  });
});

describe('what would do is passed over', () => {
  test('a variable switches it off', () => {
    const given = { asked: '10.0.0', core: ['10.0.1'], environment: { DOTNET_DISABLE_RUNTIME_VERSIONS: '10.0.1' } };
    const { message, server: remedy } = finding(given);
    expect(message).toBe(`${needs} 10.0.0; 10.0.1 is installed, and DOTNET_DISABLE_RUNTIME_VERSIONS switches it off.`);
    expect(remedy?.text).toContain('Take 10.0.1 out of DOTNET_DISABLE_RUNTIME_VERSIONS');
  });
  test('the variable is nothing to a version that would not do', () => {
    const given = { asked: '10.0.0', core: ['9.0.1'], environment: { DOTNET_DISABLE_RUNTIME_VERSIONS: '9.0.1' } };
    expect(finding(given).message).toBe(`${needs} 10.0.0, ${noneWillDo}`);
  });
  test('its folder is not whole', () => {
    const { message, evidence, server: remedy } = finding({ asked: '8.0.0', core: [{ version: '8.0.22', complete: false }, '6.0.36'] });
    expect(message).toBe(`${needs} 8.0.0; the folder of 8.0.22 is there, but its files are not.`);
    expect(evidence).toContain(
      'C:\\Program Files\\dotnet\\shared\\Microsoft.NETCore.App\\8.0.22 has no Microsoft.NETCore.App.deps.json, and counts for nothing.',
    );
    expect(remedy?.text).toContain('at least 8.0.22');
  });
});

describe('what is asked for is no version', () => {
  test.each(['8.0', 'v8.0.0', '8.0.*'])('%s', (asked) => {
    const { message, app, server: remedy } = finding({ asked, core: ['8.0.22'] });
    expect(message).toBe(
      `The application asks for Microsoft.NETCore.App "${asked}", and the .NET host takes versions of three numbers only, such as 8.0.0.`,
    );
    expect(app?.text).toContain('Write a whole version into App.runtimeconfig.json');
    expect(remedy).toBeUndefined();
  });
});

describe('references that exclude each other', () => {
  const conflict = (core: string, web: string) => {
    const frameworks = [
      { name: 'Microsoft.NETCore.App', version: core },
      { name: 'Microsoft.AspNetCore.App', version: web },
    ];
    const files = { 'App.dll': assembly(), 'App.runtimeconfig.json': JSON.stringify({ runtimeOptions: { frameworks } }) };
    const both = ['8.0.22', '9.0.1'];
    const where = { server: { ...server, dotnet: [root(both, both, '10.0.12')] } };
    const { findings, prediction } = performStart(startFacts(webConfig({}), files, where));
    return findings[prediction.finding ?? -1]?.finding;
  };
  test('say who asks for what', () => {
    expect(conflict('9.0.0', '8.0.0')).toMatchObject({
      rule: 'framework-references-conflict',
      evidence: [
        'Microsoft.NETCore.App 8.0.22 is asked for by the file of Microsoft.AspNetCore.App 8.0.22, and 9.0.0 by App.runtimeconfig.json.',
      ],
    });
  });
  test('the roll-forward of the application does not reach into a framework', () => {
    expect(conflict('9.0.0', '8.0.0')?.remedies[0]?.snippet).toBeUndefined();
    expect(conflict('8.0.0', '9.0.0')?.remedies[0]?.snippet).toBe('<RollForward>Major</RollForward>');
  });
});
