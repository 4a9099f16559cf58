import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import type { ConfigurationFile } from '../../src/model/configuration-element.ts';

function read(content: string | Uint8Array): ConfigurationFile {
  return readConfigurationFile('web.config', typeof content === 'string' ? Buffer.from(content) : content);
}

function place(file: ConfigurationFile): string {
  return file.state === 'malformed' ? `${file.line}:${file.column}` : file.state;
}

describe('a configuration file', () => {
  test('that is not there is absent', () => {
    expect(readConfigurationFile('web.config', undefined)).toEqual({ state: 'absent' });
  });

  test('is a tree in which elements and attributes have their places', () => {
    const file = read(
      '\ufeff<?xml version="1.0"?>\r\n<configuration>\r\n  <add\r\n\tname = "a &amp; &#98;>"\n    path=\'"\'/>\r\n</configuration>',
    );
    expect(file).toEqual({
      state: 'read',
      path: 'web.config',
      root: {
        name: 'configuration',
        attributes: [],
        line: 2,
        column: 1,
        children: [
          {
            name: 'add',
            line: 3,
            column: 3,
            children: [],
            attributes: [
              { name: 'name', value: 'a & b>', line: 4, column: 2 },
              { name: 'path', value: '"', line: 5, column: 5 },
            ],
          },
        ],
      },
    });
  });

  test('keeps names as written, whatever they are called in JavaScript', () => {
    const file = read('<a __proto__="1" constructor="2"><__proto__/><toString/></a>');
    expect(file.state === 'read' && file.root.attributes.map(({ name, value }) => `${name}=${value}`)).toEqual([
      '__proto__=1',
      'constructor=2',
    ]);
    expect(file.state === 'read' && file.root.children.map(({ name }) => name)).toEqual(['__proto__', 'toString']);
  });

  test('may have comments with bare ampersands, CDATA and processing instructions', () => {
    expect(read('<?xml version="1.0"?><!-- a & b --><a><![CDATA[ & < ]]><?x y & z?><b/></a><!-- end -->').state).toBe('read');
  });
});

describe('a configuration file that Windows refuses', () => {
  test.each([
    ['nothing at all', '', '1:1'],
    ['an element that is never closed', '<configuration>\n  <system.webServer>\n', '2:3'],
    ['an element closed too late', '<configuration>\n  <a>\n</configuration>\n', '3:17'],
    ['a start tag cut off', '<configuration>\n  <aspNetCore processPath="dot', '2:3'],
    ['a bare ampersand in an attribute', '<a>\n <b url="x?y=1&z=2" c="&amp;"/>\n</a>', '2:15'],
    ['a bare ampersand in text', '<a>\n fish & chips\n</a>', '2:7'],
    ['an entity nobody declared', '<a b="&nbsp;"/>', '1:13'],
    ['two roots', '<a/>\n<b/>', '2:4'],
    ['text after the root', '<a/>\nx', '2:2'],
    ['text before the declaration', 'x<?xml version="1.0"?><a/>', '1:3'],
    ['blanks before the declaration', '\n<?xml version="1.0"?><a/>', '2:7'],
    ['the same attribute twice', '<a x="1" x="2"/>', '1:17'],
    ['an attribute without quotes', '<a b=c/>', '1:7'],
    ['an attribute without a value', '<a b/>', '1:6'],
    ['< in an attribute', '<a b="<"/>', '1:8'],
    ['two hyphens in a comment', '<a><!-- -- --></a>', '1:12'],
    ['a prefix nobody declared', '<a><x:b/></a>', '1:10'],
    ['a document type', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', '1:55'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', '1:22'],
    ['a character XML does not allow', '<a>\u0001</a>', '1:5'],
  ])('%s', (_, content, expected) => {
    expect(place(read(content))).toBe(expected);
  });

  test('says what to write for a bare ampersand, but not for one in an unfinished comment', () => {
    expect(read('<a b="x&y"/>')).toMatchObject({ message: expect.stringContaining('&amp;') });
    expect(read('<a><!-- x & y -- z --></a>')).toMatchObject({ message: expect.not.stringContaining('&amp;') });
  });

  test('names the element that is still open', () => {
    expect(read('<configuration>\n<handlers>\n</configuration>')).toMatchObject({
      message: expect.stringContaining('<handlers> of line 2'),
    });
  });
});

