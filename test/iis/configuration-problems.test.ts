import { describe, expect, test } from '@jest/globals';
import { tooLarge } from '../../src/iis/configuration-problems.ts';
import { configurationStage } from '../../src/iis/configuration-stage.ts';
import type { StageOutcome } from '../../src/model/stage.ts';
import { artifact, healthyIis, perform, sections, startFacts, summary } from './start-facts.ts';
import { check, configuration, directly, iisWith, refusals } from './web-config-check.ts';

describe('a web.config larger than IIS reads', () => {
  // 250 KB unless the registry value MaxWebConfigFileSizeInKB says otherwise.
  test.each([
    ['of 250 KB is read', 256_000, false],
    ['of a byte more is not', 256_001, true],
    ['of one byte is read', 1, false],
    ['of a size nobody gave is taken to be read', undefined, false],
  ])('%s', (_, size, expected) => {
    expect(tooLarge(size) !== undefined).toBe(expected);
  });

  const large = (text: string): StageOutcome => {
    const files = new Map([['web.config', { path: 'web.config', size: 300_000 }]]);
    return perform(configurationStage, { ...startFacts(), artifact: artifact(text, { files }) });
  };

  test('is likely to be refused: the registry of the server may raise the limit', () => {
    expect(large(directly('<handlers />'))).toMatchObject({
      failure: {
        rule: 'web-config-too-large',
        certainty: 'likely',
        status: '500.19',
        message: 'web.config has 300000 bytes; IIS refuses one of more than 250 KB.',
        evidence: [expect.stringContaining('256000')],
        remedies: [
          { side: 'app', snippet: expect.stringContaining('configSource') },
          { side: 'server', snippet: expect.stringContaining('MaxWebConfigFileSizeInKB') },
        ],
        place: { in: 'artifact', file: 'web.config' },
      },
    });
  });

  test('is refused before its content', () => {
    expect(refusals(large(directly('<handlers /><handlers />')))).toEqual([
      'web-config-too-large likely',
      'configuration-section-duplicate certain',
    ]);
    expect(refusals(large('<appSettings />'))).toEqual(['web-config-too-large likely', 'web-config-malformed likely']);
  });

  test('is judged by the web.config at the root alone', () => {
    const files = new Map([
      ['web.config', { path: 'web.config', size: 100 }],
      ['wwwroot/web.config', { path: 'wwwroot/web.config', size: 300_000 }],
    ]);
    const facts = { ...startFacts(), artifact: artifact(directly('<handlers />'), { files }) };
    expect(refusals(perform(configurationStage, facts))).toEqual([]);
  });
});

describe('a root element that is not configuration', () => {
  test.each([
    ['another element', '<appSettings />', ['web-config-malformed likely']],
    ['another case', '<Configuration />', ['web-config-malformed likely']],
    ['the right one', '<configuration />', []],
    ['the right one with a namespace', '<configuration xmlns="http://schemas.microsoft.com/.NetConfiguration/v2.0" />', []],
  ])('%s', (_, text, expected) => {
    expect(refusals(check(text))).toEqual(expected);
  });

  test('is named with its place', () => {
    expect(check('<?xml version="1.0"?>\n<Configuration />')).toMatchObject({
      failure: {
        hresult: '0x8007000d',
        message: 'The root element of web.config is <Configuration>; IIS expects <configuration>.',
        evidence: [expect.stringContaining('web.config line 2: <Configuration>')],
        place: { line: 2, column: 1 },
      },
    });
  });
});

