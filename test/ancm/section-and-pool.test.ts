import { describe, expect, test } from '@jest/globals';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import type { DeploymentTarget, PoolMate } from '../../src/model/start-facts.ts';
import { performStart } from '../../src/startup/perform-start.ts';
import { dotnetRoot, portable, startFacts, type Where, webConfig } from './start-facts.ts';

const eventOf = (config: string, where: Where = {}) => performStart(startFacts(config, portable, where)).prediction;

describe('aspnetcore-section', () => {
  const unreadable = "Unable to get required configuration section 'system.webServer/aspNetCore'";
  const broken: readonly (readonly [string, string, string])[] = [
    ['an unknown attribute', webConfig({ startupRetryCount: '2' }), unreadable],
    ['an attribute in the wrong case', webConfig({ hostingmodel: 'inprocess' }), unreadable],
    ['a number above its range', webConfig({ startupTimeLimit: '3601' }), unreadable],
    ['a number that is none', webConfig({ rapidFailsPerMinute: 'ten' }), unreadable],
    ['a negative number', webConfig({ shutdownTimeLimit: '-1' }), unreadable],
    ['a word for a flag', webConfig({ stdoutLogEnabled: 'yes' }), unreadable],
    ['sixty minutes', webConfig({ requestTimeout: '00:60:00' }), unreadable],
    ['twenty-four hours behind days', webConfig({ requestTimeout: '1.24:00:00' }), unreadable],
    ['a time above its range', webConfig({ requestTimeout: '360:00:01' }), unreadable],
    ['an unknown child', webConfig({}, '<environment />'), unreadable],
    [
      'add inside environmentVariables',
      webConfig({}, '<environmentVariables><add name="A" value="b" /></environmentVariables>'),
      unreadable,
    ],
    ['remove inside environmentVariables', webConfig({}, '<environmentVariables><remove name="A" /></environmentVariables>'), unreadable],
    [
      'a variable without value',
      webConfig({}, '<environmentVariables><environmentVariable name="A" /></environmentVariables>'),
      unreadable,
    ],
    ['a hosting model nobody knows', webConfig({ hostingModel: 'in-process' }), "Unknown hosting model 'in-process'"],
    ['a blank behind the hosting model', webConfig({ hostingModel: 'inprocess ' }), "Unknown hosting model 'inprocess '"],
    ['an empty processPath', webConfig({ processPath: '' }), "Attribute 'processPath' is required."],
    ['an empty stdoutLogFile', webConfig({ stdoutLogFile: '' }), "Attribute 'stdoutLogFile' is required."],
  ];
  test.each(broken)('%s: 500.0 and event 1034', (_what, config, text) => {
    const prediction = eventOf(config);
    expect(prediction).toMatchObject({ outcome: 'fails', status: '500.0', hresult: '0x80004005', event: { id: 1034 } });
    expect(prediction.event?.message).toContain(text);
    expect(prediction.title).toBeUndefined();
  });

  test.each([
    ['one is told once', { startupRetryCount: '2' }, []],
    ['two', { startupRetryCount: '2', hostingmodel: 'x' }, ['attribute "hostingmodel"']],
    ['six', { a: '1', b: '1', c: '1', d: '1', e: '1', f: '1' }, ['"b"', '"c"', '"d"', '"e"', '"f"']],
    ['seven', { a: '1', b: '1', c: '1', d: '1', e: '1', f: '1', g: '1' }, ['"b"', '"c"', '"d"', '"e"', '"f"', '1 more violation in']],
  ])('all that is to be mended is named, the first in full: %s', (_what, attributes, expected) => {
    const { prediction, findings } = performStart(startFacts(webConfig(attributes), portable));
    const others = findings[prediction.finding ?? -1]?.finding.evidence.slice(1, -1) ?? [];
    expect(others).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  test('an encrypted section says nothing, so nothing is wrong with it', () => {
    const encrypted = webConfig({}).replace(/<aspNetCore[^>]*>/, '<aspNetCore configProtectionProvider="IISWASOnlyAesProvider">');
    expect(eventOf(encrypted)).toMatchObject({ outcome: 'undetermined', stage: 'aspnetcore-section' });
  });

  test('a section of applicationHost.config in place of one in web.config is not among the facts', () => {
    const facts = startFacts('<configuration />', portable, {});
    const current = { path: '/', locationHandlers: [{ name: 'aspNetCore', modules: 'AspNetCoreModuleV2' }] };
    const start = (more: object) => performStart({ ...facts, target: { ...facts.target, current: { ...current, ...more } } }).prediction;
    expect(
      start({ locationSection: { attributes: [{ name: 'processPath', value: null }], environmentVariables: [], handlerSettings: [] } }),
    ).toMatchObject({
      outcome: 'undetermined',
      stage: 'aspnetcore-section',
    });
    expect(start({ locationSection: { attributes: [], environmentVariables: [], handlerSettings: [] } })).toMatchObject({
      status: '500.0',
    });
    expect(start({})).toMatchObject({ outcome: 'fails', status: '500.0' });
  });

  const legal: readonly (readonly [string, string])[] = [
    [
      'the lower borders',
      webConfig({ shutdownTimeLimit: '0', rapidFailsPerMinute: '0', requestTimeout: '00:00:00', processesPerApplication: '1' }),
    ],
    [
      'the upper borders',
      webConfig({ startupTimeLimit: '3600', shutdownTimeLimit: '600', rapidFailsPerMinute: '100', requestTimeout: '15.00:00:00' }),
    ],
    ['the documented maximum of requestTimeout', webConfig({ requestTimeout: '360:00:00' })],
    ['a day in hours', webConfig({ requestTimeout: '24:00:00' })],
    ['flags in any case', webConfig({ stdoutLogEnabled: 'True', forwardWindowsAuthToken: 'FALSE' })],
    ['the hosting model in any case', webConfig({ hostingModel: 'InProcess' })],
    [
      'clear and a file to watch',
      webConfig(
        {},
        '<environmentVariables><clear /></environmentVariables><recycleOnFileChange><file path="a.txt" /></recycleOnFileChange>',
      ),
    ],
    [
      'the same variable twice, from 3.0 on',
      webConfig(
        {},
        '<environmentVariables><environmentVariable name="A" value="b" /><environmentVariable name="a" value="" /></environmentVariables>',
      ),
    ],
    ['lock attributes of the configuration system', webConfig({ lockItem: 'true' })],
  ];
  test.each(legal)('%s: starts', (_what, config) => {
    expect(eventOf(config).outcome).toBe('starts');
  });

  test('a deploy-time token is not a value yet', () => {
    expect(eventOf(webConfig({ startupTimeLimit: '#{Limit}' })).outcome).toBe('undetermined');
    expect(eventOf(webConfig({ processPath: '__PROCESS__' })).outcome).toBe('undetermined');
  });

  test('shutdownDelay is read by 9.0 and later only', () => {
    const config = (value: string) =>
      webConfig({}, `<handlerSettings><handlerSetting name="shutdownDelay" value="${value}" /></handlerSettings>`);
    const nine: Where = { module: '19.0.26174.18' };
    expect(eventOf(config('-1'), nine).event?.message).toContain('is less than 0.');
    expect(eventOf(config('soon'), nine)).toMatchObject({
      status: '500.0',
      event: { id: 1034, message: 'Could not load configuration. Exception message:\n' },
    });
    expect(eventOf(config('250'), nine).outcome).toBe('starts');
    expect(eventOf(config('soon'), { module: '17.0.24141.20' }).outcome).toBe('starts');
  });

  test('of a handler setting that is there twice the first counts', () => {
    const twice = (first: string, second: string) =>
      webConfig(
        {},
        `<handlerSettings><handlerSetting name="shutdownDelay" value="${first}" /><handlerSetting name="ShutdownDelay" value="${second}" /></handlerSettings>`,
      );
    const nine: Where = { module: '19.0.26174.18' };
    expect(eventOf(twice('0', 'soon'), nine).outcome).toBe('starts');
    expect(eventOf(twice('soon', '0'), nine).status).toBe('500.0');
  });
});

describe('web.config without an aspNetCore element', () => {
  const config =
    '<configuration><system.webServer><handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" /></handlers></system.webServer></configuration>';
  const started = (target: Partial<DeploymentTarget>, change: Partial<PublishArtifact> = {}) => {
    const facts = startFacts(config, portable);
    return performStart({ ...facts, artifact: { ...facts.artifact, ...change }, target: { ...facts.target, ...target } }).prediction;
  };
  const parent = (inheritInChildApplications: boolean | undefined): Partial<DeploymentTarget> => ({
    application: '/shop',
    parents: [{ path: '/', appPool: 'root', ...(inheritInChildApplications === undefined ? {} : { inheritInChildApplications }) }],
  });

  test('at the root of a site the module has nothing to start', () => {
    expect(started({})).toMatchObject({
      outcome: 'fails',
      status: '500.0',
      certainty: 'certain',
      event: { id: 1034, message: "Could not load configuration. Exception message:\nAttribute 'processPath' is required." },
    });
  });

  test('below another application the section may come from there', () => {
    expect(started(parent(false))).toMatchObject({ outcome: 'fails', certainty: 'certain' });
    expect(started(parent(undefined))).toMatchObject({ outcome: 'fails', certainty: 'likely' });
    expect(started(parent(true)).outcome).toBe('undetermined');
  });

  test('one that is transformed later has it then', () => {
    expect(started({}, { transformExpected: true }).outcome).toBe('undetermined');
  });
});

describe('hosting-model', () => {
  const mate = (hostingModel?: PoolMate['hostingModel'], more: Partial<PoolMate> = {}): PoolMate => ({
    name: 'Admin/',
    from: 'manifest',
    ...(hostingModel === undefined ? {} : { hostingModel }),
    ...more,
  });
  const rows: readonly (readonly [string, string, readonly PoolMate[], string])[] = [
    ['two in-process applications', 'inprocess', [mate('inprocess')], 'fails 500.35'],
    ['in-process beside out-of-process', 'inprocess', [mate('outofprocess')], 'fails 500.34'],
    ['out-of-process beside in-process', 'outofprocess', [mate('inprocess')], 'fails 500.34'],
    ['two out-of-process applications', 'outofprocess', [mate('outofprocess')], 'starts'],
    ['a neighbour that is no ASP.NET Core application', 'inprocess', [mate('none')], 'starts'],
    ['a neighbour that fails before it notes its model', 'inprocess', [mate('inprocess', { failsBeforeClaim: true })], 'starts'],
    ['a neighbour nobody described', 'outofprocess', [mate()], 'undetermined'],
    ['no neighbour', 'inprocess', [], 'starts'],
  ];
  test.each(rows)('%s', (_what, hostingModel, poolMates, expected) => {
    const { prediction } = performStart(startFacts(webConfig({ hostingModel }), portable, { poolMates }));
    expect(`${prediction.outcome} ${prediction.status ?? ''}`.trim()).toBe(expected);
  });

  test.each([
    [{ site: 'Shop', application: '/' }, 'Shop pool', 'Shop/'],
    [{ site: 'Shop', application: '/api/v1' }, 'Shop-api-v1 pool', 'Shop/api/v1'],
  ])('a pool of its own for %j, as it is typed', (target, pool, application) => {
    const { facts, ...start } = performStart(startFacts(webConfig({}), portable, { poolMates: [mate('inprocess')] }));
    const there = performStart({ ...facts, target: { ...facts.target, ...target } });
    const snippets = there.findings.flatMap(({ finding }) => finding.remedies.flatMap(({ snippet }) => snippet ?? []));
    const appcmd = '%windir%\\System32\\inetsrv\\appcmd.exe';
    expect(start.prediction.status).toBe('500.35');
    expect(snippets).toContain(
      `${appcmd} add apppool /name:"${pool}" /managedRuntimeVersion:""\n${appcmd} set app "${application}" /applicationPool:"${pool}"`,
    );
  });

  test.each([
    ['another artifact of the run, and no place said', 'artifact', undefined, 'drop/api: inprocess (this artifact).', true],
    ['another artifact, and the place said', 'artifact', 'Shop', 'Shop: inprocess (this artifact).', false],
    ['an application of the server', 'manifest', undefined, 'drop/api: inprocess (this artifact).', false],
  ] as const)('the two are told apart: %s', (_what, from, site, own, asksWhere) => {
    const { facts } = performStart(startFacts(webConfig({}), portable, { poolMates: [mate('inprocess', { from })] }));
    const { site: _, application: __, ...target } = facts.target;
    const placed = {
      ...facts,
      artifact: { ...facts.artifact, label: 'drop/api' },
      target: site === undefined ? target : { ...target, site },
    };
    const { prediction, findings } = performStart(placed);
    const evidence = findings[prediction.finding ?? -1]?.finding.evidence ?? [];
    expect([evidence[0], evidence.some((text) => text.includes('configuration file'))]).toEqual([own, asksWhere]);
  });

  test('of many neighbours nobody described, some are named', () => {
    const poolMates = Array.from({ length: 12 }, (_, number) => mate(undefined, { name: `Site/app${number}` }));
    const { walk } = performStart(startFacts(webConfig({ hostingModel: 'outofprocess' }), portable, { poolMates }));
    expect(walk.steps.find(({ stage }) => stage === 'hosting-model')?.outcome).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining('Site/app0, Site/app1, Site/app2, Site/app3, Site/app4 and 7 more'),
    });
  });

  test('a preloaded neighbour makes it certain; otherwise the order of the first requests decides', () => {
    const certainty = (preloadEnabled: boolean) =>
      performStart(startFacts(webConfig({}), portable, { poolMates: [mate('inprocess', { preloadEnabled })] })).prediction.certainty;
    expect(certainty(true)).toBe('certain');
    expect(certainty(false)).toBe('likely');
  });

  test('a preloaded neighbour that conflicts comes before one that is not', () => {
    const poolMates = [mate('outofprocess'), mate('inprocess', { name: 'Api/', preloadEnabled: true })];
    const { prediction, findings } = performStart(startFacts(webConfig({}), portable, { poolMates }));
    expect(prediction).toMatchObject({ status: '500.35', certainty: 'certain' });
    expect(findings[0]?.finding.evidence.join(' ')).toContain('Api/ has preloadEnabled');
  });

  test('an application that is preloaded itself is first, unless a neighbour is too', () => {
    const preloaded = (poolMates: readonly PoolMate[]) => {
      const facts = startFacts(webConfig({}), portable, { poolMates });
      const current = { path: '/', appPool: 'shop', physicalPath: 'C:\\inetpub\\shop', preloadEnabled: true };
      return performStart({ ...facts, target: { ...facts.target, current } });
    };
    const alone = preloaded([mate('inprocess'), mate('outofprocess', { name: 'Old/' }), mate('none', { name: 'Static/' })]);
    expect(alone.prediction.outcome).toBe('starts');
    expect(alone.findings.map(({ finding }) => [finding.rule, finding.severity, finding.certainty])).toEqual([
      ['inprocess-application-second', 'warning', 'likely'],
    ]);
    expect(alone.findings[0]?.finding.evidence.slice(1)).toEqual([
      'Admin/: inprocess, without preloadEnabled; it shows 500.35.',
      'Old/: outofprocess, without preloadEnabled; it shows 500.34.',
    ]);
    expect(preloaded([mate('none')]).findings).toEqual([]);
    expect(preloaded([mate()]).prediction.outcome).toBe('starts');
    expect(preloaded([mate('inprocess', { preloadEnabled: true })]).prediction).toMatchObject({ status: '500.35', certainty: 'likely' });
    expect(preloaded([mate(undefined, { preloadEnabled: true })]).prediction.outcome).toBe('undetermined');
  });

  test('a module of 2.2 has no sub-status for it', () => {
    const where: Where = { module: '12.2.19109.5', poolMates: [mate('inprocess')] };
    expect(performStart(startFacts(webConfig({}), portable, where)).prediction).toMatchObject({ status: '500.0', event: { id: 1008 } });
  });

  test('what fails behind the conflict is hidden, not lost', () => {
    const { findings } = performStart(startFacts(webConfig({ arguments: '.\\Other.dll' }), portable, { poolMates: [mate('inprocess')] }));
    expect(findings.map(({ finding, hiddenBehind }) => [finding.rule, hiddenBehind])).toEqual([
      ['inprocess-application-second', undefined],
      ['application-path-not-runnable', 0],
    ]);
  });
});

