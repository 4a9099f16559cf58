import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMsbuildFile } from '../../src/source/msbuild-file.ts';
import { readPublishCommands } from '../../src/source/publish-command.ts';

describe('hostile files', () => {
  /** A reader that loops or takes quadratic time does not come back while anybody waits. */
  const comesBack = (work: () => void): void => {
    expect(work).not.toThrow();
  };
  const large = 1024 * 1024;
  const filled = (unit: string): string => unit.repeat(Math.ceil(large / unit.length)).slice(0, large);

  test.each(['<a>', '<PropertyGroup>', '<Choose>', '<Project Sdk="', '<a b="c" ', '&', '<!--', '$(A)', '\n<A>1</A>'])(
    'XML of %j',
    (unit) => {
      comesBack(() => readMsbuildFile('a.csproj', `<Project><PropertyGroup>${filled(unit)}`));
    },
  );

  test.each([
    '- ',
    '  - ',
    'run: ',
    '- run: |\n',
    '- run: dotnet publish\n',
    '- run: dotnet publish -r ',
    '"',
    "'",
    '$(',
    '\n',
    ' ',
    '\n ',
    '- task: DotNetCoreCLI@2\n  command: publish\n',
    'cd a\n',
  ])('pipeline of %j', (unit) => {
    comesBack(() => readPublishCommands('ci.yml', filled(unit)));
    comesBack(() => readPublishCommands('ci.yml', `steps:\n- run: |\n    dotnet publish ${filled(unit)}`));
  });

  test('any text is read without an error', () => {
    const yaml = fc.array(
      fc.constantFrom(
        '- ',
        'run:',
        ' ',
        '\n',
        '|',
        '>',
        '"',
        "'",
        'dotnet publish',
        '-r',
        '-p:A=',
        '$(',
        '${{',
        '}}',
        '#',
        'x',
        '\\',
        ';',
        '&&',
      ),
    );
    fc.assert(fc.property(yaml, (parts) => readPublishCommands('ci.yml', parts.join('')).length >= 0));
    const xml = fc.array(
      fc.constantFrom(
        '<Project',
        '<PropertyGroup>',
        '</',
        '>',
        '<A>',
        '</A>',
        '</PropertyGroup>',
        '</Project>',
        ' Sdk="',
        '"',
        '&',
        ']]>',
        '<![CDATA[',
        '\n',
        '\u{1f600}',
      ),
    );
    fc.assert(fc.property(xml, (parts) => readMsbuildFile('a', parts.join('')) !== null));
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => readMsbuildFile('a', text) !== null && readPublishCommands('a', text).length >= 0,
      ),
    );
  });
});
