import { describe, expect, test } from '@jest/globals';
import { attributeValue } from '../../src/iis/attribute-value.ts';
import { collectionEntries } from '../../src/iis/configuration-collection.ts';
import { elementOf } from './web-config-check.ts';

const modules = (entries: string) => elementOf(`<modules>${entries}</modules>`);

function left(...levels: readonly string[]): readonly (string | undefined)[] {
  return collectionEntries(levels.map(modules)).map((entry) => `${attributeValue(entry, 'name')}${attributeValue(entry, 'type') ?? ''}`);
}

describe('what is left of a collection', () => {
  test.each([
    ['what is added, in its order', ['<add name="b" /><add name="a" />'], ['b', 'a']],
    ['nothing of nothing', [''], []],
    ['nothing after clear', ['<add name="a" /><clear />'], []],
    ['what is added after clear', ['<add name="a" /><clear /><add name="b" />'], ['b']],
    ['all but what is removed', ['<add name="a" /><add name="b" /><remove name="a" />'], ['b']],
    ['what is added after it was removed', ['<add name="a" /><remove name="a" /><add name="a" />'], ['a']],
    ['what is removed in another case', ['<add name="a" /><remove name="A" />'], ['a']],
    ['what nobody added is removed from', ['<remove name="b" /><add name="a" />'], ['a']],
    ['no other elements', ['<add name="a" /><error name="b" />'], ['a']],
    ['entries of all levels', ['<add name="a" />', '<add name="b" />'], ['a', 'b']],
    ['what an inner level does not remove', ['<add name="a" /><add name="b" />', '<remove name="a" />'], ['b']],
    ['what an inner level adds after clear', ['<add name="a" />', '<clear /><add name="b" />'], ['b']],
    ['the later of two with one name', ['<add name="a" type="1" />', '<add name="a" type="2" />'], ['a2']],
  ])('%s', (_, levels, expected) => {
    expect(left(...levels)).toEqual(expected);
  });

  test('goes by the key of the collection', () => {
    const settings = elementOf('<appSettings><add key="a" value="1" /><add key="b" value="2" /><remove key="a" /></appSettings>');
    expect(collectionEntries([settings], 'key').map((entry) => attributeValue(entry, 'value'))).toEqual(['2']);
  });
});
