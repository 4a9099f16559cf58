import { describe, expect, test } from '@jest/globals';
import { frameworkPlace } from '../../src/ancm/framework-place.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';

const config = `{
  "runtimeOptions": {
    "frameworks": [
      { "name": "Microsoft.NETCore.App", "version": "8.0.0" },
      { "name": "Microsoft.AspNetCore.App", "version": "8.0.0" }
    ]
  }
}`;

const artifact = (contents: ReadonlyMap<string, Uint8Array>): PublishArtifact => ({
  name: 'publish',
  shape: 'folder',
  root: '',
  otherRoots: [],
  files: new Map(),
  images: new Map(),
  contents,
  webConfig: { state: 'absent' },
  notes: [],
});

describe('the line that asks for a framework', () => {
  const read = artifact(new Map([['app.runtimeconfig.json', new TextEncoder().encode(config)]]));
  test('is that of its name', () => {
    expect(frameworkPlace(read, 'App.runtimeconfig.json', 'Microsoft.AspNetCore.App')).toEqual({
      in: 'artifact',
      file: 'App.runtimeconfig.json',
      line: 5,
      column: 17,
    });
  });
  test('a framework that the file does not name', () => {
    expect(frameworkPlace(read, 'App.runtimeconfig.json', 'Contoso.App')).toEqual({ in: 'artifact', file: 'App.runtimeconfig.json' });
  });
  test('a file that was not read', () => {
    expect(frameworkPlace(artifact(new Map()), 'App.runtimeconfig.json', 'Microsoft.NETCore.App')).toEqual({
      in: 'artifact',
      file: 'App.runtimeconfig.json',
    });
  });
});
