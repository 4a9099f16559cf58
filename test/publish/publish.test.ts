import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { publishRecipes } from '../../scripts/publish-recipes.ts';
import type { StartReport } from '../../src/model/report.ts';
import { fixtures, startOf } from './start-of.ts';

/**
 * Servers of fixtures/servers. Pools are of 64 bits and shop is the only one, unless the name says otherwise.
 * The Hosting Bundle brings the runtimes of its own version alone, for x64 and x86.
 */
const [net8, net10, net10x86, patched] = ['publish/net8.json', 'publish/net10.json', 'publish/net10-32bit.json', 'publish/net10.0.12.json'];
const [withRewrite, withoutRewrite] = ['publish/net10-url-rewrite.json', 'publish/net10-without-url-rewrite.json'];
const unknownBitness = 'publish/net10-unknown-bitness.json';
const [net6, arm64, module22] = ['web01-net6-only.json', 'arm64.json', 'module-2.2.json'];

type Row = readonly [artifact: string, server: string, expected: string, rule?: string];

/** By the rules of the module and the host, not by what came out. The rule is that of the finding that ends the start. */
const versions: readonly Row[] = [
  // 6.0, 8.0, 9.0 and 10.0 roll forward to their own minor versions and patches, to nothing else.
  ['net6.0-portable', net6, 'starts'],
  ['net6.0-portable', net8, 'fails 500.31', 'shared-framework-missing'],
  ['net8.0-portable', net8, 'starts'],
  ['net8.0-portable', net10, 'fails 500.31', 'shared-framework-missing'],
  ['net8.0-win-x64', net8, 'starts'],
  ['net8.0-win-x64', net6, 'fails 500.31', 'shared-framework-missing'],
  ['net9.0-portable', net8, 'fails 500.31', 'shared-framework-missing'],
  ['net10.0-portable', net8, 'fails 500.31', 'shared-framework-missing'],
  ['net10.0-portable', net10, 'starts'],
  // The module of 2.2 has one sub-status for all that its shim meets; the host of 2.2 knows no list of frameworks and sees none.
  ['net10.0-portable', module22, 'fails 500.0', 'shared-framework-missing'],
  ['net8.0-roll-forward-major', net8, 'starts'],
  ['net8.0-roll-forward-major', net10, 'starts'],
  ['net8.0-roll-forward-major', net6, 'fails 500.31', 'shared-framework-missing'],
  ['net10.0-pinned-patch', patched, 'starts'],
  ['net10.0-pinned-patch', net10, 'fails 500.31', 'shared-framework-missing'],
  ['net10.0-out-of-process', net10, 'starts'],
  ['net10.0-out-of-process', net8, 'fails 502.5', 'shared-framework-missing'],
  ['net10.0-single-file-out-of-process', net10, 'starts'],
  ['net10.0-single-file-out-of-process', net8, 'fails 502.5', 'shared-framework-missing'],
];

const architectures: readonly Row[] = [
  // A portable application runs in every pool, with the runtime of its bitness.
  ['net10.0-portable', net10x86, 'starts'],
  ['net10.0-portable', arm64, 'starts'],
  // With -r the SDK compiles the assembly for that machine. In-process nobody starts the exe, so only App.dll matters.
  ['net10.0-win-x64', net10, 'starts'],
  ['net10.0-win-x64', net10x86, 'fails 500.30', 'entry-assembly-architecture'],
  ['net10.0-win-x64', arm64, 'fails 500.30', 'entry-assembly-architecture'],
  ['net10.0-win-x64', unknownBitness, 'undetermined'],
  ['net10.0-win-x86', net10x86, 'starts'],
  ['net10.0-win-x86', net10, 'fails 500.30', 'entry-assembly-architecture'],
  // PlatformTarget x86 asks for 32 bits in the CLR header of an assembly that is portable otherwise.
  ['net10.0-x86-assembly', net10x86, 'starts'],
  ['net10.0-x86-assembly', net10, 'fails 500.30', 'entry-assembly-architecture'],
  // A runtime refuses native code for another machine.
  ['net10.0-win-x64-ready-to-run', net10, 'starts'],
  ['net10.0-win-x64-ready-to-run', net10x86, 'fails 500.30', 'entry-assembly-architecture'],
  // Self-contained: nothing is needed of the server but the module and a pool of the right bitness.
  ['net8.0-win-x64-self-contained', net8, 'starts'],
  ['net8.0-win-x64-self-contained', net10, 'starts'],
  ['net8.0-win-x64-self-contained', net10x86, 'fails 500.32', 'hostfxr-not-loadable'],
  ['net10.0-win-x64-self-contained', net8, 'starts'],
  ['net10.0-win-x64-self-contained', net10x86, 'fails 500.32', 'hostfxr-not-loadable'],
  ['net10.0-win-x64-self-contained', arm64, 'fails 500.32', 'hostfxr-not-loadable'],
  ['net10.0-win-x64-self-contained', unknownBitness, 'undetermined'],
  ['net10.0-win-x86-self-contained', net10x86, 'starts'],
  ['net10.0-win-x86-self-contained', net10, 'fails 500.32', 'hostfxr-not-loadable'],
  ['net10.0-win-x64-trimmed', net8, 'starts'],
  ['net10.0-win-x64-trimmed', net10x86, 'fails 500.32', 'hostfxr-not-loadable'],
  // Out-of-process the exe is a process of its own, whatever the pool.
  ['net10.0-single-file-out-of-process', net10x86, 'starts'],
];

