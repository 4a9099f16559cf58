import { describe, expect, test } from '@jest/globals';
import saxes from 'saxes';
import { annotationsOf } from '../../src/hosts/annotations.ts';
import type { Report, StartReport } from '../../src/model/report.ts';
import { render, reportFormats } from '../../src/report/render.ts';
import { hostileStart, reportOf } from './sample-reports.ts';

/** What somebody could write into a name or a value so that a reader of the report takes it for more than text. */
const payloads: readonly (readonly [what: string, text: string])[] = [
  ['a command of GitHub on a line of its own', 'x\n::error::pwned'],
  ['a command of GitHub behind a blank', ' ::set-output name=a::b'],
  ['a command of GitHub behind CR', 'x\r::add-mask::x'],
  ['a command of GitHub behind a line separator', 'x\u2028::error::x'],
  ['a command of Azure', '##vso[task.setvariable variable=x]y'],
  ['a command of Azure in capitals', 'x ##VSO[task.complete]'],
  ['a command of both', '###[error]x'],
  ['a terminal escape', '\u001b[31mred\u001b]0;title\u0007'],
  ['a terminal escape of one character', '\u009b31m'],
  ['other controls', 'a\u0000b\u0008\u007f\u0085'],
  ['a bidirectional override', 'exe\u202etxt'],
  ['characters of no width', 'a\u200bb\ufeff\u2060\u{e0041}'],
  ['half of a pair', 'a\ud800b\udc00'],
  ['a script', '<script>alert(1)</script>'],
  ['the end of our own HTML', '</details></summary><h1>x'],
  ['a character reference', '&lt;b&gt; &#60;'],
  ['the end of a CDATA section and a comment', ']]> --> <![CDATA[ <!--'],
  ['a link', '[click](https://evil.example)'],
  ['an image', '![x](https://evil.example/x.png)'],
  ['an address', 'https://evil.example www.evil.example'],
  ['code and fences', '`code` ```\n```'],
  ['markup', '**bold** _it_ ~~s~~ $x^2$'],
  ['a table', '| a | b |\n|---|---|'],
  ['a heading and an item', '# heading\n- item\n1. item\n+ x'],
  ['people and issues', '@everyone #1 GH-1 AB#12 user@evil.example'],
  ['placeholders of SARIF', '{0} [x](1)'],
];

/** The sample whose every text is the hostile one of that sample, with another in its place. */
function reportWith(text: string): Report {
  const { artifact } = hostileStart();
  const changed = (value: unknown): unknown => {
    if (value === artifact) return text;
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, changed(entry)]));
  };
  // The shape is that of the sample.
  return { ...reportOf(changed(hostileStart()) as StartReport), notices: [{ message: text, location: { file: text } }] };
}

const isCommand = (line: string): boolean => /^\s*::[a-z]/i.test(line) || /##(?:\[|vso\[)/i.test(line);

/** Markdown without its blocks of code, in which nothing acts, and without the HTML that is ours. */
const markdownLines = (markdown: string): readonly string[] =>
  markdown
    .replace(/^ *(`{3,})text\n[\s\S]*?\n *\1$/gm, '')
    .replace(/<\/?(?:details|summary)>/g, '')
    .split('\n');

describe.each(payloads)('%s', (_what, text) => {
  const report = reportWith(text);

  test.each(reportFormats)('is only text in %s', async (format) => {
    const shown = await render(report, format);
    expect(shown.split(/[\n\r\u2028\u2029\u0085]/).filter(isCommand)).toEqual([]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(shown).not.toMatch(/[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\udb40[\udc00-\udc7f]/);
    expect(shown).not.toMatch(/\p{Surrogate}/u);
  });

  test('is no markup in Markdown', async () => {
    for (const line of markdownLines(await render(report, 'markdown'))) {
      expect(line).not.toMatch(/</);
      expect(line).not.toMatch(/(?<!\\)\]\(/);
      expect(line).not.toMatch(/(?<!\\)(?:\*\*bold|_it|~~s|`code)/);
      expect(line).not.toMatch(/^\s*(?:# heading|- item$|1\. item$)/);
      expect(line).not.toMatch(/:\/\/|\bwww\.|(?:^|[^\w&])[@#](?=[\w])/);
    }
  });

  test('leaves JSON, SARIF and XML what they are', async () => {
    expect(JSON.parse(await render(report, 'json'))).toEqual(report);
    expect(JSON.parse(await render(report, 'sarif'))).toHaveProperty('version', '2.1.0');
    const junit = await render(report, 'junit');
    const whole = new saxes.SaxesParser();
    whole.on('error', (error) => {
      throw error;
    });
    expect(() => whole.write(junit).close()).not.toThrow();
  });

  test('is only text in annotations', () => {
    for (const { title, message } of annotationsOf(report, '/checkout', 10)) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be left
      expect(`${title}${message}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
    }
  });
});
