import { parseSync } from '@swc/core';

/** What the questions of the floor plan are put to; every kind of node has some of it. */
export interface SyntaxNode {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly id?: unknown;
  readonly source?: unknown;
  readonly argument?: unknown;
  readonly arguments?: unknown;
  readonly callee?: unknown;
  readonly expression?: unknown;
  readonly object?: unknown;
  readonly property?: unknown;
  readonly pattern?: unknown;
}

export const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every node of a file. */
export function* nodesOf(text: string): Generator<SyntaxNode> {
  const waiting: unknown[] = [parseSync(text, { syntax: 'typescript', target: 'es2022' })];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) waiting.push(...next);
    else if (isNode(next)) {
      if (typeof next.type === 'string') yield next;
      waiting.push(...Object.values(next));
    }
  }
}
