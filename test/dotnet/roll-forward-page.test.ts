import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { resolveFrameworks } from '../../src/dotnet/resolve-frameworks.ts';

const page = readFileSync(new URL('../../docs/roll-forward.md', import.meta.url), 'utf8');

/** The cells of the table whose head begins with `asked for | installed`. */
function table(): { readonly settings: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith('| asked for | installed |'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const cells = lines.slice(start, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [head = [], , ...rows] = cells;
  return { settings: head.slice(2).map((name) => name.replaceAll('`', '')), rows };
}

function resolved(asked: string, installed: string, rollForward: string): string {
  const runtimeOptions = { rollForward, framework: { name: 'Microsoft.NETCore.App', version: asked } };
  const versions = installed.split(', ').map((version) => ({ version, complete: true }));
  const result = resolveFrameworks({
    mode: 'muxer',
    hostfxrVersion: '10.0.0',
    dotnetRoot: { root: 'C:\\Program Files\\dotnet', frameworks: new Map([['Microsoft.NETCore.App', versions]]) },
    globalRoots: [],
    otherArchitectures: [],
    architecture: 'x64',
    application: { directory: 'C:\\app', dll: 'App.dll', runtimeConfig: new TextEncoder().encode(JSON.stringify({ runtimeOptions })) },
    environment: new Map(),
  });
  return result.outcome === 'resolved' ? (result.frameworks[0]?.version ?? '') : '–';
}

describe('the table of docs/roll-forward.md is what the host does', () => {
  const { settings, rows } = table();
  test('it has all settings but Disable', () => {
    expect(settings).toEqual(['LatestPatch', 'Minor', 'LatestMinor', 'Major', 'LatestMajor']);
    expect(rows.length).toBeGreaterThan(4);
  });
  test.each(rows.map((row) => [row.join(' | '), row] as const))('%s', (_, [asked = '', installed = '', ...expected]) => {
    expect(settings.map((setting) => resolved(asked, installed, setting))).toEqual(expected);
  });
});
