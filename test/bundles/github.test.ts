import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runStep } from './github-runner.ts';
import { nodes } from './nodes.ts';
import { serverManifest, temporaryFolder, writePublishFolder } from './publish-folder.ts';

const workspace = join(temporaryFolder(), 'workspace');
mkdirSync(workspace);
writePublishFolder(join(workspace, 'publish'), 'portable-net8.0');
for (const name of ['net6.0.36', 'net8.0.22']) cpSync(serverManifest(name), join(workspace, `${name}.json`));

describe.each(nodes)('dist/github on $name', (node) => {
  const step = (inputs: Readonly<Record<string, string>>) => runStep(node, inputs, workspace);

  test('a start that fails: an annotation, the outputs, the summary, exit code 1', () => {
    const { exitCode, commands, outputs, summary, stderr } = step({ path: 'publish', server: 'net6.0.36.json' });
    const errors = commands.filter(({ name, properties }) => name === 'error' && properties['file'] !== undefined);
    expect(errors.map(({ properties }) => properties['file'])).toContain('publish/App.runtimeconfig.json');
    expect(errors[0]?.message).toContain('Microsoft.NETCore.App');
    expect([outputs.get('outcome'), outputs.get('status')]).toEqual(['fails', '500.31']);
    expect(Number(outputs.get('findings'))).toBeGreaterThan(0);
    expect(summary).toContain('500.31');
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  });

  test('a healthy start: nothing is annotated, exit code 0', () => {
    const { exitCode, commands, outputs, stderr } = step({ path: 'publish', server: 'net8.0.22.json' });
    expect(commands.filter(({ name }) => name === 'error')).toEqual([]);
    expect(outputs.get('outcome')).toBe('starts');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test('fail-on never: the same annotations, exit code 0', () => {
    const { exitCode, commands } = step({ path: 'publish', server: 'net6.0.36.json', 'fail-on': 'never' });
    expect(commands.some(({ name }) => name === 'error')).toBe(true);
    expect(exitCode).toBe(0);
  });

  test('unusable input: every problem, exit code 1, no stack', () => {
    const { exitCode, commands, stdout, stderr } = step({ path: 'nowhere', server: 'absent.json' });
    const messages = commands
      .filter(({ name }) => name === 'error')
      .map(({ message }) => message)
      .join('\n');
    expect(messages).toMatch(/nowhere|absent\.json/);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*\.js/m);
    expect(exitCode).toBe(1);
  });
});
