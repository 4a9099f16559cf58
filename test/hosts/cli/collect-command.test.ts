import { describe, expect, test } from '@jest/globals';
import { collectCommand } from '../../../src/hosts/cli/collect-command.ts';
import type { Surroundings } from '../../../src/hosts/cli/surroundings.ts';
import { InputError } from '../../../src/model/input-error.ts';

function surroundings(runPowerShell?: Surroundings['runPowerShell']) {
  const told = { out: '', err: '', files: new Map<string, string>() };
  const refuse = (): never => {
    throw new Error('not part of this test');
  };
  const fake: Surroundings = {
    disk: { kind: refuse, open: refuse, tree: refuse },
    check: refuse,
    version: '0.1.0',
    today: '2026-11-24',
    looks: {},
    print: (text) => {
      told.out += text;
    },
    complain: (text) => {
      told.err += text;
    },
    writeFile: async (file, text) => void told.files.set(file, text),
    ...(runPowerShell === undefined ? {} : { runPowerShell }),
  };
  return { fake, told };
}

describe('collect', () => {
  test('on Windows it prints the manifest of the machine', async () => {
    const { fake, told } = surroundings(async (script) => (script.includes('ConvertTo-Json') ? '{ "manifestVersion": 1 }\n' : ''));
    expect(await collectCommand({ command: 'collect' }, fake)).toBe(0);
    expect(told).toMatchObject({ out: '{ "manifestVersion": 1 }\n', err: '' });
  });

  test('or writes it to the file that was asked for', async () => {
    const { fake, told } = surroundings(async () => '{}\n');
    await collectCommand({ command: 'collect', output: 'web01.json' }, fake);
    expect([...told.files]).toEqual([['web01.json', '{}\n']]);
    expect(told.out).toBe('');
  });

  test('what PowerShell refuses is an error of the input', async () => {
    const { fake } = surroundings(() => Promise.reject(new InputError([{ file: 'powershell.exe', expected: 'x' }])));
    await expect(collectCommand({ command: 'collect' }, fake)).rejects.toThrow(InputError);
  });

  test('a script in a file is named as it will be on the server', async () => {
    const { fake, told } = surroundings();
    await collectCommand({ command: 'collect', output: '/tmp/scripts/describe.ps1' }, fake);
    expect(told.err).toContain('-File describe.ps1 > server.json');
  });

  test('elsewhere it prints the script, and how to use it', async () => {
    const { fake, told } = surroundings();
    expect(await collectCommand({ command: 'collect' }, fake)).toBe(0);
    expect(told.out).toMatch(/^# Describes this server for iis-preflight\./);
    expect(told.err).toContain('powershell -NoProfile -ExecutionPolicy Bypass -File collect.ps1 > server.json');
  });
});
