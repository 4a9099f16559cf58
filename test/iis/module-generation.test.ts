import { describe, expect, test } from '@jest/globals';
import { moduleGeneration } from '../../src/iis/module-generation.ts';
import { startFacts } from '../ancm/start-facts.ts';

/** File versions count ten on top of the product's major version, and from 3.1 on carry its patch (dotnet-facts.md §1). */
describe('version 2', () => {
  const rows: readonly (readonly [string, object])[] = [
    ['12.2.19109.5', { major: 2, minor: 2, patch: 5, known: true }],
    ['13.1.20074.3', { major: 3, minor: 1, patch: 3, known: true }],
    ['18.0.24201.8', { major: 8, minor: 0, patch: 8, known: true }],
    ['20.0.25323.1', { major: 10, minor: 0, patch: 1, known: true }],
    ['18.0.24201', { major: 8, minor: 0, known: true }],
    ['18', { major: 8, minor: 0, known: true }],
    ['unreadable', { major: 10, minor: 0, known: false }],
  ];
  test.each(rows)('%s', (version, expected) => {
    const { server } = startFacts('', {}, { module: version });
    expect(moduleGeneration('AspNetCoreModuleV2', server)).toEqual({ module: 'AspNetCoreModuleV2', ...expected });
  });

  test('nobody said: a current one', () => {
    expect(moduleGeneration('AspNetCoreModuleV2', undefined)).toMatchObject({ major: 10, known: false });
  });
});

describe('version 1 is as old as the bundle', () => {
  const rows: readonly (readonly [string | undefined, object])[] = [
    ['2.1.30', { major: 2, minor: 1, patch: 30 }],
    ['1.1.13', { major: 1, minor: 1, patch: 13 }],
    ['2.2.8', { major: 2, minor: 2, patch: 8 }],
    ['8.0.22', { major: 2, minor: 2 }],
    [undefined, { major: 2, minor: 2 }],
  ];
  test.each(rows)('%s', (hostingBundle, expected) => {
    const { server } = startFacts('', {}, { server: hostingBundle === undefined ? {} : { hostingBundle } });
    expect(moduleGeneration('AspNetCoreModule', server)).toEqual({ module: 'AspNetCoreModule', known: true, ...expected });
  });
});
