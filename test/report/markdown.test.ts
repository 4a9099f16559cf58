import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { codeBlock, markdownText } from '../../src/report/markdown-escape.ts';
import { failing, healthy, hostile, hostileStart, reportOf, undetermined } from './sample-reports.ts';

describe('markdownText', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['`code`', '\\`code\\`'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['a & b', 'a &amp; b'],
    ['@team', '@&#8203;team'],
    ['#12', '\\#&#8203;12'],
    ['[a](b)', '\\[a\\](b)'],
    ['![a](b)', '\\!\\[a\\](b)'],
    ['https://evil.example', 'https:&#8203;//evil.example'],
    ['WWW.evil.example', 'WWW&#8203;.evil.example'],
    ['GH-12 and AB#12', 'GH&#8203;-12 and AB\\#&#8203;12'],
    ['**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['a\nb', 'a b'],
    ['C:\\x', 'C:\\\\x'],
    ['\u001b[1m', '␛\\[1m'],
    ['8.0.11', '8\\.0.11'],
  ])('%j becomes %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  test('no text gets out of a table cell, nor opens a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('|', '\\', '<', '>', '`', '\n', 'a', '&', '[', ']') }), (text) => {
        const escaped = markdownText(text);
        expect(escaped).not.toMatch(/[<>\n]/);
        // A pipe or a backtick stands after an odd number of backslashes.
        expect(escaped.replace(/\\[\\`|[\]]/g, '')).not.toMatch(/[|`[\]\\]/);
      }),
    );
  });
});

test('the fence of a code block is longer than any inside', () => {
  expect(codeBlock('a\n````\nb')).toEqual(['`````text', 'a', '````', 'b', '`````']);
  expect(codeBlock('x', '  ')).toEqual(['  ```text', '  x', '  ```']);
});

describe('the summary', () => {
  test('the whole look of one start', () => {
    expect(renderMarkdown(reportOf(failing))).toMatchSnapshot();
  });

  test.each([
    [[failing], '## iis-preflight: the start will fail ❌'],
    [[healthy], '## iis-preflight: the start will succeed ✅'],
    [[undetermined], '## iis-preflight: it cannot be told whether this starts ❔'],
    [[healthy, healthy], '## iis-preflight: all 2 starts will succeed ✅'],
    [[healthy, failing, undetermined], '## iis-preflight: of 3 starts, 1 will fail ❌, 1 cannot be told ❔'],
    [[], '## iis-preflight: nothing was checked'],
  ])('the heading counts', (starts, heading) => {
    expect(renderMarkdown(reportOf(...starts)).split('\n')[0]).toBe(heading);
  });

  test('the matrix is a table', () => {
    expect(renderMarkdown(reportOf(failing, healthy))).toContain('|  | publish |\n| --- | --- |\n| web01 | **500.31** |\n| web02 | ✓ |\n');
  });

  test('one healthy start is a sentence', () => {
    expect(renderMarkdown(reportOf(healthy))).toContain(
      '\n\npublish on web02, Default Web Site/shop, pool shop will start (in-process, x64, Microsoft.AspNetCore.App 8.0.11)\n\n',
    );
  });

  test('the trace is folded', () => {
    expect(renderMarkdown(reportOf(failing))).toContain('<details><summary>The start, stage by stage</summary>');
  });

  test('a start that cannot be told names its facts', () => {
    const text = renderMarkdown(reportOf(undetermined));
    expect(text).toContain('These facts of the server would settle it: dotnet, iis.appPools\\[\\].enable32BitAppOnWin64');
    expect(text).toContain('- ? locate-dotnet: Nobody said what is installed.');
  });

  test('without a manifest it says how to give one, and only then', () => {
    expect(renderMarkdown(reportOf(undetermined))).toContain(
      '\n\nNo server manifest was given. --server FILE (the input server) takes one;',
    );
    expect(renderMarkdown(reportOf({ ...undetermined, server: 'web01' }))).not.toContain('No server manifest was given');
  });

  test('the rule stands beside what ends the start, so that it can be looked up or accepted', () => {
    expect(renderMarkdown(reportOf(failing))).toContain('may roll forward to.** \\[shared-framework-missing\\]');
  });

  test('hostile texts bring no markup along', () => {
    const text = renderMarkdown(reportOf(hostileStart()));
    const outsideCode = text.replace(/^( *)(`{3,})text\n[\s\S]*?\n\1\2$/gm, '');
    expect(outsideCode).not.toMatch(/<img|<!--|(?<!\\)\[a\]|(?<!\\)!\[|@team|https:\/\/|(?<!\\)`/);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/##(\[|vso\[)/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('it never exceeds 60,000 bytes and says what is left out', () => {
    const starts = Array.from({ length: 300 }, (_, index) => ({
      ...failing,
      server: `web${index}`,
      findings: failing.findings.map((finding) => ({
        ...finding,
        message: `${index} ${hostile.repeat(20)}`,
        evidence: Array(20).fill(hostile.repeat(20)),
      })),
    }));
    const text = renderMarkdown(reportOf(...starts));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/\d+ more endings are left out here; the JSON report has them all\./);
    expect(text).toContain('What was checked, and what was not');
  });

  test('everything fits when little is wrong', () => {
    expect(renderMarkdown(reportOf(failing, healthy, undetermined))).not.toContain('left out');
  });
});
