import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runNode } from './bundle-process.ts';
import { nodes, root } from './nodes.ts';
import { serverManifest, temporaryFolder, writePublishFolder } from './publish-folder.ts';

const folder = temporaryFolder();
const publish = writePublishFolder(join(folder, 'publish'), 'portable-net8.0');

describe.each(nodes)('the library on $name', (node) => {
  test('check and resolveFrameworks', () => {
    const request = { artifacts: [publish], servers: [serverManifest('net6.0.36')] };
    const program = `
      import { check, InputError, resolveFrameworks } from 'iis-preflight';
      const report = await check(${JSON.stringify(request)});
      const refused = await check({ artifacts: ['nowhere'] }).catch((error) => error instanceof InputError);
      const { outcome } = resolveFrameworks({
        mode: 'muxer', hostfxrVersion: '8.0.11', architecture: 'x64', environment: new Map(),
        dotnetRoot: { root: 'C:\\\\dotnet' }, globalRoots: [], otherArchitectures: [],
        application: { directory: 'C:\\\\app', dll: 'App.dll', runtimeConfig: Buffer.from('{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"8.0.0"}}}') },
      });
      console.log(JSON.stringify([report.starts[0].prediction.status, refused, outcome]));`;
    const { stdout, stderr } = runNode(node, ['--input-type=module', '--eval', program], {});
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(['500.31', true, 'unknown']);
  });
});

test('its declarations need nothing but themselves', () => {
  const program = join(folder, 'program.ts');
  writeFileSync(
    program,
    `import { check, type Report, resolveFrameworks } from '${root}dist/library/index.js';
     const report: Report = await check({ artifacts: ['publish'] });
     export const status: string | undefined = report.starts[0]?.prediction.status;
     export const resolve: (request: Parameters<typeof resolveFrameworks>[0]) => { readonly outcome: string } = resolveFrameworks;
     // @ts-expect-error: artifacts are needed
     await check({});\n`,
  );
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023', '--types', ''];
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  expect(execFileSync(process.execPath, [tsc, ...flags, program], { cwd: folder, encoding: 'utf8' })).toBe('');
});
