import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { root } from './nodes.ts';

const read = (path: string): string => readFileSync(`${root}dist/${path}`, 'utf8');

/** Packages whose code each bundle has, at least. */
const licensed: Readonly<Record<string, readonly string[]>> = {
  cli: ['jsonc-parser', 'saxes', 'valibot', 'yaml', 'yauzl'],
  library: ['jsonc-parser', 'saxes', 'valibot', 'yaml', 'yauzl'],
  github: ['@actions/core', '@actions/github', 'saxes', 'valibot', 'yauzl'],
  azure: ['azure-pipelines-task-lib', 'saxes', 'valibot', 'yauzl'],
};

describe.each(Object.keys(licensed))('dist/%s', (folder) => {
  test('is one file of code, and files that it loads when they are asked for', () => {
    const others = readdirSync(`${root}dist/${folder}`).filter((name) => name.endsWith('js') && name !== 'index.js');
    const asked = [...read(`${folder}/index.js`).matchAll(/__nccwpck_require__\.e\((?:\/\*[^*]*\*\/ )?(\d+)\)/g)];
    expect(others).toEqual([...new Set(asked.map(([, number]) => `${number}.index.js`))].sort());
    if (folder === 'cli' || folder === 'library') expect(others).toEqual([]);
    expect(JSON.parse(read(`${folder}/package.json`))).toEqual({ type: 'module' });
  });

  test('names no folder of the machine it was made on', () => {
    for (const name of readdirSync(`${root}dist/${folder}`).filter((file) => file.endsWith('.js')))
      expect(read(`${folder}/${name}`)).not.toMatch(/\/(?:home|root|work|tmp|Users)\/[\w.-]+\/(?:node_modules|build|src)\b/);
  });

  test('comes with the licences of what is in it', () => {
    const names = read(`${folder}/licenses.txt`).split('\n');
    for (const name of licensed[folder] ?? []) expect(names).toContain(name);
  });
});

test('the two SDKs are in a bundle each, and in no other', () => {
  const has = (folder: string, name: string): boolean => read(`${folder}/licenses.txt`).split('\n').includes(name);
  const folders = Object.keys(licensed);
  expect(folders.filter((folder) => has(folder, '@actions/core'))).toEqual(['github']);
  expect(folders.filter((folder) => has(folder, 'azure-pipelines-task-lib'))).toEqual(['azure']);
});
