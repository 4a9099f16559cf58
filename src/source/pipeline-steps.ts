import { indentOf, isBlank, joined, keyAt, readScalar, type ScalarLines } from './pipeline-scalars.ts';
import { type PipelineVariable, variablesOf } from './pipeline-variables.ts';

/** One list entry of a pipeline file with its keys, nested ones too, in lower case. The first of several equal keys is kept. */
export interface PipelineStep {
  readonly values: ReadonlyMap<string, ScalarLines>;
}

/** The steps of a pipeline file, the working directories that it sets outside of steps, and the variables it gives a value. */
export interface PipelineSteps {
  readonly steps: readonly PipelineStep[];
  readonly defaultWorkingDirectories: readonly string[];
  readonly variables: readonly PipelineVariable[];
}

interface OpenStep {
  readonly indent: number;
  /** Name of the key whose list it is an entry of. */
  readonly list: string;
  readonly values: Map<string, ScalarLines>;
}

/** A key with those around it, the nearest first. */
export interface OpenKey {
  readonly column: number;
  readonly name: string;
}

/** Lines longer than this are no line of a pipeline that a person wrote. */
const maximumLineLength = 4000;
/** A file with more list entries than this is read up to here. */
const maximumSteps = 5000;

/**
 * Reads the list entries of a GitHub workflow or an Azure pipeline line by line. This is no YAML parser: anchors, flow collections
 * and complex keys are passed over, and text that is not YAML gives steps without values. One pass; never throws.
 */
export function readPipelineSteps(text: string): PipelineSteps {
  const lines = text.split(/\r\n|\n|\r/).map((line) => (line.length > maximumLineLength ? '' : line));
  const steps: OpenStep[] = [];
  const defaultWorkingDirectories: string[] = [];
  const variables: PipelineVariable[] = [];
  const open: OpenStep[] = [];
  const keys: OpenKey[] = [];
  for (let index = 0; index < lines.length && steps.length < maximumSteps; ) {
    const line = lines[index] ?? '';
    const indent = indentOf(line);
    const column = isBlank(line) ? indent : openSteps(line, indent, open, steps, keys);
    const key = keyAt(line, column);
    if (key === undefined) {
      index += 1;
      continue;
    }
    const scalar = readScalar(lines, index, key.valueColumn, column);
    closeKeys(keys, column);
    variables.push(...variablesOf(keys, key.name, scalar.value));
    keys.push({ column, name: key.name });
    const step = open.at(-1);
    if (step !== undefined && !step.values.has(key.name)) step.values.set(key.name, scalar.value);
    if (step === undefined && key.name === 'working-directory') defaultWorkingDirectories.push(joined(scalar.value));
    index = scalar.nextLine;
  }
  variables.push(...steps.flatMap(({ list, values }) => listedVariable(list, values)));
  return { steps, defaultWorkingDirectories, variables };
}

/** Azure Pipelines also lists variables: `- name: rid` with `value: win-x64`. */
function listedVariable(list: string, values: OpenStep['values']): PipelineVariable[] {
  const [name, value] = [values.get('name'), values.get('value')];
  if (list !== 'variables' || name === undefined || value === undefined) return [];
  return variablesOf([{ name: list }], joined(name).toLowerCase(), value);
}

function closeKeys(keys: OpenKey[], column: number): void {
  while ((keys.at(-1)?.column ?? -1) >= column) keys.pop();
}

/** Closes the steps that a line is not part of, opens one for each `- ` at its start, and gives the column behind these. */
function openSteps(line: string, indent: number, open: OpenStep[], steps: OpenStep[], keys: OpenKey[]): number {
  if (line[indent] === '#') return indent;
  while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
  let column = indent;
  while (line[column] === '-' && (line[column + 1] === ' ' || column + 1 === line.length)) {
    // A list may stand as far left as the key that it belongs to.
    closeKeys(keys, column + 1);
    const step: OpenStep = { indent: column, list: keys.at(-1)?.name ?? '', values: new Map() };
    open.push(step);
    steps.push(step);
    column += 1 + indentOf(line.slice(column + 1));
  }
  return column;
}
