import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/model/input-error.ts';
import { readTargetServer } from '../../src/server/read-server.ts';
import { memoryDisk } from '../model/memory-disk.ts';
import { problemsOf, readManifest } from './read-manifest.ts';

const utf16 = (text: string, mark = true): Uint8Array => Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
const utf16be = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('a manifest in JSON', () => {
  test('is read into the facts of the model', async () => {
    const server = await readManifest(
      JSON.stringify({
        manifestVersion: 1,
        name: 'web01',
        collectedAt: '2026-11-20T10:00:00Z',
        os: { version: '10.0.20348', architecture: 'x64' },
        environment: { Path: 'C:\\Windows', dotnet_roll_forward: 'Major', API_KEY: null },
        dotnet: [
          {
            root: 'D:\\dotnet\\',
            architecture: 'x64',
            hostfxr: ['8.0.11', { version: '9.0.0', complete: false }],
            sharedStore: true,
            frameworks: {
              'Microsoft.AspNetCore.App': [
                { version: '8.0.11', references: [{ name: 'Microsoft.NETCore.App', version: '8.0.11' }] },
                { version: '6.0.36', complete: true },
              ],
              'Microsoft.NETCore.App': [],
            },
          },
        ],
        dotnetInstallLocations: {},
        existingFiles: [],
        aspNetCoreModule: { version: '18.0.24201.8', architectures: ['x64'], outOfProcessHandlers: ['18.0.24201'], disabled: true },
        iis: {
          version: '10.0',
          globalModules: ['AspNetCoreModuleV2', { name: 'iisnode', preCondition: 'bitness64' }],
          sections: { 'system.webServer/rewrite': { declared: false } },
          appPools: [
            { name: 'shop', enable32BitAppOnWin64: true, managedRuntimeVersion: '', environment: { dotnet_x: '1' } },
            { name: 'bare' },
          ],
          sites: [
            {
              name: 'Default Web Site',
              applications: [{ path: '/', appPool: 'shop', hostingModel: 'none', inheritInChildApplications: false }],
            },
          ],
        },
      }),
    );
    expect(server).toMatchObject({
      name: 'web01',
      collectedAt: '2026-11-20T10:00:00Z',
      os: { version: '10.0.20348', architecture: 'x64' },
    });
    expect(server.environment).toEqual(
      new Map([
        ['PATH', 'C:\\Windows'],
        ['DOTNET_ROLL_FORWARD', 'Major'],
        ['API_KEY', null],
      ]),
    );
    expect(server.dotnet).toEqual([
      {
        root: 'D:\\dotnet',
        architecture: 'x64',
        hostfxr: [
          { version: '8.0.11', complete: true },
          { version: '9.0.0', complete: false },
        ],
        sharedStore: true,
        frameworks: new Map([
          [
            'Microsoft.AspNetCore.App',
            [
              { version: '8.0.11', complete: true, references: [{ name: 'Microsoft.NETCore.App', version: '8.0.11' }] },
              { version: '6.0.36', complete: true },
            ],
          ],
          ['Microsoft.NETCore.App', []],
        ]),
      },
    ]);
    expect(server.dotnetInstallLocations).toEqual({});
    expect(server.existingFiles).toEqual([]);
    expect(server.aspNetCoreModule).toEqual({
      installed: true,
      version: '18.0.24201.8',
      architectures: ['x64'],
      outOfProcessHandlers: [{ version: '18.0.24201', complete: true }],
      disabled: true,
    });
    expect(server.iis).toEqual({
      version: '10.0',
      globalModules: [{ name: 'AspNetCoreModuleV2' }, { name: 'iisnode', bitness: 64 }],
      sections: { byPath: new Map([['system.webServer/rewrite', { declared: false }]]), complete: false },
      appPools: [
        { name: 'shop', enable32BitAppOnWin64: true, managedRuntimeVersion: '', environment: new Map([['DOTNET_X', '1']]) },
        { name: 'bare' },
      ],
      sites: [
        {
          name: 'Default Web Site',
          applications: [{ path: '/', appPool: 'shop', hostingModel: 'none', inheritInChildApplications: false }],
        },
      ],
    });
  });

  test('says nothing about what it leaves out', async () => {
    const { name, manifest, ...facts } = await readManifest('{"manifestVersion": 1}', 'servers/web07.json');
    expect(name).toBe('web07');
    expect(manifest.file).toBe('servers/web07.json');
    expect(facts).toEqual({});
  });

  test('tells a server without the module from one of which nothing is said', async () => {
    expect((await readManifest('{"manifestVersion": 1, "aspNetCoreModule": {"installed": false}}')).aspNetCoreModule).toEqual({
      installed: false,
    });
    expect((await readManifest('{"manifestVersion": 1, "aspNetCoreModule": {}}')).aspNetCoreModule).toEqual({ installed: true });
  });

  test('gives the place of every fact', async () => {
    const { manifest } = await readManifest(
      '{\n  "manifestVersion": 1,\r\n  "iis": {\r    "appPools": [\n      { "name": "a" },\n      { "name": "b", "environment": { "X": "1" } }] } }',
    );
    expect(manifest.positions.get('iis')).toEqual({ line: 3, column: 3 });
    expect(manifest.positions.get('iis.appPools')).toEqual({ line: 4, column: 5 });
    expect(manifest.positions.get('iis.appPools[1]')).toEqual({ line: 6, column: 7 });
    expect(manifest.positions.get('iis.appPools[1].environment.X')).toEqual({ line: 6, column: 39 });
    expect(manifest.positions.get('dotnet')).toBeUndefined();
    expect(manifest.positions).toBe(manifest.positions);
  });

  test.each([
    ['UTF-8 with a byte-order mark', Buffer.from('\ufeff{"manifestVersion": 1, "name": "wéb"}')],
    ['UTF-16 LE, as > in Windows PowerShell writes it', utf16('{"manifestVersion": 1, "name": "wéb"}')],
    ['UTF-16 LE without a mark', utf16('{"manifestVersion": 1, "name": "wéb"}', false)],
    ['UTF-16 BE', utf16be('{"manifestVersion": 1, "name": "wéb"}')],
    ['comments', Buffer.from('// by hand\n{"manifestVersion": 1, /* the name */ "name": "wéb"}')],
  ])('may be stored with %s', async (_, bytes) => {
    const server = await readManifest(bytes);
    expect(server.name).toBe('wéb');
    // The mark is no column.
    expect(server.manifest.positions.get('manifestVersion')?.column).toBe(2);
  });
});

