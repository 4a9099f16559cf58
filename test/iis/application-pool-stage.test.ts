import { describe, expect, test } from '@jest/globals';
import { applicationPoolStage } from '../../src/iis/application-pool-stage.ts';
import { perform, rootTarget, server, shop, startFacts, summary } from './start-facts.ts';

describe('the application pool', () => {
  const passed = { outcome: 'passed' };
  const stopped = { outcome: 'failed', status: '503', rule: 'app-pool-stopped', certainty: 'certain' };
  test.each([
    ['that is started', startFacts({ target: { ...rootTarget, pool: { ...shop, state: 'Started' } } }), passed],
    ['whose state nobody gave', startFacts(), passed],
    ['that is stopped', startFacts({ target: { ...rootTarget, pool: { ...shop, state: 'Stopped' } } }), stopped],
    ['that is stopped, in another case', startFacts({ target: { ...rootTarget, pool: { ...shop, state: 'stopped' } } }), stopped],
    ['without a server', startFacts({ server: undefined }), { outcome: 'unknown', missingFacts: ['iis.appPools'] }],
    [
      'of a server that lists none',
      startFacts({ server: server({ iis: {} }), target: { appPool: 'shop' } }),
      { outcome: 'unknown', missingFacts: ['iis.appPools'] },
    ],
    [
      'nobody named',
      startFacts({ target: { site: 'Default Web Site', poolsListed: true } }),
      { outcome: 'unknown', missingFacts: ['iis.sites'] },
    ],
  ])('%s', (_, facts, expected) => {
    expect(summary(perform(applicationPoolStage, facts))).toEqual(expected);
  });

  test.each([
    [
      'of another name than those described',
      { appPool: 'Shopp', poolsListed: true } as const,
      'is not one of the pools that are described.',
    ],
    ['where none is described', { appPool: 'Shopp' }, 'Application pool "Shopp" is not described.'],
  ])('%s', (_, target, because) => {
    expect(perform(applicationPoolStage, startFacts({ target }))).toMatchObject({
      outcome: 'unknown',
      because: expect.stringContaining(because),
      missingFacts: ['iis.appPools'],
    });
  });

  test('that is stopped is shown as HTTP.sys shows it, with the fact and the command', () => {
    const facts = startFacts({ target: { ...rootTarget, pool: { ...shop, state: 'Stopped' } } });
    expect(perform(applicationPoolStage, facts)).toMatchObject({
      failure: {
        title: 'The service is unavailable.',
        place: { in: 'server', fact: 'iis.appPools[0].state' },
        remedies: [{ side: 'server', snippet: expect.stringContaining('start apppool /apppool.name:"shop"') }],
      },
    });
  });
});
