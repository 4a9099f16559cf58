import { expect, test } from '@jest/globals';
import { inputNotices } from '../../src/report/input-notices.ts';
import { artifact, server } from '../ancm/start-facts.ts';

test('what the readers noted about artifacts and servers', () => {
  const read = artifact('<configuration/>', {});
  const noted = { ...read, label: 'drop/shop', notes: ['big.deps.json was not read.'] };
  expect(inputNotices([read, noted], [server, { ...server, notes: ['Hosting bundle 8.0.99 is not known.'] }])).toEqual([
    { message: 'drop/shop: big.deps.json was not read.' },
    { message: 'web01: Hosting bundle 8.0.99 is not known.', location: { file: 'web01.json' } },
  ]);
});
