import { isAdviceRule } from '../../src/model/advice-rules.ts';
import { importedBy, importTarget } from './imports.ts';
import { roomOf, wrongImport } from './rooms.ts';
import { isNode, nodesOf, type SyntaxNode } from './syntax.ts';

/** Lines of a source file; more is more than one idea. */
const mostLines = 250;

/** Names that say nothing about what is inside. */
const emptyNames = /(?:^|[-/.])(?:utils?|helpers?|common|managers?|misc)(?:[-/.]|$)/i;

/** Why a path may not be, whatever is in the file. */
export function emptyName(path: string): string | undefined {
  return emptyNames.test(path) ? 'has a name that says nothing about its content' : undefined;
}

/** Everything about one file of `src` that is against the floor plan. `path` is relative to `src`, with `/`. */
export function violationsIn(path: string, text: string): string[] {
  const room = roomOf(path);
  if (room === undefined) return ['is in no room'];
  if (!path.endsWith('.ts')) return [emptyName(path)].filter((problem) => problem !== undefined);
  const found = [emptyName(path), tooLong(text), secondFile(path, text)].filter((problem) => problem !== undefined);
  for (const node of nodesOf(text)) {
    const problem =
      importProblem(node, room, path) ??
      interfaceProblem(node) ??
      patternProblem(node) ??
      (room.startsWith('hosts') ? undefined : worldProblem(node));
    if (problem !== undefined) found.push(problem);
  }
  return found;
}

function tooLong(text: string): string | undefined {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > mostLines ? `has ${lines} lines` : undefined;
}

/**
 * Without the comment the bundler makes a file of its own of what is imported on demand. Only the steps of the CI hosts load one; the
 * command line and the library are one file each.
 */
function secondFile(path: string, text: string): string | undefined {
  if (/^hosts\/(?:github\/|azure\/|step-surroundings\.ts$)/.test(path)) return undefined;
  return /\bawait import\((?!\/\* webpackMode: "eager" \*\/)/.test(text) ? 'imports on demand without webpackMode "eager"' : undefined;
}

function importProblem(node: SyntaxNode, room: string, path: string): string | undefined {
  const specifier = importedBy(node);
  if (specifier === undefined) return undefined;
  if (specifier === null) return 'imports a module whose name is not written out';
  const target = importTarget(path, specifier);
  return wrongImport(room, specifier, target) ?? (target === undefined ? undefined : wrongRule(path, target));
}

const isRule = (path: string): boolean => path.startsWith('advice/') && isAdviceRule(path.slice('advice/'.length, -'.ts'.length));

/** A rule of advice stands alone: what two of them need to know is in a neutral file. */
function wrongRule(path: string, target: string): string | undefined {
  return isRule(target) && path !== 'advice/advise.ts' ? `imports the rule ${target}, which only advice/advise.ts may` : undefined;
}

/**
 * `/[\\/]+$/` begins anew at every character of a long run that does not end the text: hostile text of a megabyte would take hours.
 * A loop from the end does the same at once.
 */
function patternProblem(node: SyntaxNode): string | undefined {
  if (node.type !== 'RegExpLiteral') return undefined;
  const pattern = String(node.pattern);
  return /^(?:\[(?:[^\]\\]|\\.)*\]|\\?.)[*+].*\$$/.test(pattern) ? `looks for the end of a run with /${pattern}/` : undefined;
}

function interfaceProblem(node: SyntaxNode): string | undefined {
  if (node.type !== 'TsInterfaceDeclaration' || !isNode(node.id)) return undefined;
  const name = String(node.id.value);
  return /^I[A-Z][a-z]/.test(name) ? `names an interface ${name}` : undefined;
}

const worldly = new Set(['console', 'fetch', 'globalThis', 'setTimeout', 'setInterval', 'eval']);

/** Disk, environment, clock and console reach the rooms as values, from a host. */
function worldProblem(node: SyntaxNode): string | undefined {
  if (node.type === 'NewExpression') {
    const clock = named(node.callee, 'Date') && Array.isArray(node.arguments) && node.arguments.length === 0;
    return clock ? 'asks the clock' : undefined;
  }
  if (node.type === 'CallExpression' && isNode(node.callee) && worldly.has(String(node.callee.value))) {
    return `uses ${String(node.callee.value)}`;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const { object, property } = node;
  const member = isNode(property) ? String(property.value) : '';
  if (named(object, 'Date') && member === 'now') return 'asks the clock';
  // A fact may be called `process` as well; it has no member of Node's own.
  if (named(object, 'process') && member in process) return `uses process.${member}`;
  return isNode(object) && worldly.has(String(object.value)) ? `uses ${String(object.value)}` : undefined;
}

const named = (node: unknown, name: string): boolean => isNode(node) && node.type === 'Identifier' && node.value === name;
