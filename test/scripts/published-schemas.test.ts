import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { publishedSchemas } from '../../scripts/published-schemas.ts';

test.each([...publishedSchemas])('%s is up to date (node scripts/generate-schemas.ts)', (path, text) => {
  expect(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).toBe(text);
});
