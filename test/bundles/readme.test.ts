import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { runBundle } from './bundle-process.ts';
import { nodes, root } from './nodes.ts';

/** Commands of README.md that name their input, each with the output shown below it, if there is one. */
const shown = [
  ...readFileSync(`${root}README.md`, 'utf8').matchAll(
    /```sh\nnode dist\/cli\/index\.js (.* fixtures\/.*)\n```\n(?:\n```text\n([\s\S]*?)```)?/g,
  ),
].map(([, command = '', output = '']) => ({ command, lines: output.split('\n').filter((line) => line !== '') }));

test.each(shown)('README: $command', ({ command, lines }) => {
  for (const node of nodes) {
    const { exitCode, stdout, stderr } = runBundle(node, 'cli', { arguments: command.split(' ') });
    // Lines may be added as time goes by, such as the end of support; none of those shown may go.
    const printed = stdout.split('\n');
    expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
    expect({ exitCode, stderr }).toEqual({ exitCode: lines.length > 0 ? 1 : 0, stderr: '' });
  }
});

test('README shows a start that fails and one that does not', () => {
  expect(shown.map(({ lines }) => lines.length > 0)).toEqual([true, false]);
});