describe('a section that the server does not declare', () => {
  const undeclared = (content: string, path: string) => check(directly(content), iisWith({ [path]: { declared: false } }));

  test('is refused with what has to be installed', () => {
    expect(undeclared('\n<rewrite><rules /></rewrite>', 'system.webServer/rewrite')).toMatchObject({
      failure: {
        rule: 'configuration-section-unknown',
        certainty: 'certain',
        hresult: '0x8007000d',
        message:
          'web.config uses the section system.webServer/rewrite, which this server does not know: URL Rewrite is not installed or not registered.',
        evidence: ['web.config line 2: <rewrite>.', 'iis.sections: "system.webServer/rewrite" is not declared.'],
        remedies: [
          { side: 'server', text: 'Install URL Rewrite.' },
          { side: 'app', text: 'Take <rewrite> out of web.config.' },
        ],
        place: { line: 2, column: 1 },
      },
    });
  });

  test('is refused without a guess where nobody knows who declares it', () => {
    expect(undeclared('<nonsense a="1" />', 'system.webServer/nonsense')).toMatchObject({
      failure: {
        message: 'web.config uses the section system.webServer/nonsense, which this server does not know.',
        remedies: [{ side: 'server', text: 'Install what declares system.webServer/nonsense.' }, { side: 'app' }],
      },
    });
  });

  test('and is the module’s own is not taken out: the bundle is repaired', () => {
    const outcome = undeclared('<aspNetCore processPath="dotnet" />', 'system.webServer/aspNetCore');
    expect(outcome).toMatchObject({
      failure: {
        message: expect.stringContaining('the ASP.NET Core Hosting Bundle is not installed'),
        remedies: [
          {
            side: 'server',
            text: expect.stringContaining('Install or repair the Hosting Bundle, after IIS'),
            snippet: expect.stringContaining('w3svc'),
          },
        ],
      },
    });
    expect(outcome.outcome === 'failed' && outcome.failure.remedies).toHaveLength(1);
  });

  test.each([
    ['undeclared', directly('<cors enabled="true" />'), { ...healthyIis, sections: sections({}, true) }],
    ['declared', directly('<staticContent />'), healthyIis],
  ])('says nothing where it is %s', (name, text, iis) => {
    expect(check(text, iis).outcome).toBe(name === 'declared' ? 'passed' : 'failed');
  });
});

test('a section nobody declares, anywhere, is refused likely: another file of the server could declare it', () => {
  expect(check(configuration('<log4net threshold="All" />'))).toMatchObject({
    failure: {
      certainty: 'likely',
      hresult: '0x80070032',
      message: 'web.config uses the section log4net, which nothing declares.',
      evidence: [expect.stringContaining('web.config line 1: <log4net>; <configSections> does not name it')],
      remedies: [{ side: 'app' }],
    },
  });
});

test('a locked section is refused with the command that unlocks it', () => {
  const path = 'system.webServer/security/authentication/windowsAuthentication';
  const text = directly('<security><authentication><windowsAuthentication enabled="true" /></authentication></security>');
  expect(check(text, iisWith({ [path]: { declared: true, locked: true } }))).toMatchObject({
    failure: {
      rule: 'configuration-section-locked',
      certainty: 'certain',
      hresult: '0x80070021',
      message: `web.config sets ${path}, which is locked on this server and may be set only in applicationHost.config.`,
      evidence: ['web.config line 1: <windowsAuthentication>.', `iis.sections: "${path}" is locked.`],
      remedies: [
        { side: 'app', text: 'Take <windowsAuthentication> out of web.config and let the server set it.' },
        { side: 'server', snippet: `%windir%\\System32\\inetsrv\\appcmd.exe unlock config -section:${path}` },
      ],
    },
  });
});

test('a section that is set twice is refused with both places', () => {
  expect(check(directly('\n<handlers />\n<handlers />'))).toMatchObject({
    failure: {
      message: 'web.config sets the section system.webServer/handlers twice; a file may set a section only once.',
      evidence: ['web.config line 2: <handlers>, and again in line 3.'],
      remedies: [{ side: 'app' }],
      place: { line: 3, column: 1 },
    },
  });
});

test('invalid content is refused with every place, the first one first', () => {
  const text = directly('<handlers>\n<add name="a" path="*" />\n<add name="b" verb="*" />\n</handlers>');
  expect(check(text)).toMatchObject({
    failure: {
      rule: 'configuration-content-invalid',
      hresult: '0x8007000d',
      message: 'IIS cannot read the section system.webServer/handlers of web.config: an <add> without the attribute verb.',
      evidence: [
        'web.config line 2, column 1: an <add> without the attribute verb; expected verb="…".',
        'web.config line 3, column 1: an <add> without the attribute path; expected path="…".',
      ],
      remedies: [{ side: 'app', text: 'Correct line 2 of web.config: expected verb="…".' }],
      place: { line: 2, column: 1 },
    },
  });
});

test('XML that is not well-formed is refused where it breaks', () => {
  const outcome = check('<configuration>\n<appSettings a=1 />\n</configuration>');
  expect(summary(outcome)).toMatchObject({ status: '500.19', hresult: '0x8007000d', rule: 'web-config-malformed', certainty: 'certain' });
  expect(outcome).toMatchObject({
    failure: {
      message: expect.stringContaining('IIS cannot read web.config, because it is not well-formed XML'),
      evidence: [expect.stringContaining('web.config line 2'), expect.stringContaining('app_offline.htm')],
      remedies: [{ side: 'app', text: expect.stringContaining('line 2'), snippet: expect.stringContaining('web.config') }],
      place: { in: 'artifact', file: 'web.config', line: 2 },
    },
  });
});
