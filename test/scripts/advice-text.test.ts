import { describe, expect, test } from '@jest/globals';
import { paragraphsOf } from '../../scripts/advice-text.ts';

const page = (why: string) => `# A rule\n\n## Why\n\n${why}\n\n## Reported\n\n\`\`\`xml web.config\n<a />\n\`\`\`\n`;

describe('paragraphs of a page for the terminal', () => {
  test('links and bold text keep their words, code keeps its marks', () => {
    const text = 'What **runs** is `a.dll`, see [500.30](../failures/500.30.md).\nThe line goes on.\n\nA second paragraph.';
    expect(paragraphsOf(page(text), 'Why')).toEqual(['What runs is `a.dll`, see 500.30. The line goes on.', 'A second paragraph.']);
  });

  test('a part that is not there', () => {
    expect(() => paragraphsOf(page('Text.'), 'What to do')).toThrow('no part "What to do"');
  });

  test.each(['- a list', '| a | table |', '```json\n{}\n```', '### A heading', '1. a list'])('%j is no paragraph', (text) => {
    expect(() => paragraphsOf(page(`Text.\n\n${text}`), 'Why')).toThrow('more than paragraphs');
  });
});
