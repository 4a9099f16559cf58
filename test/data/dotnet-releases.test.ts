import { statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { channelOf, dataDate, dotnetReleases, newestRelease, releaseOf } from '../../src/data/dotnet-releases.ts';

describe('the release data', () => {
  test('are small and dated', () => {
    expect(statSync(new URL('../../src/data/dotnet-releases.json', import.meta.url)).size).toBeLessThan(60_000);
    expect(dataDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('list every channel once, its releases newest first and within it', () => {
    expect(new Set(dotnetReleases.map(({ channel }) => channel)).size).toBe(dotnetReleases.length);
    for (const { channel, releases, endOfSupport } of dotnetReleases) {
      expect(releases.length).toBeGreaterThan(0);
      expect(endOfSupport ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      const patches = releases.map(({ version }) => version).filter((version) => !version.includes('-'));
      for (const version of patches) expect(version.startsWith(`${channel}.`)).toBe(true);
      expect(patches).toEqual(patches.toSorted((a, b) => Number(b.split('.')[2]) - Number(a.split('.')[2])));
      expect(new Set(patches).size).toBe(patches.length);
    }
  });

  // The file version of the module is 10 + major version (dotnet/aspnetcore:eng/Versions.props).
  test('give every module the version of its channel', () => {
    for (const { channel, releases } of dotnetReleases) {
      const [major, minor] = channel.split('.');
      for (const { module } of releases) if (module !== undefined) expect(module.startsWith(`${10 + Number(major)}.${minor}.`)).toBe(true);
    }
  });

  // Versions from github.com/dotnet/core, release-notes.
  test.each([
    ['8.0.11', '18.0.24295.11'],
    ['2.2.8', '12.2.19109.5'],
    ['3.1.32', '13.1.22321.32'],
    ['9.0.18', '19.0.26174.18'],
  ])('know the module of %s', (version, module) => {
    expect(releaseOf(version)).toMatchObject({ version, module });
  });

  test('find a preview by the versions of its parts', () => {
    for (const version of ['8.0.0-rc.1', '8.0.0-rc.1.23419.4', '8.0.0-rc.1.23421.29'])
      expect(releaseOf(version)?.version).toBe('8.0.0-rc.1');
  });

  test.each([
    ['10.0.1', '10.0'],
    ['8.0.999', '8.0'],
    ['2.2.0-preview3-35497', '2.2'],
    ['80.0.1', undefined],
    ['8', undefined],
    ['', undefined],
  ])('the channel of %j is %j', (version, channel) => {
    expect(channelOf(version)?.channel).toBe(channel);
  });

  test('know what was never released, and the newest that was', () => {
    const channel = channelOf('8.0.0');
    expect(channel?.neverReleased).toContain('8.0.9');
    expect(releaseOf('8.0.9')).toBeUndefined();
    expect(channel && newestRelease(channel)?.version).toBe('8.0.29');
    const preview = channelOf('11.0.0');
    expect(preview && newestRelease(preview)).toBeUndefined();
  });
});
