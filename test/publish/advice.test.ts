import { describe, expect, test } from '@jest/globals';
import { startOf } from './start-of.ts';

/** The newest patches that the data know, or later ones. */
const [patched, net8, net10] = ['publish/net10.0.12.json', 'publish/net8.json', 'publish/net10.json'];

/** [fixture, server, rules]: everything that is said, in any order. Most of it would be noise. */
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['net10.0-portable', patched, []],
  ['net10.0-win-x64', patched, []],
  ['net10.0-win-x64-ready-to-run', patched, []],
  ['net10.0-pinned-patch', patched, []],
  ['net10.0-out-of-process', patched, []],
  ['net10.0-single-file-out-of-process', patched, []],
  ['net10.0-slim-builder-with-iis', patched, []],
  ['net10.0-extra-arguments', patched, []],
  ['net10.0-name-with-blank', patched, []],
  ['net10.0-environment-name', patched, []],
  // Native files for other systems, and for the other bitness, are never loaded.
  ['net10.0-packages', patched, []],
  // Self-contained applications need no runtime of the server, old or new; trimmed ones lack most of theirs.
  ['net10.0-win-x64-self-contained', net8, []],
  ['net10.0-win-x64-trimmed', net8, []],
  ['net10.0-portable', net10, ['runtime-patch-behind']],
  ['net10.0-published-into-itself', patched, ['application-nested']],
  // What runs is .NET 10, so it does not matter that support of 8.0 has ended.
  ['net8.0-roll-forward-major', patched, ['framework-rolled-forward']],
  ['net8.0-roll-forward-major', net8, ['framework-end-of-support', 'runtime-patch-behind']],
  ['net8.0-win-x64-self-contained', patched, ['framework-end-of-support']],
  ['net10.0-build-output', patched, ['web-config-missing']],
  ['net10.0-linux-x64', patched, ['published-for-another-system', 'web-config-missing']],
  ['net10.0-linux-x64-self-contained', patched, ['published-for-another-system', 'web-config-missing']],
];

describe('what is said of real publish outputs', () => {
  test.each(rows)('%s on %s', async (artifact, server, expected) => {
    const { findings } = await startOf(artifact, server);
    expect(findings.map(({ rule }) => rule).toSorted()).toEqual(expected);
  });
});

describe('a later step writes web.config', () => {
  test.each([
    // The host refuses these whatever web.config says, as long as the SDK wrote it.
    ['net10.0-build-output', net8, 'fails', 'shared-framework-missing'],
    ['net10.0-linux-x64', net8, 'fails', 'shared-framework-missing'],
    // libhostpolicy.so is there, hostpolicy.dll is not.
    ['net10.0-linux-x64-self-contained', net10, 'fails', 'self-contained-mismatch'],
    ['net10.0-build-output', net10, 'undetermined', undefined],
    ['net10.0-linux-x64', net10, 'undetermined', undefined],
  ])('%s on %s: %s', async (artifact, server, outcome, rule) => {
    const { prediction, findings } = await startOf(artifact, server, { expectTransform: true });
    expect([prediction.outcome, prediction.status]).toEqual([outcome, undefined]);
    expect(prediction.finding === undefined ? undefined : findings[prediction.finding]?.rule).toBe(rule);
    expect(findings.map((finding) => finding.rule)).not.toContain('web-config-missing');
  });
});
