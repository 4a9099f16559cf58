import { describe, expect, test } from '@jest/globals';
import { locateFinding } from '../../src/source/locate.ts';
import { contextOf, exampleRepository, finding, lineOf } from './checkout.ts';
import { shop } from './example-findings.ts';
import { oneProject } from './one-project-findings.ts';
import { otherRepositories } from './repository-findings.ts';

describe('finds the committed line', () => {
  test.each([...oneProject, ...otherRepositories])('$repository: $name', async (row) => {
    const files = exampleRepository(row.repository);
    const [file, text] = row.expected ?? [];
    const expected = file === undefined ? undefined : text === undefined ? { file } : lineOf(files, file, text);
    expect(locateFinding(row.finding, await contextOf(files, row.artifact))).toEqual(expected);
  });
});

describe('finds nothing where two projects could have made the artifact', () => {
  const rows = [
    ...oneProject.filter(({ expected }) => expected !== undefined),
    ...otherRepositories.filter(({ expected }) => expected !== undefined),
  ];
  test.each(rows)('$repository: $name', async ({ repository, finding: one, artifact }) => {
    const files = exampleRepository(repository);
    const copies = Object.entries(files).map(([path, content]) => [`copy/${path}`, content] as const);
    expect(locateFinding(one, await contextOf({ ...files, ...Object.fromEntries(copies) }, artifact))).toBeUndefined();
  });

  test('the example of two projects of one name', async () => {
    const context = await contextOf(exampleRepository('two-web-projects'), shop('win-x86'));
    for (const rule of ['hostfxr-not-loadable', 'shared-framework-missing', 'application-dll-missing'] as const) {
      expect(locateFinding(finding(rule), context)).toBeUndefined();
    }
  });
});
