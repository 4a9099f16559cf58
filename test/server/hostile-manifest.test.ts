import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../src/model/input-error.ts';
import { readManifest } from './read-manifest.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/servers/${name}`, import.meta.url), 'utf8');

/** Reading ends with facts or with problems that name the file; anything else is a bug. */
async function endsWell(content: string | Uint8Array, file: string): Promise<void> {
  try {
    const server = await readManifest(content, file);
    for (const { line, column } of server.manifest.positions.values()) expect(Math.min(line, column)).toBeGreaterThan(0);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const problem of error.problems) expect(problem.file).toBe(file);
  }
}

/** A text with a few pieces cut out, doubled or replaced. */
const mutationsOf = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.nat(30),
        fc.constantFrom('', '{', '[', '"', ':', ',', '\n', '- ', '&a ', '*a', '\t', '\ufeff', '\0', '1e999', '🚀'),
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((cuts) => cuts.reduce((changed, [at, length, piece]) => changed.slice(0, at) + piece + changed.slice(at + length), text));

describe('any bytes end in facts or in an input error', () => {
  test.each(['server.json', 'server.yaml'])('%s', async (file) => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => endsWell(bytes, file)));
  });

  test.each([
    ['web01-net8.json', 'server.json'],
    ['web01-net8.json', 'server.yaml'],
    ['web01-net9.yaml', 'server.yaml'],
    ['short-form.yaml', 'server.yaml'],
  ])('%s with pieces changed, read as %s', async (name, file) => {
    await fc.assert(fc.asyncProperty(mutationsOf(fixture(name)), (text) => endsWell(text, file)));
  });

  test('any JSON value', async () => {
    await fc.assert(fc.asyncProperty(fc.json({ maxDepth: 6 }), (text) => endsWell(text, 'server.json')));
  });
});
