import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runTask, taskFile } from './azure-agent.ts';
import { nodes } from './nodes.ts';
import { serverManifest, temporaryFolder, writePublishFolder } from './publish-folder.ts';

const sources = join(temporaryFolder(), 's');
mkdirSync(sources);
writePublishFolder(join(sources, 'publish'), 'portable-net8.0');
for (const name of ['net6.0.36', 'net8.0.22']) cpSync(serverManifest(name), join(sources, `${name}.json`));

test('agents of both generations find a handler', () => {
  expect(Object.keys(taskFile.execution).sort()).toEqual(['Node20_1', 'Node24']);
});

describe.each(nodes)('dist/azure on $name', (node) => {
  const task = (inputs: Readonly<Record<string, string>>) => runTask(node, 'Node20_1', inputs, sources);

  test('a start that fails: an issue, the outputs, the summary, the result Failed', () => {
    const { exitCode, commands, stderr } = task({ path: 'publish', server: 'net6.0.36.json' });
    const issue = commands.find(({ name, properties }) => name === 'task.logissue' && properties['sourcepath'] !== undefined);
    expect(issue?.properties['type']).toBe('error');
    expect(issue?.properties['sourcepath']).toMatch(/publish\/App\.runtimeconfig\.json$/);
    expect(issue?.properties['code']).toBe('shared-framework-missing');
    expect(issue?.message).toContain('Microsoft.NETCore.App');
    expect(variables(commands)).toMatchObject({ outcome: 'fails', status: '500.31' });
    expect(commands.map(({ name }) => name)).toContain('task.uploadsummary');
    expect(commands.at(-1)).toMatchObject({ name: 'task.complete', properties: { result: 'Failed' } });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  // Which of the two depends on the day: support for every version ends, and that is a warning.
  test('a healthy start: the result Succeeded or SucceededWithIssues', () => {
    const { exitCode, commands, stderr } = task({ path: 'publish', server: 'net8.0.22.json' });
    expect(commands.filter(({ properties }) => properties['type'] === 'error')).toEqual([]);
    expect(variables(commands)).toMatchObject({ outcome: 'starts' });
    expect(commands.at(-1)?.name).toBe('task.complete');
    expect(commands.at(-1)?.properties['result']).toMatch(/^Succeeded/);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test('failOn never: the result is not Failed', () => {
    const { commands } = task({ path: 'publish', server: 'net6.0.36.json', failOn: 'never' });
    expect(commands.at(-1)?.name).toBe('task.complete');
    expect(commands.at(-1)?.properties['result']).not.toBe('Failed');
  });

  // The agent takes the summary, and later steps the report, when the second step has long been done.
  test('two steps of a job do not write over each other', () => {
    const written = [1, 2].flatMap(() => {
      const { commands } = task({ path: 'publish', server: 'net8.0.22.json' });
      return [variables(commands)['reportPath'], commands.find(({ name }) => name === 'task.uploadsummary')?.message];
    });
    expect(new Set(written).size).toBe(4);
    expect(written.every((path) => path !== undefined && existsSync(path))).toBe(true);
  });

  test('a wrong input is called as the task calls it', () => {
    const issues = task({ path: 'publish', failOn: 'errors' }).commands.filter(({ name }) => name === 'task.logissue');
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('the input failOn: expected error, ')]);
  });

  test('unusable input: the result Failed, no stack', () => {
    const { commands, stdout, stderr } = task({ path: 'nowhere' });
    expect(commands.at(-1)).toMatchObject({ name: 'task.complete', properties: { result: 'Failed' } });
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*\.js/m);
  });
});

/** Values set with `task.setvariable`. */
function variables(commands: ReturnType<typeof runTask>['commands']): Record<string, string> {
  const set = commands.filter(({ name }) => name === 'task.setvariable');
  return Object.fromEntries(set.map(({ properties, message }) => [properties['variable'] ?? '', message]));
}
