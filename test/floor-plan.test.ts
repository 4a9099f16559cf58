import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { circlesIn } from './floor-plan/circles.ts';
import { importedFiles } from './floor-plan/imports.ts';
import { testFolders, topLevel } from './floor-plan/rooms.ts';
import { emptyName, violationsIn } from './floor-plan/violations.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Files below a folder of the repository, relative to it, with `/`. */
function filesBelow(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(root.length + folder.length + 1));
}

describe('the floor plan holds', () => {
  test('in every file of src', () => {
    const files = filesBelow('src');
    const found = files.flatMap((path) =>
      violationsIn(path, readFileSync(`${root}src/${path}`, 'utf8')).map((problem) => `${path} ${problem}`),
    );
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(200);
  });

  test('in the imports of all code, which go in no circle', () => {
    const files = ['src', 'test', 'scripts', 'bench'].flatMap((folder) => filesBelow(folder).map((path) => `${folder}/${path}`));
    const code = files.filter((path) => path.endsWith('.ts'));
    expect(circlesIn(new Map(code.map((path) => [path, importedFiles(path, readFileSync(`${root}${path}`, 'utf8'))])))).toEqual([]);
  });

  test.each(['test', 'scripts', 'bench'])('in the names of %s', (folder) => {
    expect(filesBelow(folder).filter((path) => emptyName(path) !== undefined)).toEqual([]);
  });

  test('in the folders of test, which are those of src', () => {
    const folders = readdirSync(`${root}test`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !testFolders.has(name))).toEqual([]);
  });

  test('at the top of the repository', () => {
    const notOurs = new Set(['.git', 'node_modules', 'build', 'coverage', '.DS_Store']);
    expect(readdirSync(root).filter((name) => !topLevel.has(name) && !notOurs.has(name))).toEqual([]);
  });
});

describe('the floor plan notices', () => {
  test.each([
    ['model/stage.ts', `import { pathKey } from '../windows/paths.ts';`, 'model imports windows/paths.ts'],
    ['iis/site.ts', `import type { Version } from '../dotnet/fx-version.ts';`, 'iis imports dotnet/fx-version.ts'],
    ['dotnet/host.ts', `export * from '../ancm/event-log.ts';`, 'dotnet imports ancm/event-log.ts'],
    ['windows/paths.ts', `export { stages } from '../startup/stages.ts';`, 'windows imports startup/stages.ts'],
    ['ancm/log.ts', `const { disk } = await import(/* webpackMode: "eager" */ '../hosts/disk.ts');`, 'ancm imports hosts/disk.ts'],
    ['report/text.ts', `type D = import('../hosts/disk.ts').D;`, 'report imports hosts/disk.ts'],
    ['startup/walk.ts', `import { check } from '../check.ts';`, 'startup imports check.ts'],
    ['check.ts', `import { disk } from './hosts/disk.ts';`, 'check.ts imports hosts/disk.ts'],
    ['iis/path.ts', `export const cut = (path: string) => path.replace(/[\\\\/]+$/, '');`, 'looks for the end of a run with /[\\\\/]+$/'],
    ['iis/path.ts', `export const cut = (path: string) => path.replace(/\\/*$/, '');`, 'looks for the end of a run with /\\/*$/'],
    ['hosts/cli/run.ts', `import { annotate } from '../github/annotate.ts';`, 'hosts/cli imports hosts/github/annotate.ts'],
    ['hosts/azure/run.ts', `import * as core from '@actions/core';`, 'hosts/azure imports @actions/core, which only hosts/github may'],
    [
      'hosts/github/run.ts',
      `import tl from 'azure-pipelines-task-lib/task.js';`,
      'hosts/github imports azure-pipelines-task-lib/task.js, which only hosts/azure may',
    ],
    ['model/stage.ts', `import * as v from 'valibot';`, 'model imports valibot, which only configuration and report and server may'],
    ['iis/site.ts', `import { parse } from 'yaml/browser';`, 'iis imports yaml/browser, which only hosts/cli and server may'],
    ['server/read-server.ts', `import axios from 'axios';`, 'server imports axios, a package that no room may'],
    [
      'advice/web-garden.ts',
      `import { x } from './idle-timeout.ts';`,
      'imports the rule advice/idle-timeout.ts, which only advice/advise.ts may',
    ],
    ['server/read-server.ts', `import { readFileSync } from 'node:fs';`, 'server imports node:fs, which only a host may'],
    ['server/read-server.ts', `import { readFileSync } from 'fs';`, 'server imports fs, which is a module of Node without node:'],
    ['artifact/zip.ts', `const fs = require('node:fs');`, 'artifact imports node:fs, which only a host may'],
    ['artifact/zip.ts', `await import(/* webpackMode: "eager" */ name);`, 'imports a module whose name is not written out'],
    ['advice/advise.ts', `const on = process.env['DEBUG'];`, 'uses process.env'],
    ['advice/advise.ts', `const today = new Date();`, 'asks the clock'],
    ['advice/advise.ts', `const today = Date.now();`, 'asks the clock'],
    ['ancm/log.ts', `console.log('here');`, 'uses console'],
    ['source/locate.ts', `await fetch(url);`, 'uses fetch'],
    ['source/locate.ts', `import { x } from '../attic/x.ts';`, 'source imports attic/x.ts, which is in no room'],
    ['source/locate.ts', `await import('./anchors.ts');`, 'imports on demand without webpackMode "eager"'],
    ['attic/x.ts', '', 'is in no room'],
    ['x.ts', '', 'is in no room'],
    ['iis/pools/pool.ts', '', 'is in no room'],
    ['iis/path-utils.ts', '', 'has a name that says nothing about its content'],
    ['iis/pool-manager.ts', '', 'has a name that says nothing about its content'],
    ['iis/pool.ts', 'export interface IPool {}', 'names an interface IPool'],
    ['iis/pool.ts', '\n'.repeat(251), 'has 251 lines'],
  ])('%s: %s', (path, text, problem) => {
    expect(violationsIn(path, text)).toEqual([problem]);
  });
});

