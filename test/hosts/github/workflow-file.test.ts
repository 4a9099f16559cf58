import { expect, test } from '@jest/globals';
import { workflowFile } from '../../../src/hosts/github/workflow-file.ts';

test.each([
  ['contoso/shop/.github/workflows/deploy.yml@refs/heads/main', 'contoso/shop', '.github/workflows/deploy.yml'],
  ['Contoso/Shop/.github/workflows/a@b.yml@refs/pull/7/merge', 'contoso/shop', '.github/workflows/a'],
  ['contoso/central/.github/workflows/deploy.yml@refs/heads/main', 'contoso/shop', undefined],
  ['contoso/shop/', 'contoso/shop', undefined],
  ['', 'contoso/shop', undefined],
  [undefined, 'contoso/shop', undefined],
  ['contoso/shop/.github/workflows/deploy.yml@main', undefined, undefined],
])('%s of %s is %s', (reference, repository, expected) => {
  expect(workflowFile(reference, repository)).toBe(expected);
});
