import { describe, expect, test } from '@jest/globals';
import type { HostJson } from '../../src/dotnet/host-json.ts';
import { bytes, core, deps, start, textOf } from './hostpolicy-start.ts';

describe('coreclr.dll', () => {
  const missing = (variable: string) =>
    `Could not resolve CoreCLR path. For more details, enable tracing by setting ${variable} environment variable to 1`;
  const listed = deps({ 'Runtime/8.0.22': { native: { 'coreclr.dll': {} } } });
  const selfContained = { frameworkDependent: false, frameworks: [] };
  test.each([
    ['3.1.24', 'COREHOST_TRACE'],
    ['9.0.13', 'COREHOST_TRACE'],
    ['10.0.0', 'DOTNET_HOST_TRACE'],
  ])('listed by nobody, %s', (version, variable) => {
    const answer = start({ version, deps: deps({}), request: { frameworks: [{ ...core, deps: deps({}) }] } });
    expect(answer).toMatchObject({ refusal: { error: 'CoreClrResolveFailure', cause: { kind: 'coreclr-missing' } } });
    expect(textOf(answer)).toBe(missing(variable));
  });
  test('of a self-contained application', () => {
    expect(textOf(start({ deps: listed, request: selfContained }))).toBe(missing('COREHOST_TRACE'));
    expect(start({ deps: listed, files: ['app.dll', 'coreclr.dll'], request: selfContained }).outcome).toBe('ready');
    expect(start({ deps: deps({}), files: ['app.dll', 'coreclr.dll'], request: selfContained }).outcome).toBe('refused');
    expect(start({ files: ['app.dll', 'coreclr.dll'], request: selfContained }).outcome).toBe('ready');
  });
  test('up to 5.0 a listed file that is not there is an error before', () => {
    expect(start({ version: '5.0.17', deps: listed, request: selfContained })).toMatchObject({
      refusal: { error: 'ResolverResolveFailure' },
    });
  });
  test('is taken to be in a framework that nobody described', () => {
    const { deps: _, files: __, ...undescribed } = core;
    expect(start({ deps: deps({}), request: { frameworks: [undescribed] } }).outcome).toBe('ready');
  });
});

describe('deps.json files that cannot be used', () => {
  const broken = bytes('{"a":1,}');
  const parsing = (path: string) => `Error initializing the dependency resolver: An error occurred while parsing: ${path}`;
  const line = (path: string) =>
    `A JSON parsing exception occurred in [${path}], offset 7 (line 1, column 8): Missing a name for object member.`;
  const [own, root] = ['C:\\app\\app.deps.json', 'C:\\core\\Microsoft.NETCore.App.deps.json'];
  test('the application has none: fine; a framework has none', () => {
    expect(start({}).outcome).toBe('ready');
    expect(textOf(start({ request: { frameworks: [{ ...core, deps: null }] } }))).toBe(
      `Error initializing the dependency resolver: A fatal error was encountered, missing dependencies manifest at: ${root}`,
    );
  });
  test('broken JSON of the application', () => {
    const answer = start({ deps: broken });
    expect(textOf(answer)).toBe([line(own), parsing(own)].join('\n'));
    expect(answer).toMatchObject({
      refusal: { error: 'ResolverInitFailure', cause: { kind: 'deps-invalid', path: own, line: 1, column: 8 } },
    });
  });
  test('of the root framework: hostfxr tells of it too, up to 9.0', () => {
    const frameworks = [{ ...core, deps: broken }];
    expect(textOf(start({ version: '9.0.13', request: { frameworks } }))).toBe([line(root), line(root), parsing(root)].join('\n'));
    expect(textOf(start({ version: '10.0.0', request: { frameworks } })).split('\n')).toHaveLength(2);
  });
  test('of both: lines from the root up, and then the application', () => {
    expect(textOf(start({ deps: broken, request: { frameworks: [{ ...core, deps: broken }] } }))).toBe(
      [line(root), line(root), line(own), parsing(own)].join('\n'),
    );
  });
  test('a missing member ends the process', () => {
    expect(start({ deps: bytes('{}') })).toMatchObject({
      refusal: { text: '', cause: { kind: 'crash', problem: 'app.deps.json: It has no runtimeTarget' } },
    });
  });
});

describe('configProperties that only the host may set', () => {
  const withProperties = (version: string, names: readonly string[], environment: ReadonlyMap<string, string> = new Map()) =>
    start({
      version,
      deps: deps({}),
      request: { configProperties: new Map<string, HostJson>(names.map((name) => [name, 'true'])), environment },
    });
  test.each([
    ['6.0.36', 'in the the application'],
    ['7.0.20', 'in the application'],
  ])('%s', (version, where) => {
    expect(textOf(withProperties(version, ['FX_DEPS_FILE']))).toBe(
      `Duplicate runtime property found: FX_DEPS_FILE\nIt is invalid to specify values for properties populated by the hosting layer ${where}'s .runtimeconfig.json`,
    );
  });
  test.each<readonly [string, string, readonly string[], boolean]>([
    ['3.1.24', 'JIT_PATH', [], true],
    ['5.0.17', 'JIT_PATH', [], false],
    ['3.1.24', 'RUNTIME_IDENTIFIER', [], false],
    ['5.0.17', 'RUNTIME_IDENTIFIER', [], true],
    ['8.0.22', 'APP_PATHS', [], false],
    ['8.0.22', 'APP_PATHS', ['Microsoft.NETCore.DotNetHostPolicy.SetAppPaths'], true],
    ['7.0.20', 'HOST_RUNTIME_CONTRACT', [], false],
    ['8.0.22', 'HOST_RUNTIME_CONTRACT', [], true],
    ['8.0.22', 'fx_deps_file', [], false],
  ])('%s: %s', (version, name, more, refused) => {
    expect(withProperties(version, [name, ...more]).outcome).toBe(refused ? 'refused' : 'ready');
  });
  test('startup hooks in both places clash up to 5.0', () => {
    const hooks = new Map([['DOTNET_STARTUP_HOOKS', 'hook.dll']]);
    expect(withProperties('5.0.17', ['STARTUP_HOOKS'], hooks).outcome).toBe('refused');
    expect(withProperties('5.0.17', ['STARTUP_HOOKS']).outcome).toBe('ready');
    expect(withProperties('6.0.36', ['STARTUP_HOOKS'], hooks).outcome).toBe('ready');
  });
});
