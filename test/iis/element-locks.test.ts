import { describe, expect, test } from '@jest/globals';
import { elementLocks, lockViolations } from '../../src/iis/element-locks.ts';
import type { InternetInformationServices } from '../../src/model/target-server.ts';
import { check, directly, elementOf, iisWith } from './web-config-check.ts';

/** What of `webConfig` the section `locking` of applicationHost.config forbids: attributes, and elements in brackets. */
function forbidden(locking: string, webConfig: string): readonly string[] {
  return lockViolations(elementLocks(elementOf(locking)), [elementOf(webConfig)]).map(
    ({ element, attribute }) => attribute?.name ?? `<${element.name}>`,
  );
}

describe('attributes of a section that the server locks', () => {
  // As stock IIS locks two attributes of httpErrors and one of staticContent.
  const stock = '<httpErrors errorMode="Custom" lockAttributes="allowAbsolutePathsWhenDelegated,defaultPath" />';
  test.each([
    ['one of them', stock, '<httpErrors defaultPath="e.htm" />', ['defaultPath']],
    ['even with the value it has', '<a b="1" lockAttributes="b" />', '<a b="1" />', ['b']],
    [
      'several',
      stock,
      '<httpErrors defaultPath="e.htm" allowAbsolutePathsWhenDelegated="true" />',
      ['defaultPath', 'allowAbsolutePathsWhenDelegated'],
    ],
    ['another one', stock, '<httpErrors errorMode="Detailed" />', []],
    ['in another case', stock, '<httpErrors DefaultPath="e.htm" />', []],
    ['all of them', '<a lockAttributes="*" />', '<a b="1" c="2" />', ['b', 'c']],
    ['all but some', '<a lockAllAttributesExcept="b" />', '<a b="1" c="2" />', ['c']],
    ['separated by blanks', '<a lockAttributes="b, c" />', '<a c="2" />', ['c']],
    ['none', '<a lockAttributes="" />', '<a b="1" />', []],
    ['one of the configuration system itself', '<a lockAttributes="*" />', '<a lockItem="true" xmlns="x" />', []],
    ['of an element inside', '<a><b lockAttributes="c" /></a>', '<a c="1"><b c="2" /></a>', ['c']],
    ['of another element', '<a><b lockAttributes="c" /></a>', '<a><d c="2" /></a>', []],
    ['of an entry, which only its changes concern', '<a><add name="x" lockAttributes="name" /></a>', '<a><add name="y" /></a>', []],
  ])('%s', (_, locking, webConfig, expected) => {
    expect(forbidden(locking, webConfig)).toEqual(expected);
  });
});

describe('elements of a section that the server locks', () => {
  test.each([
    ['one of them', '<a lockElements="error" />', '<a><error /><other /></a>', ['<error>']],
    ['ways to change a collection', '<a lockElements="clear,remove" />', '<a><clear /><remove /><add /></a>', ['<clear>', '<remove>']],
    ['all', '<a lockElements="*" />', '<a><b /></a>', ['<b>']],
    ['all but some', '<a lockAllElementsExcept="b" />', '<a><b /><c /></a>', ['<c>']],
    ['one that locks itself', '<a><b lockItem="true" /></a>', '<a><b /><c /></a>', ['<b>']],
    ['none', '<a><b lockItem="false" /></a>', '<a><b /></a>', []],
  ])('%s', (_, locking, webConfig, expected) => {
    expect(forbidden(locking, webConfig)).toEqual(expected);
  });
});

describe('a web.config that touches what is locked', () => {
  const path = 'system.webServer/httpErrors';
  const locking = (text: string): InternetInformationServices =>
    iisWith({ [path]: { declared: true, locked: false, elementLocks: elementLocks(elementOf(text)) } });
  const webConfig = directly('<httpErrors\n defaultPath="e.htm"><error statusCode="404" /></httpErrors>');

  test('is refused at the attribute', () => {
    expect(check(webConfig, locking('<httpErrors lockAttributes="defaultPath" />'))).toMatchObject({
      outcome: 'failed',
      failure: {
        rule: 'configuration-section-locked',
        // IIS reads this section when something answers with an error.
        certainty: 'likely',
        status: '500.19',
        hresult: '0x80070021',
        message:
          'web.config sets defaultPath in system.webServer/httpErrors, which this server locks and which may be set only in applicationHost.config.',
        evidence: ['web.config line 2, column 2: defaultPath of <httpErrors>.', expect.stringContaining('lockAttributes')],
        place: { file: 'web.config', line: 2, column: 2 },
      },
    });
  });

  test('is certainly refused in a section that every request needs', () => {
    const handlers = 'system.webServer/handlers';
    const locks = elementLocks(elementOf('<handlers lockElements="clear" />'));
    const iis = iisWith({ [handlers]: { declared: true, locked: false, elementLocks: locks } });
    expect(check(directly('<handlers><clear /></handlers>'), iis)).toMatchObject({ outcome: 'failed', failure: { certainty: 'certain' } });
  });

  test('is refused at the element', () => {
    expect(check(webConfig, locking('<httpErrors lockElements="error" />'))).toMatchObject({
      outcome: 'failed',
      failure: { rule: 'configuration-section-locked', message: expect.stringContaining('sets <error> in system.webServer/httpErrors') },
    });
  });

  test('passes where other things are locked', () => {
    expect(check(webConfig, locking('<httpErrors lockAttributes="errorMode" lockElements="clear" />'))).toMatchObject({
      outcome: 'passed',
    });
  });

  test('passes where nobody told of locks', () => {
    expect(check(webConfig, iisWith({ [path]: { declared: true, locked: false } }))).toMatchObject({ outcome: 'passed' });
  });
});
