import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

/** `[text, replacement]`: the text occurs exactly once. */
const edits = v.record(v.string(), v.array(v.strictTuple([v.string(), v.string()])));
const status = v.nullable(v.string());
const outcome = v.picklist(['starts', 'fails', 'undetermined']);
const oneOrMore = <T extends v.GenericSchema>(item: T) => v.union([item, v.array(item)]);

/** One question with its answer; `fixtures/scenarios/README.md` gives the meanings. */
const scenarioSchema = v.strictObject({
  id: v.string(),
  note: v.pipe(v.string(), v.nonEmpty()),
  source: v.optional(v.string()),
  artifact: v.strictObject({
    base: v.string(),
    files: v.optional(v.record(v.string(), v.nullable(v.string()))),
    edits: v.optional(edits),
  }),
  server: v.optional(
    v.strictObject({
      base: v.string(),
      merge: v.optional(v.record(v.string(), v.unknown())),
      files: v.optional(v.record(v.string(), v.string())),
      edits: v.optional(edits),
    }),
  ),
  target: v.optional(
    v.strictObject({ site: v.optional(v.string()), application: v.optional(v.string()), appPool: v.optional(v.string()) }),
  ),
  expect: v.strictObject({
    outcome,
    status: v.optional(v.string()),
    title: v.optional(v.string()),
    hresult: v.optional(v.string()),
    event: v.optional(v.strictObject({ id: oneOrMore(v.number()), messageContains: v.optional(oneOrMore(v.string())) })),
    noErrors: v.optional(v.literal(true)),
    notCertain: v.optional(v.literal(true)),
    missingFacts: v.optional(v.array(v.string())),
  }),
  acceptStatuses: v.optional(v.array(status)),
  acceptOutcomes: v.optional(v.array(outcome)),
  tags: v.array(v.string()),
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;

export const scenariosFolder = new URL('../../fixtures/scenarios/', import.meta.url);

/** Every scenario, by the name of its file. A misspelt key is an error. */
export function loadScenarios(): ReadonlyMap<string, Scenario> {
  const folder = new URL('cases/', scenariosFolder);
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name.replace(/\.json$/, ''), parse(new URL(name, folder))]));
}

function parse(file: URL): Scenario {
  const result = v.safeParse(scenarioSchema, JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.output;
  throw new Error(`${file.pathname}: ${result.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`).join('; ')}`);
}