describe('circles', () => {
  test.each([
    [
      'of two files, one by type alone',
      { 'a.ts': `import type { B } from './b.ts';`, 'b.ts': `import { a } from './a.ts';` },
      ['a.ts -> b.ts -> a.ts'],
    ],
    [
      'behind a file that is in none',
      { 'x/top.ts': `import '../b.ts';`, 'b.ts': `export * from './c.ts';`, 'c.ts': `type B = import('./b.ts').B;` },
      ['b.ts -> c.ts -> b.ts'],
    ],
    ['of a file with itself', { 'a.ts': `const a = await import('./a.ts');` }, ['a.ts -> a.ts']],
    ['not where two ways lead to one file', { 'a.ts': `import './b.ts'; import './c.ts';`, 'b.ts': `import './c.ts';`, 'c.ts': '' }, []],
  ])('%s', (_, files: Readonly<Record<string, string>>, circles) => {
    expect(circlesIn(new Map(Object.entries(files).map(([path, text]) => [path, importedFiles(path, text)])))).toEqual(circles);
  });
});

describe('the floor plan is silent about', () => {
  test.each([
    ['ancm/log.ts', `import { hresult } from '../model/startup-failure.ts'; import { pathKey } from '../windows/paths.ts';`],
    ['advice/advise.ts', `import { idleTimeout } from './idle-timeout.ts';`],
    ['advice/web-garden.ts', `import { poolFact } from './pool-variable.ts'; import { parse } from 'jsonc-parser';`],
    ['artifact/zip.ts', `import { inflateRawSync } from 'node:zlib';`],
    ['hosts/github/run.ts', `import * as core from '@actions/core'; import { disk } from '../disk.ts'; process.exitCode = 1;`],
    ['hosts/disk.ts', `import { open } from 'node:fs/promises';`],
    ['ancm/shutdown-delay.ts', 'export const of = (process: Process) => process.known;'],
    ['ancm/shutdown-delay.ts', `export const day = new Date('2026-01-01');`],
    ['iis/pool.ts', 'export interface IisFacts { readonly console: string }'],
    ['iis/pool.ts', '\n'.repeat(250)],
  ])('%s: %s', (path, text) => {
    expect(violationsIn(path, text)).toEqual([]);
  });
});
