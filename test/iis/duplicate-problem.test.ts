import { describe, expect, test } from '@jest/globals';
import { duplicateEntries, type InheritedEntry } from '../../src/iis/duplicate-entries.ts';
import { duplicateProblem } from '../../src/iis/duplicate-problem.ts';
import { elementOf } from './web-config-check.ts';

function problem(section: string, text: string, inherited: readonly InheritedEntry[] = []) {
  const [duplicate] = duplicateEntries(section, [elementOf(text)], inherited);
  if (duplicate === undefined) throw new Error('no duplicate');
  return duplicateProblem(section, duplicate);
}

const handlers = 'system.webServer/handlers';
const fromParent = (certain: boolean): InheritedEntry => ({
  collection: handlers,
  key: 'aspNetCore',
  from: 'Default Web Site/',
  certain,
});
const addsHandler = '<handlers>\n<add name="aspNetCore" path="*" verb="*" />\n</handlers>';

describe('how sure a duplicate is to end the start', () => {
  const header = '<httpProtocol><customHeaders><add name="X-A" value="1" /><add name="X-A" value="2" /></customHeaders></httpProtocol>';
  const segment = '<requestFiltering><hiddenSegments><add segment="a" /><add segment="a" /></hiddenSegments></requestFiltering>';
  test.each([
    ['handlers, read for every request', handlers, '<handlers><add name="a" /><add name="a" /></handlers>', 'certain'],
    ['modules, read for every request', 'system.webServer/modules', '<modules><add name="a" /><add name="a" /></modules>', 'certain'],
    ['response headers, read for every request', 'system.webServer/httpProtocol', header, 'certain'],
    ['request filtering, read for every request', 'system.webServer/security/requestFiltering', segment, 'certain'],
    [
      'MIME types, read with the first static file',
      'system.webServer/staticContent',
      '<staticContent><mimeMap fileExtension=".a" /><mimeMap fileExtension=".a" /></staticContent>',
      'likely',
    ],
    [
      // Observed on IIS 10: answers with 200 are served, only error responses turn into 500.19.
      'error pages, read with the first error',
      'system.webServer/httpErrors',
      '<httpErrors><error statusCode="404" path="a" /><error statusCode="404" path="b" /></httpErrors>',
      'likely',
    ],
    [
      'default documents, read for a directory',
      'system.webServer/defaultDocument',
      '<defaultDocument><files><add value="a" /><add value="a" /></files></defaultDocument>',
      'likely',
    ],
  ])('%s', (_, section, text, expected) => {
    expect(problem(section, text).certainty).toBe(expected);
  });

  test('an entry that is certainly inherited', () => {
    expect(problem(handlers, addsHandler, [fromParent(true)]).certainty).toBe('certain');
  });

  test('an entry that is usually inherited', () => {
    expect(problem(handlers, addsHandler, [fromParent(false)]).certainty).toBe('likely');
  });
});

describe('what a duplicate ends', () => {
  const twice = (add: string, attributes: string): string => `<${add} ${attributes} /><${add} ${attributes} />`;
  test.each([
    ['the start, by handlers', 'system.webServer/handlers', `<handlers>${twice('add', 'name="a"')}</handlers>`, 'error'],
    ['the start, by rules of URL Rewrite', 'system.webServer/rewrite/rules', `<rules>${twice('rule', 'name="a"')}</rules>`, 'error'],
    ['error answers', 'system.webServer/httpErrors', `<httpErrors>${twice('error', 'statusCode="404"')}</httpErrors>`, 'warning'],
    [
      'static files',
      'system.webServer/staticContent',
      `<staticContent>${twice('mimeMap', 'fileExtension=".a"')}</staticContent>`,
      'warning',
    ],
    [
      'answers for folders',
      'system.webServer/defaultDocument',
      `<defaultDocument><files>${twice('add', 'value="a"')}</files></defaultDocument>`,
      'warning',
    ],
  ])('%s', (_, section, text, severity) => {
    expect(problem(section, text).severity).toBe(severity);
  });
});

describe('what the report says', () => {
  test('of an entry that is inherited', () => {
    expect(problem(handlers, addsHandler, [fromParent(true)])).toMatchObject({
      rule: 'collection-entry-duplicate',
      hresult: '0x800700b7',
      message:
        'web.config adds name="aspNetCore" to system.webServer/handlers, which the application inherits from Default Web Site/ already.',
      evidence: [
        'web.config line 2: <add name="aspNetCore">.',
        'name="aspNetCore" comes from Default Web Site/.',
        // The sentence of the page.
        "The page says: Cannot add duplicate collection entry of type 'add' with unique key attribute 'name' set to 'aspNetCore'.",
      ],
      position: { line: 2, column: 1 },
    });
  });

  test('of an entry that the file adds twice', () => {
    const text =
      '<staticContent>\n<mimeMap fileExtension=".a" mimeType="a/b" />\n<mimeMap fileExtension=".a" mimeType="c/d" />\n</staticContent>';
    expect(problem('system.webServer/staticContent', text)).toMatchObject({
      message:
        'web.config adds fileExtension=".a" to system.webServer/staticContent, and adds it a second time. The application starts, but IIS answers 500.19 for files that IIS serves itself.',
      evidence: [
        'web.config line 3: <mimeMap fileExtension=".a">.',
        'web.config line 2: <mimeMap fileExtension=".a">.',
        "The page says: Cannot add duplicate collection entry of type 'mimeMap' with unique key attribute 'fileExtension' set to '.a'.",
      ],
      position: { line: 3 },
    });
  });
});

describe('what helps', () => {
  test('against an inherited entry: remove it first, or keep the level above from handing it down', () => {
    const { remedies } = problem(handlers, addsHandler, [fromParent(true)]);
    expect(remedies).toMatchObject([
      { side: 'app', snippet: '<remove name="aspNetCore" />\n<add name="aspNetCore" path="*" verb="*" />' },
      {
        side: 'server',
        text: expect.stringContaining('Default Web Site/'),
        snippet: expect.stringContaining('inheritInChildApplications="false"'),
      },
    ]);
  });

  test('against two of the same file: take one out', () => {
    expect(problem(handlers, '<handlers><add name="a" /><add name="a" /></handlers>').remedies).toMatchObject([{ side: 'app' }]);
  });
});