describe('app-offline and module-enabled', () => {
  test('app_offline.htm at the root hides the rest; in a sub-folder it is nothing', () => {
    expect(performStart(startFacts(webConfig({ processPath: '' }), { ...portable, 'App_Offline.htm': null })).prediction.status).toBe(
      '503',
    );
    expect(performStart(startFacts(webConfig({}), { ...portable, 'sub\\app_offline.htm': null })).prediction.outcome).toBe('starts');
  });

  test('app_offline.htm is an answer, not an error: no HRESULT and no event', () => {
    const { prediction } = performStart(startFacts(webConfig({}), { ...portable, 'app_offline.htm': null }));
    expect(prediction).toMatchObject({ outcome: 'fails', status: '503', certainty: 'certain' });
    expect([prediction.hresult, prediction.event]).toEqual([undefined, undefined]);
  });

  test('DisableANCM', () => {
    const where = (disabled: boolean): Where => ({
      server: {
        aspNetCoreModule: { installed: true, version: '18.0.25301.22', architectures: ['x64', 'x86'], outOfProcessHandlers: [], disabled },
      },
    });
    expect(performStart(startFacts(webConfig({}), portable, where(true))).prediction).toMatchObject({
      status: '500.0',
      event: { id: 1013 },
    });
    expect(performStart(startFacts(webConfig({}), portable, where(false))).prediction.outcome).toBe('starts');
  });
});

