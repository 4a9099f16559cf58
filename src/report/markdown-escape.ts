import { oneLine, shorten, visibleLines } from './visible-text.ts';

/** Breaks a pattern up without changing how it looks: a zero-width space, written as a reference so that a reader of the source sees it. */
const break_ = '&#8203;';

/**
 * Untrusted text as one line of Markdown that shows as it is: no markup, no HTML, no table cell ends, and none of what GitHub and Azure
 * DevOps link by themselves (people, issues, addresses).
 */
export function markdownText(text: string, limit = 1000): string {
  return shorten(oneLine(text), limit)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]|~!$]/g, '\\$&')
    .replace(/[@#](?=\w)/g, `$&${break_}`)
    .replace(/#(?=[#![\\&])/g, '\\#')
    .replace(/:\/\//g, `:${break_}//`)
    .replace(/\b(www)\./gi, `$1${break_}.`)
    .replace(/\b(GH|AB)([-#])(?=\d)/gi, `$1${break_}$2`)
    .replace(/^(\s*)([-+=#])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Untrusted text as a block of code: the fence is longer than any run of its character inside. `indent` puts it into a list item. */
export function codeBlock(text: string, indent = '', lineLimit = 30): string[] {
  const lines = visibleLines(text);
  const shown = lines.slice(0, lineLimit).map((line) => shorten(line, 400));
  if (lines.length > lineLimit) shown.push(`… ${lines.length - lineLimit} more lines`);
  const longest = Math.max(2, ...shown.map(longestFence));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...shown, fence].map((line) => `${indent}${line}`);
}

function longestFence(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map((match) => match[0].length));
}
