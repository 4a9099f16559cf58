import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runBundle } from './bundle-process.ts';
import { nodes } from './nodes.ts';
import { serverManifest, temporaryFolder, writePublishFolder } from './publish-folder.ts';

const folder = temporaryFolder();
const publish = writePublishFolder(join(folder, 'publish'), 'portable-net8.0');
const net6 = serverManifest('net6.0.36');
const net8 = serverManifest('net8.0.22');
const broken = join(folder, 'broken.json');
writeFileSync(broken, '{\n  "manifestVersion": 1,\n  "nmae": "web01",\n  "os": { "architecture": "amd64" }\n}\n');
const yaml = join(folder, 'web01.yaml');
writeFileSync(
  yaml,
  'manifestVersion: 1\nname: web01\nhostingBundle: 6.0.36\nos: { architecture: x64 }\niis: { appPools: [{ name: shop }] }\n',
);

describe.each(nodes)('dist/cli on $name', (node) => {
  const cli = (...args: string[]) => runBundle(node, 'cli', { arguments: args, directory: folder });

  test('a framework that is missing: 500.31, exit code 1', () => {
    const { exitCode, stdout, stderr } = cli('check', 'publish', '--server', net6);
    expect(stdout).toMatch(/^HTTP Error 500\.31 - /);
    expect(stdout).toContain('Microsoft.NETCore.App');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  });

  test('inputs that cannot be used: all of them are named, exit code 2', () => {
    const { exitCode, stdout, stderr } = cli('check', 'nowhere', publish, '--server', broken, '--server', net8, '--server', 'missing.json');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    for (const name of ['nowhere', 'broken.json', 'missing.json']) expect(stderr).toContain(name);
    expect(stderr).not.toContain('    at ');
  });

  test('a healthy start: exit code 0', () => {
    const { exitCode, stdout, stderr } = cli('check', publish, '--server', net8);
    expect(stdout).not.toContain('HTTP Error');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test('the JSON report of both servers, and of a manifest in YAML', () => {
    const { exitCode, stdout } = cli('check', publish, '--server', net6, '--server', net8, '--server', yaml, '--format', 'json');
    const { reportVersion, starts } = JSON.parse(stdout);
    expect({ exitCode, reportVersion }).toEqual({ exitCode: 1, reportVersion: 1 });
    expect(starts.map(({ prediction }: { prediction: { status?: string } }) => prediction.status)).toEqual(['500.31', undefined, '500.31']);
  });

  test.each(['markdown', 'sarif', 'junit'])('--format %s, --fail-on never', (format) => {
    const { exitCode, stdout, stderr } = cli('check', publish, '--server', net6, '--format', format, '--fail-on', 'never');
    expect(stdout).toContain('500.31');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test('an unusable manifest: every problem with its place, exit code 2, no stack', () => {
    const { exitCode, stdout, stderr } = cli('check', publish, '--server', broken);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(`${broken}:3:3: expected a known key, found "nmae"; did you mean name?`);
    expect(stderr).toContain(`${broken}:4:27`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  // The report is lost, so the code says neither that all is well nor that something was found.
  (existsSync('/dev/full') ? test : test.skip)('a full disk behind the standard output: exit code 2, no stack', () => {
    const run = runBundle(node, 'cli', { arguments: ['check', publish, '--server', net6], directory: folder, output: '/dev/full' });
    expect(run).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'iis-preflight: standard output: expected a place that can be written to, found no space left on the disk\n',
    });
  });

  test('an unknown option: exit code 2', () => {
    const { exitCode, stderr } = cli('check', publish, '--sever', net6);
    expect(stderr).toContain('--server');
    expect(exitCode).toBe(2);
  });

  test('requirements, as a manifest that the artifact starts on', () => {
    const manifest = cli('requirements', publish, '--format', 'json');
    expect({ exitCode: manifest.exitCode, stderr: manifest.stderr }).toEqual({ exitCode: 0, stderr: '' });
    writeFileSync(join(folder, 'required.json'), manifest.stdout);
    expect(cli('check', publish, '--server', 'required.json', '--fail-on', 'undetermined').stdout).not.toContain('HTTP Error');
  });

  test('collect away from Windows prints the script', () => {
    const { exitCode, stdout } = cli('collect');
    expect(stdout).toContain('$ErrorActionPreference');
    expect(exitCode).toBe(0);
  });

  test('explain', () => {
    const { exitCode, stdout } = cli('explain', '500.31');
    expect(stdout).toContain('500.31');
    expect(exitCode).toBe(0);
  });
});
