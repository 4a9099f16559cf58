import { describe, expect, test } from '@jest/globals';
import { startOf } from './start-of.ts';

/**
 * Mistakes that no server makes good: [fixture, status, rule]. The status is that of a module of 3.0 or later, with every framework there;
 * as neither is known, it is likely, not certain.
 */
const fatal: readonly (readonly [string, string, string])[] = [
  ['net10.0-win-x64-single-file', '500.38', 'application-dll-missing'],
  ['net10.0-win-x64-single-file-self-contained', '500.38', 'application-dll-missing'],
  ['net10.0-without-dll', '500.38', 'application-dll-missing'],
  ['net10.0-launcher-path', '500.0', 'launcher-placeholder-left'],
  ['net10.0-exe-of-another-publish', '500.0', 'executable-for-another-system'],
  ['net10.0-hosting-model-misspelled', '500.0', 'hosting-model-unknown'],
  ['net10.0-other-dll', '500.31', 'application-path-not-runnable'],
  ['net10.0-without-runtimeconfig', '500.31', 'self-contained-mismatch'],
  ['net10.0-no-build-mix', '500.31', 'self-contained-mismatch'],
  ['net10.0-self-contained-through-dotnet', '500.30', 'self-contained-started-by-dotnet'],
  ['net10.0-console', '500.33', 'request-handler-missing'],
  ['net10.0-worker', '500.33', 'request-handler-missing'],
  ['net10.0-slim-builder', '500.37', 'iis-integration-absent'],
  ['net10.0-name-with-blank-out-of-process', '502.5', 'application-path-not-runnable'],
];

/** Some server starts these, so without one nothing is said about the start; the healthy ones give no error, these mistakes neither. */
const open = [
  'net6.0-portable',
  'net8.0-portable',
  'net10.0-portable',
  'net10.0-win-x64',
  'net10.0-win-x86',
  'net10.0-win-x64-ready-to-run',
  'net10.0-x86-assembly',
  'net10.0-win-x64-self-contained',
  'net10.0-win-x86-self-contained',
  'net10.0-win-x64-trimmed',
  'net10.0-out-of-process',
  'net10.0-single-file-out-of-process',
  'net10.0-packages',
  'net10.0-rewrite',
  'net10.0-pinned-patch',
  'net10.0-published-into-itself',
  'net10.0-slim-builder-with-iis',
  'net10.0-name-with-blank',
  // Servers with the modules V1 and V2 exist.
  'net10.0-module-v1',
  // A later step may write web.config.
  'net10.0-build-output',
  'net10.0-linux-x64',
  'net10.0-linux-x64-self-contained',
];

describe('real publish outputs without a description of the server', () => {
  test.each(fatal)('%s likely fails with %s', async (artifact, status, rule) => {
    const { prediction, findings } = await startOf(artifact);
    expect(prediction).toMatchObject({ outcome: 'fails', certainty: 'likely', status });
    expect(prediction.finding === undefined ? undefined : findings[prediction.finding]?.rule).toBe(rule);
  });

  test.each(open)('%s is left open', async (artifact) => {
    const { prediction, findings } = await startOf(artifact);
    expect(prediction).toMatchObject({ outcome: 'undetermined' });
    expect(prediction).not.toHaveProperty('status');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
