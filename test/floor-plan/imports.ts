import { posix } from 'node:path';
import { isNode, nodesOf, type SyntaxNode } from './syntax.ts';

/** The module a node imports; `null` when it cannot be told, `undefined` when the node imports nothing. */
export function importedBy(node: SyntaxNode): string | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return literal(node.source);
    case 'TsImportType':
      return literal(node.argument);
    case 'TsExternalModuleReference':
      return literal(node.expression);
    case 'CallExpression': {
      const callee = node.callee;
      const imports = isNode(callee) && (callee.type === 'Import' || callee.value === 'require');
      const [argument] = Array.isArray(node.arguments) ? node.arguments : [];
      return imports ? (literal(argument?.expression) ?? null) : undefined;
    }
    default:
      return undefined;
  }
}

function literal(node: unknown): string | undefined {
  return isNode(node) && node.type === 'StringLiteral' ? String(node.value) : undefined;
}

/** The file that a file at `path` means by `specifier`, relative to the same folder; `undefined` for a package. */
export function importTarget(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : undefined;
}

/** The files that a file imports, be it for their types alone. */
export function importedFiles(path: string, text: string): readonly string[] {
  return [...nodesOf(text)].flatMap((node) => importTarget(path, importedBy(node) ?? '') ?? []);
}
