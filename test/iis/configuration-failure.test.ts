import { describe, expect, test } from '@jest/globals';
import { configurationFailure } from '../../src/iis/configuration-failure.ts';
import { artifact, startFacts } from './start-facts.ts';
import { elementOf } from './web-config-check.ts';

describe('a failure of the configuration', () => {
  const problem = { rule: 'web-config-malformed', message: 'm', evidence: ['e'], remedies: [] } as const;

  test('is certain, without a code and without a line, unless the problem says otherwise', () => {
    const failure = configurationFailure(startFacts(), problem);
    expect(failure).toEqual({
      ...problem,
      severity: 'error',
      certainty: 'certain',
      status: '500.19',
      title: 'Internal Server Error',
      place: { in: 'artifact', file: 'web.config' },
    });
  });

  test('takes certainty, code and line from the problem', () => {
    const failure = configurationFailure(startFacts(), {
      ...problem,
      certainty: 'likely',
      hresult: '0x8007000d',
      position: { line: 3, column: 5 },
    });
    expect(failure).toMatchObject({ certainty: 'likely', hresult: '0x8007000d', place: { line: 3, column: 5 } });
  });

  test('names the file as the artifact does', () => {
    const named = artifact('<configuration />', {
      webConfig: {
        state: 'read',
        path: 'publish/web.config',
        root: elementOf('<configuration />'),
      },
    });
    expect(configurationFailure({ ...startFacts(), artifact: named }, problem).place).toEqual({
      in: 'artifact',
      file: 'publish/web.config',
    });
    expect(configurationFailure(startFacts({ webConfig: undefined }), problem).place).toEqual({ in: 'artifact', file: 'web.config' });
  });
});
