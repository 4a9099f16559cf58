import { expect, test } from '@jest/globals';
import { check } from '../../src/check.ts';
import { folderDisk } from '../model/memory-disk.ts';
import { buildImage, machines } from '../windows/image-builder.ts';

const disk = folderDisk(
  'publish',
  new Map([
    ['App.dll', buildImage({ machine: machines.x86, bits: 32, clr: { flags: 1 } })],
    ['App.runtimeconfig.json', Buffer.from('{"runtimeOptions":{"framework":{"name":"Microsoft.AspNetCore.App","version":"10.0.0"}}}')],
    ['web.Release.config', Buffer.from('<configuration/>')],
  ]),
);

const rulesWith = async (expectTransform: boolean) => {
  const report = await check({ artifacts: ['publish'], servers: [], version: '0.0.0', today: '2026-11-24', expectTransform }, disk);
  const [start] = report.starts;
  return [start?.prediction.outcome, (start?.findings ?? []).map(({ rule }) => rule)];
};

test('a web.config that a later step writes is not missed, and what that step reads is no leftover', async () => {
  expect(await rulesWith(false)).toEqual(['undetermined', ['web-config-missing', 'development-leftovers']]);
  expect(await rulesWith(true)).toEqual(['undetermined', []]);
});