describe('a module whose version nobody said', () => {
  const module = {
    aspNetCoreModule: { installed: true, architectures: ['x64', 'x86'], outOfProcessHandlers: [{ version: '18.0.1', complete: true }] },
  } as const;
  test('it starts under every generation, or fails without a status where they differ', () => {
    expect(performStart(startFacts(webConfig({}), portable, { server: module })).prediction.outcome).toBe('starts');
    const missing = performStart(startFacts(webConfig({ arguments: '.\\Other.dll' }), portable, { server: module })).prediction;
    expect(missing).toMatchObject({ outcome: 'fails', certainty: 'likely', missingFacts: ['aspNetCoreModule.version'] });
    expect(missing.status).toBeUndefined();
  });

  test('what only some of them say is left out', () => {
    const of = (attributes: Record<string, string>, files = portable) =>
      performStart(startFacts(webConfig(attributes), files, { server: module })).prediction;
    // 500.0 and 0x8007023e from 2.2 on; the page has two titles, and the event tells one cause in two wordings.
    const noDotnet = of({ processPath: 'D:\\dotnet\\dotnet.exe' });
    expect(noDotnet).toMatchObject({ outcome: 'fails', certainty: 'certain', status: '500.0', hresult: '0x8007023e', missingFacts: [] });
    expect(noDotnet.title).toBeUndefined();
    expect(noDotnet.event).toMatchObject({
      id: 1031,
      message: expect.stringContaining("Could not find dotnet.exe at 'D:\\dotnet\\dotnet.exe'"),
    });
    expect(of({ startupTimeLimit: '4000' }).event).toMatchObject({ id: 1034 });
    // The same id, and other causes: up to 6.0 a folder is missing, later a call fails.
    const withoutHostfxr = { ...module, dotnet: [{ ...dotnetRoot('x64'), hostfxr: [] }] };
    const noHostfxr = performStart(startFacts(webConfig({}), portable, { server: withoutHostfxr })).prediction;
    expect([noHostfxr.status, noHostfxr.event]).toEqual(['500.0', undefined]);
    // The handler of the application has one version, whatever the module is.
    expect(of({}, { ...portable, 'App.dll': { format: 'empty' } })).toMatchObject({
      status: '500.30',
      title: 'ASP.NET Core app failed to start',
      event: { id: 1018 },
    });
  });
});
