import { expect, test } from '@jest/globals';
import { inputNotices, mappingNotices } from '../../src/report/input-notices.ts';
import { artifact, server } from '../ancm/start-facts.ts';

test('what the readers noted about artifacts and servers', () => {
  const read = artifact('<configuration/>', {});
  const noted = { ...read, label: 'drop/shop', notes: ['big.deps.json was not read.'] };
  expect(inputNotices([read, noted], [server, { ...server, notes: ['Hosting bundle 8.0.99 is not known.'] }])).toEqual([
    { message: 'drop/shop: big.deps.json was not read.' },
    { message: 'web01: Hosting bundle 8.0.99 is not known.', location: { file: 'web01.json' } },
  ]);
});

const at = { file: 'iis-preflight.json', line: 3, column: 5 };
const shop = { ...artifact('<configuration/>', {}), name: 'out/shop' };

test.each([
  ['a mapping for an artifact of the run', [{ artifact: './out/shop', at }], []],
  [
    'a name that no artifact has, while one has no mapping',
    [{ artifact: 'out/shpo', at }],
    ['No artifact of this run is called out/shpo, and the file does not say where out/shop goes.'],
  ],
  [
    'a mapping for another run',
    [
      { artifact: 'out/shop', at },
      { artifact: 'out/admin', at },
    ],
    [],
  ],
  [
    'a name that no server has',
    [
      { artifact: 'out/shop', at },
      { artifact: 'out/shop', server: 'web2', at },
    ],
    ['No server of this run is called web2, so out/shop is not checked for it.'],
  ],
])('%s', (_, mappings, expected) => {
  expect(mappingNotices(mappings, [shop], [server])).toEqual(expected.map((message) => ({ message, location: at })));
});

test('without a server there is none to be misspelt', () => {
  expect(mappingNotices([{ artifact: 'out/shop', server: 'web2', at }], [shop], [])).toEqual([]);
});
