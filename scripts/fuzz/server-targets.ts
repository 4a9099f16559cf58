import type { FuzzTarget, SeedsOf } from './fuzz-target.ts';
import { readConfigurationFile, readServer } from './outcomes.ts';
import { publishedBelow } from './samples.ts';

const dotnetOutput = Buffer.from(
  `Host:
  Version:      8.0.11
  Architecture: x64

.NET runtimes installed:
  Microsoft.AspNetCore.App 8.0.11 [C:\\Program Files\\dotnet\\shared\\Microsoft.AspNetCore.App]
  Microsoft.NETCore.App 8.0.11 [C:\\Program Files\\dotnet\\shared\\Microsoft.NETCore.App]
`,
);

const configuration = Buffer.from(
  `failOn: warning
servers: [servers/web01.json]
applications:
  - { artifact: publish, site: Default Web Site, application: /shop }
suppressions:
  - { rule: shared-framework-missing, reason: known, until: 2026-12-31, server: web01 }
`,
);

/** The manifest that names an applicationHost.config. */
const companion = Buffer.from('{"manifestVersion":1,"iis":{"applicationHostConfig":"applicationHost.config"}}');

const server = (name: string, file: string, mutation: FuzzTarget['mutation'], seeds: readonly Buffer[]): FuzzTarget => ({
  name,
  seeds,
  mutation,
  files: (mutated) => new Map([...publishedBelow('publish'), ['server.json', companion], [file, mutated]]),
  run: (disk) => readServer(disk, file === 'applicationHost.config' ? 'server.json' : file),
});

export function serverTargets(seedsOf: SeedsOf): readonly FuzzTarget[] {
  return [
    server('manifest (JSON)', 'server.json', 'text', seedsOf('manifest.json')),
    server('manifest (YAML)', 'server.yaml', 'text', seedsOf('manifest.yaml')),
    server('applicationHost.config', 'applicationHost.config', 'text', seedsOf('applicationHost.config')),
    server('output of dotnet', 'server.txt', 'text', [dotnetOutput]),
    {
      name: 'configuration (YAML)',
      seeds: [configuration],
      mutation: 'text',
      files: (mutated) => new Map([['iis-preflight.yaml', mutated]]),
      run: (disk) => readConfigurationFile(disk, 'iis-preflight.yaml'),
    },
  ];
}
