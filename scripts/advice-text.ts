/** The paragraphs of one part of a page, without what only a browser understands: links keep their words, bold text too. */
export function paragraphsOf(page: string, heading: string): readonly string[] {
  const part = page.split(/^## /m).find((section) => section.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`no part "${heading}" in: ${page.slice(0, 60)}`);
  const paragraphs = part
    .slice(heading.length)
    .trim()
    .split(/\n{2,}/);
  const unfit = paragraphs.find((paragraph) => /^(?:```|[-|#]|\d\.)/m.test(paragraph));
  if (unfit !== undefined) throw new Error(`"${heading}" holds more than paragraphs: ${unfit}`);
  return paragraphs.map(plain);
}

function plain(paragraph: string): string {
  return paragraph
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('**', '')
    .replaceAll('\n', ' ');
}
