import type { TextPosition } from '../model/configuration-element.ts';
import { joined, type ScalarLines } from './pipeline-scalars.ts';

/** A line of a pipeline that gives a variable a value. */
export interface PipelineVariable extends TextPosition {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

/** Keys whose keys are variables: of Azure Pipelines, of GitHub, of both. */
const holders: ReadonlySet<string> = new Set(['variables', 'env', 'matrix', 'include']);

/**
 * The variables that a key with a value makes. `keys`: those around it, the nearest last; below `matrix` Azure Pipelines has a name for
 * each entry first. Of a list in brackets, as GitHub writes a matrix, each value.
 */
export function variablesOf(keys: readonly { readonly name: string }[], name: string, value: ScalarLines): PipelineVariable[] {
  const [parent, grandparent] = [keys.at(-1)?.name ?? '', keys.at(-2)?.name ?? ''];
  const [first] = value.flat();
  if (first === undefined || (!holders.has(parent) && grandparent !== 'matrix')) return [];
  const text = joined(value);
  if (!text.startsWith('[')) return [{ name, value: text, line: first.line, column: first.column }];
  return [...first.text.matchAll(/[^\s,'"[\]]+/g)].map((match) => ({
    name,
    value: match[0],
    line: first.line,
    column: first.column + match.index,
  }));
}

/** The variable that a value consists of, in lower case: `$(rid)`, `${{ env.RID }}`, `$RID`, `${RID}`, `$env:RID` or `%RID%`. */
export function variableName(value: string): string | undefined {
  const match =
    /^\$\((?:variables\.)?([\w.-]+)\)$|^\$\{\{ *(?:env|matrix|variables)\.([\w-]+) *\}\}$|^\$(?:env:)?(\w+)$|^\$\{(?:env:)?(\w+)\}$|^%(\w+)%$/i.exec(
      value,
    );
  return match
    ?.slice(1)
    .find((name) => name !== undefined)
    ?.toLowerCase();
}