test('an application path with a slash at its end is the one without', async () => {
  const { iis } = await readManifest(
    '{"manifestVersion": 1, "iis": {"sites": [{"name": "A", "applications": [{"path": "/"}, {"path": "/api/"}]}]}}',
  );
  expect(iis?.sites?.[0]?.applications?.map(({ path }) => path)).toEqual(['/', '/api']);
});

describe('what is wrong with a manifest', () => {
  test.each<[string, string, string[]]>([
    ['a misspelt key', '{"manifestVersion": 1, "nmae": "a"}', ['server.json:1:24: expected a known key, found "nmae"; did you mean name?']],
    [
      'a key from nowhere',
      '{"manifestVersion": 1, "os": {"bitness": 64}}',
      ['server.json:1:31 (os): expected one of the keys version, architecture, found "bitness"'],
    ],
    ['a missing required key', '{"name": "a"}', ['server.json:1:1: expected the key manifestVersion']],
    ['a missing name', '{"manifestVersion": 1,\n"iis": {"appPools": [{}]}}', ['server.json:2:22 (iis.appPools[0]): expected the key name']],
    [
      'a value outside the list',
      '{"manifestVersion": 1, "os": {"architecture": "amd64"}}',
      ['server.json:1:47 (os.architecture): expected "x64", "x86" or "arm64", found "amd64"'],
    ],
    [
      'a value in another case',
      '{"manifestVersion": 1, "iis": {"appPools": [{"name": "a", "state": "started"}]}}',
      ['server.json:1:68 (iis.appPools[0].state): expected "Started" or "Stopped", found "started"; did you mean Started?'],
    ],
    [
      'a text in place of a truth value',
      '{"manifestVersion": 1, "iis": {"appPools": [{"name": "a", "enable32BitAppOnWin64": "false"}]}}',
      ['server.json:1:84 (iis.appPools[0].enable32BitAppOnWin64): expected true or false, found "false"'],
    ],
    [
      'a number in place of a version',
      '{"manifestVersion": 1, "hostingBundle": 8.0}',
      ['server.json:1:41 (hostingBundle): expected a text in double quotes, found 8.0'],
    ],
    [
      'a version without a patch',
      '{"manifestVersion": 1, "hostingBundle": "8.0"}',
      ['server.json:1:41 (hostingBundle): expected a version such as 8.0.11, found "8.0"'],
    ],
    ['a list in place of an object', '{"manifestVersion": 1, "os": []}', ['server.json:1:30 (os): expected an object, found a list']],
    [
      'a text in place of a list',
      '{"manifestVersion": 1, "dotnet": "8.0.11"}',
      ['server.json:1:34 (dotnet): expected a list, found "8.0.11"'],
    ],
    ['null in place of a list', '{"manifestVersion": 1, "dotnet": null}', ['server.json:1:34 (dotnet): expected a list, found null']],
    ['an object in place of a text', '{"manifestVersion": 1, "name": {}}', ['server.json:1:32 (name): expected a text, found an object']],
    ['a manifest that is a list', '[]', ['server.json:1:1: expected an object with the key manifestVersion, found a list']],
    [
      'a module that is not there and has a version',
      '{"manifestVersion": 1, "aspNetCoreModule": {"installed": false, "version": "18.0.1"}}',
      ['server.json:1:65 (aspNetCoreModule): expected no key but installed here, found "version"'],
    ],
    [
      'a key twice',
      '{"manifestVersion": 1, "name": "a",\n "name": "b"}',
      ['server.json:2:2: expected each key once; "name" is at 1:24 already'],
    ],
    [
      'a pool twice',
      '{"manifestVersion": 1, "iis": {"appPools": [{"name": "shop"}, {"name": "Shop"}]}}',
      [
        'server.json:1:72 (iis.appPools[1].name): expected each application pool once; letter case does not tell them apart, and line 1:54 has it already, found "Shop"',
      ],
    ],
    [
      'a dotnet root twice',
      '{"manifestVersion": 1, "dotnet": [{"root": "C:\\\\dotnet"}, {"root": "c:\\\\DOTNET\\\\"}]}',
      [
        'server.json:1:68 (dotnet[1].root): expected each dotnet root once; letter case does not tell them apart, and line 1:44 has it already, found "c:\\\\DOTNET\\\\"',
      ],
    ],
    [
      'a variable twice',
      '{"manifestVersion": 1, "environment": {"Path": "a", "PATH": "b"}}',
      [
        'server.json:1:53 (environment.PATH): expected each variable once; letter case does not tell them apart, and line 1:40 has it already, found PATH',
      ],
    ],
    [
      'an application path without /',
      '{"manifestVersion": 1, "iis": {"sites": [{"name": "a", "applications": [{"path": "api"}]}]}}',
      ['server.json:1:82 (iis.sites[0].applications[0].path): expected a path that starts with /, found "api"'],
    ],
    [
      'a newer format',
      '{"manifestVersion": 2, "somethingNew": true}',
      ['server.json:1:21 (manifestVersion): expected manifestVersion 1, the only one this version of iis-preflight reads, found 2'],
    ],
    ['a format version as text', '{"manifestVersion": "1"}', ['server.json:1:21 (manifestVersion): expected 1, found "1"']],
    ['text that is not JSON', '{"manifestVersion": 1, name: "a"}', ['server.json:1:24: expected a JSON value, found name']],
    ['a trailing comma', '{"manifestVersion": 1,}', ['server.json:1:23: expected a key in double quotes, found }']],
    [
      'a single backslash',
      '{"manifestVersion": 1, "name": "C:\\dotnet"}',
      ['server.json:1:32: expected one of " \\ / b f n r t u after a backslash (write \\\\ for one backslash), found "C:\\dotnet"'],
    ],
    [
      'backslashes that happen to mean something',
      '{"manifestVersion": 1, "dotnet": [{"root": "C:\\net"}], "existingFiles": ["D:\\tmp"]}',
      [
        'server.json:1:44 (dotnet[0].root): expected no control characters in a text (write \\\\ for one backslash in double quotes), found "C:\\net"',
        'server.json:1:74 (existingFiles[0]): expected no control characters in a text (write \\\\ for one backslash in double quotes), found "D:\\tmp"',
      ],
    ],
    [
      'the version of an SDK',
      '{"manifestVersion": 1, "hostingBundle": "8.0.404"}',
      [
        'server.json:1:41 (hostingBundle): expected the version of a Hosting Bundle, which is that of its runtime, such as 8.0.11; this is one of an SDK, found "8.0.404"',
      ],
    ],
    [
      'four numbers where runtimes have three',
      '{"manifestVersion": 1, "hostingBundle": "8.0.11.24564", "dotnet": [{"root": "D", "hostfxr": ["8.0.11.1"]}]}',
      [
        'server.json:1:41 (hostingBundle): expected a version such as 8.0.11, found "8.0.11.24564"',
        'server.json:1:94 (dotnet[0].hostfxr[0]): expected a version such as 8.0.11, found "8.0.11.1"',
      ],
    ],
    [
      'sections under names that nothing asks for',
      '{"manifestVersion": 1, "iis": {"sections": {"rewrite": {}, "Handlers": {}, "system.webserver/modules": {}, "system.webServer/own": {}}}}',
      [
        'server.json:1:45 (iis.sections.rewrite): expected the whole path of a section, in its own case, found "rewrite"; did you mean system.webServer/rewrite?',
        'server.json:1:60 (iis.sections.Handlers): expected the whole path of a section, in its own case, found "Handlers"; did you mean system.webServer/handlers?',
        'server.json:1:76 (iis.sections.system.webserver/modules): expected the whole path of a section, in its own case, found "system.webserver/modules"; did you mean system.webServer/modules?',
      ],
    ],
    ['nothing', '', ['server.json:1:1: expected a value, found the end of the file']],
    ['nesting without end', '['.repeat(100_000), ['server.json:1:33: expected at most 32 levels of lists and objects']],
    [
      'brackets that close what is not open, and as many that open',
      `[${'}'.repeat(50_000)}${'['.repeat(50_000)}`,
      ['server.json:1:2: expected a value, found }'],
    ],
    [
      'errors on every line',
      `{\n${'"a" 1,\n'.repeat(100)}}`,
      [2, 3, 4, 5, 6].map((line) => `server.json:${line}:5: expected a colon after the key, found 1`),
    ],
    ['errors without end on one line', `[${'0'.repeat(1_000_000)}]`, ['server.json:1:3: expected a comma between two entries, found 0']],
    ['values without end', `[1${',1'.repeat(500_000)}]`, ['server.json:1:1000000: expected at most 500000 values']],
    [
      'a name that JavaScript objects know',
      '{"manifestVersion": 1, "environment": {"__proto__": "x"}}',
      ['server.json:1:40 (environment): expected another name, found __proto__'],
    ],
    [
      'a key that JavaScript objects know',
      '{"manifestVersion": 1, "toString": "x"}',
      [
        'server.json:1:24: expected one of the keys manifestVersion, name, collectedAt, os, environment, dotnet, dotnetInstallLocations, hostingBundle, aspNetCoreModule, existingFiles, iis, found "toString"',
      ],
    ],
  ])('%s', async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems);
  });

  test('is said all at once, in the order of the file', async () => {
    const text = readFileSync(new URL('../../fixtures/servers/broken.json', import.meta.url), 'utf8');
    expect(await problemsOf(text, 'broken.json')).toEqual([
      'broken.json:3:3: expected a known key, found "nmae"; did you mean name?',
      'broken.json:4:52 (os.architecture): expected "x64", "x86" or "arm64", found "amd64"',
      'broken.json:9:19 (dotnet[0].hostfxr[0]): expected a version such as 8.0.11, found "8.0"',
      'broken.json:10:48 (dotnet[0].frameworks.Microsoft.NETCore.App): expected a list, found "8.0.22"',
      'broken.json:13:20 (hostingBundle): expected a text in double quotes, found 8.0',
      'broken.json:16:25 (iis.appPools[0]): expected a known key, found "enable32bitAppOnWin64"; did you mean enable32BitAppOnWin64?',
      'broken.json:17:17 (iis.appPools[1].name): expected each application pool once; letter case does not tell them apart, and line 16:17 has it already, found "Shop"',
      'broken.json:17:50 (iis.appPools[1].enable32BitAppOnWin64): expected true or false, found "yes"',
      'broken.json:19:72 (iis.sites[0].applications[0].path): expected a path that starts with /, found "api"',
    ]);
  });

  test('is a file that is not there, a file that is no text, and a file beyond all measure', async () => {
    expect(await problemsOf(Buffer.from([0x7b, 0xff, 0x7d]))).toEqual([
      'server.json:1:2: expected text in UTF-8 or UTF-16 (save the file as UTF-8), found a byte that is not UTF-8',
    ]);
    expect(await problemsOf(Buffer.from('{\r\n  "name": "K\xe4se" }', 'latin1'))).toEqual([
      'server.json:2:13: expected text in UTF-8 or UTF-16 (save the file as UTF-8), found a byte that is not UTF-8',
    ]);
    expect(await problemsOf(Buffer.alloc(9 * 1024 * 1024, 0x20))).toEqual([
      'server.json: expected a server manifest of at most 8388608 bytes, found 9437184 bytes',
    ]);
    await expect(readTargetServer('nope.json', memoryDisk({}))).rejects.toThrow(
      new InputError([{ file: 'nope.json', expected: 'a server manifest', found: 'no such file' }]),
    );
  });

  test('is cut off after a hundred problems', async () => {
    const problems = await problemsOf(JSON.stringify({ manifestVersion: 1, existingFiles: Array.from({ length: 150 }, () => 1) }));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('server.json: expected no further problems, found 50 more');
  });
});