/** What looks wrong and works. */
const unusual: readonly Row[] = [
  ['net10.0-extra-arguments', net10, 'starts'],
  ['net10.0-name-with-blank', net10, 'starts'],
  ['net10.0-environment-name', net10, 'starts'],
  ['net10.0-packages', net10, 'starts'],
  ['net10.0-packages', net10x86, 'starts'],
  ['net10.0-slim-builder-with-iis', net10, 'starts'],
  ['net10.0-published-into-itself', net10, 'starts'],
  ['net10.0-rewrite', withRewrite, 'starts'],
];

const mistakes: readonly Row[] = [
  // Without the module's help dotnet gets two arguments, and the first is no dll.
  ['net10.0-name-with-blank-out-of-process', net10, 'fails 502.5', 'application-path-not-runnable'],
  // In-process hosting needs App.dll beside App.exe, in a single file or not.
  ['net10.0-win-x64-single-file', net10, 'fails 500.38', 'application-dll-missing'],
  ['net10.0-win-x64-single-file-self-contained', net10, 'fails 500.38', 'application-dll-missing'],
  ['net10.0-without-dll', net10, 'fails 500.38', 'application-dll-missing'],
  // The frameworks of a program without the web framework are found; the in-process handler is in none of them.
  ['net10.0-console', net10, 'fails 500.33', 'request-handler-missing'],
  ['net10.0-worker', net10, 'fails 500.33', 'request-handler-missing'],
  // Nothing calls the module back.
  ['net10.0-slim-builder', net10, 'fails 500.37', 'iis-integration-absent'],
  ['net10.0-launcher-path', net10, 'fails 500.0', 'launcher-placeholder-left'],
  // Beside App.dll lies App, for the machine that published.
  ['net10.0-exe-of-another-publish', net10, 'fails 500.0', 'executable-for-another-system'],
  ['net10.0-hosting-model-misspelled', net10, 'fails 500.0', 'hosting-model-unknown'],
  ['net10.0-other-dll', net10, 'fails 500.31', 'application-path-not-runnable'],
  // Without frameworks in runtimeconfig.json the host wants hostpolicy.dll beside the application.
  ['net10.0-without-runtimeconfig', net10, 'fails 500.31', 'self-contained-mismatch'],
  ['net10.0-no-build-mix', net10, 'fails 500.31', 'self-contained-mismatch'],
  // It is there, so the handler is found; the handler then asks for it in the folder of dotnet (dotnet/runtime#56968).
  ['net10.0-self-contained-through-dotnet', net10, 'fails 500.30', 'self-contained-started-by-dotnet'],
  // Hosting Bundles since 3.0 bring V2 alone.
  ['net10.0-module-v1', net10, 'fails 500.21', 'handler-module-unregistered'],
  ['net10.0-rewrite', withoutRewrite, 'fails 500.19', 'configuration-section-unknown'],
  ['net10.0-rewrite', net10, 'undetermined'],
];

/** Whether a later step writes the web.config that is not there cannot be known. */
const withoutWebConfig: readonly Row[] = [
  ['net10.0-linux-x64', net10, 'undetermined'],
  ['net10.0-linux-x64-self-contained', net10, 'undetermined'],
  ['net10.0-build-output', net10, 'undetermined'],
];

const rows = [...versions, ...architectures, ...unusual, ...mistakes, ...withoutWebConfig];

const outcome = ({ prediction }: StartReport): string => `${prediction.outcome} ${prediction.status ?? ''}`.trim();
const endedBy = ({ prediction, findings }: StartReport): string | undefined =>
  prediction.finding === undefined ? undefined : findings[prediction.finding]?.rule;

describe('real publish outputs on described servers', () => {
  test.each(rows.map((row) => [row] as const))('%j', async ([artifact, server, expected, rule]) => {
    const result = await startOf(artifact, server);
    expect([outcome(result), endedBy(result)]).toEqual([expected, rule]);
    if (expected === 'starts') expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(withoutWebConfig.map(([artifact]) => artifact))('%s has no web.config', async (artifact) => {
    const { findings } = await startOf(artifact, net10);
    expect(findings.map(({ rule }) => rule)).toContain('web-config-missing');
  });
});

test.each([
  [
    'net10.0-without-runtimeconfig',
    ', because App.runtimeconfig.json is not there,',
    'Publish again and deploy the whole output; App.runtimeconfig.json',
  ],
  ['net10.0-no-build-mix', 'for self-contained, but', 'Publish in one step'],
])('%s says why the host takes it for self-contained', async (artifact, reason, remedy) => {
  const { prediction, findings } = await startOf(artifact, net10);
  const { message = '', remedies = [] } = findings[prediction.finding ?? -1] ?? {};
  expect(message).toContain(reason);
  expect(remedies[0]?.text).toMatch(new RegExp(`^${remedy}`));
});

describe('the fixtures', () => {
  const names = publishRecipes.map(({ name }) => name).sort();

  test('every recipe has its fixture, and every fixture its recipe', () => {
    expect(readdirSync(join(fixtures, 'publish')).sort()).toEqual(names);
  });

  test('every fixture is looked at', () => {
    expect([...new Set(rows.map(([artifact]) => artifact))].sort()).toEqual(names);
  });

  test('every fixture is described', () => {
    const readme = readFileSync(join(fixtures, 'README.md'), 'utf8');
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