describe('the encoding of a configuration file', () => {
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a name="é"/>`;
  const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
  test.each([
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${declared('utf-8')}`)],
    ['UTF-8 without a declaration', Buffer.from('<a name="é"/>')],
    ['UTF-16 with a byte-order mark', Buffer.from(`\ufeff${declared('utf-16')}`, 'utf16le')],
    ['UTF-16 that says UTF-8, as Out-File leaves it', Buffer.from(`\ufeff${declared('utf-8')}`, 'utf16le')],
    ['big-endian UTF-16', bigEndian(`\ufeff${declared('utf-16')}`)],
    ['UTF-16 without a mark', Buffer.from(declared('utf-16'), 'utf16le')],
    ['windows-1252', Buffer.from(declared('windows-1252'), 'latin1')],
    ['iso-8859-1', Buffer.from(declared('ISO-8859-1'), 'latin1')],
  ])('%s is read', (_, bytes) => {
    const file = read(bytes);
    expect(file.state === 'read' && file.root.attributes[0]?.value).toBe('é');
  });

  test.each([
    ['UTF-8 that says UTF-16', Buffer.from(declared('utf-16')), '1:1'],
    ['a byte that is not UTF-8', Buffer.from('<a>\n<b name="\u00e9"/></a>', 'latin1'), '2:10'],
    ['two byte-order marks', Buffer.from('\ufeff\ufeff<a/>'), '1:1'],
    ['an encoding nobody knows', Buffer.from(declared('klingon')), '1:1'],
    ['half of a UTF-16 character', Buffer.concat([Buffer.from('\ufeff<a/>', 'utf16le'), Buffer.from([0x20])]), '1:5'],
  ])('%s is refused', (_, bytes, expected) => {
    expect(place(read(bytes))).toBe(expected);
  });
});

describe('a placeholder between elements', () => {
  test.each([
    ['alone', '<a>#{Sections}</a>', { token: '#{Sections}', line: 1, column: 4 }],
    ['on a line of its own', '<a>\n  <b/>\n  #{if Staging}\n  <c/>\n  #{/if}\n</a>', { token: '#{if Staging}', line: 3, column: 3 }],
    ['behind other text', '<a>\r\n\r\n text\r\n   __Rest__ more</a>', { token: '__Rest__', line: 4, column: 4 }],
    ['in an attribute', '<a b="#{Value}"> </a>', undefined],
    ['in a comment', '<a><!-- #{Value} --></a>', undefined],
    ['none', '<a>\n  text\n</a>', undefined],
  ])('%s', (_, text, expected) => {
    const file = read(text);
    expect(file.state === 'read' ? file.placeholder : file.state).toEqual(expected);
  });
});

describe('hostile input', () => {
  test('nested without end is refused, not overflowed', () => {
    expect(read('<a>'.repeat(200_000))).toMatchObject({ state: 'malformed', message: expect.stringContaining('100 deep') });
    expect(read(`<a>${'<b/>'.repeat(249_999)}</a>`)).toMatchObject({ state: 'read' });
    expect(read(`<a>${'<b/>'.repeat(250_000)}</a>`)).toMatchObject({ state: 'malformed', message: 'there are more than 250000 elements' });
  });

  test('with a million entity references in a document type is refused before any is expanded', () => {
    const file = read(`<!DOCTYPE a [<!ENTITY e "${'x'.repeat(5000)}">]><a>${'&e;'.repeat(100_000)}</a>`);
    expect(file).toMatchObject({ state: 'malformed', message: expect.stringContaining('DOCTYPE') });
  });

  test('of any bytes is read or refused with a place, never thrown on', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      '=',
      '"',
      "'",
      '&',
      ';',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?xml',
      '?>',
      'a',
      ' ',
      '\r',
      '\n',
      '\ufeff',
      '\u0000',
    );
    const documents = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(pieces, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(documents, (bytes) => {
        const file = read(bytes);
        if (file.state === 'malformed') return file.line >= 1 && file.column >= 1 && file.message !== '';
        return file.state === 'read';
      }),
      { numRuns: 500 },
    );
  });
});
