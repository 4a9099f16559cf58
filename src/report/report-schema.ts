import * as v from 'valibot';
import { ruleIds } from '../model/rules.ts';
import { stageNames } from '../model/stage.ts';
import { type Hresult, hresults, httpStatuses } from '../model/startup-failure.ts';

/**
 * The public JSON report, version 1, as a schema. The published JSON Schema is generated from it; a test holds it and the type `Report`
 * equal. Objects are open, because keys may be added.
 */

/** Gives a schema its meaning in the published file. */
const means = <const Schema extends v.GenericSchema>(schema: Schema, meaning: string) => v.pipe(schema, v.description(meaning));
const optional = <const Schema extends v.GenericSchema>(schema: Schema, meaning: string) => v.exactOptional(means(schema, meaning));

// Object.keys and Object.values of tables typed by these unions.
const hresultValues = Object.values(hresults) as readonly Hresult[];

const certainty = means(v.picklist(['certain', 'likely']), 'certain: follows from the facts. likely: a strong hint.');
const status = v.picklist(httpStatuses);
const stage = v.picklist(stageNames);
const facts = v.array(v.string());
const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1));

const location = v.object({
  file: means(v.string(), 'A file of the repository, of the artifact, or a server manifest.'),
  line: optional(lineNumber, '1-based.'),
  column: optional(lineNumber, '1-based, in characters.'),
});

const event = v.object({
  source: v.string(),
  id: v.number(),
  message: means(v.string(), 'The text as this version of the module writes it, as far as the facts are known.'),
});

const prediction = v.object({
  outcome: v.picklist(['starts', 'fails', 'undetermined']),
  certainty,
  status: optional(status, 'Absent when the start does not fail, and when the code depends on a fact that is missing.'),
  title: optional(v.string(), 'The title of the error page; absent where the module sends no page of its own.'),
  hresult: v.exactOptional(v.picklist(hresultValues)),
  stage: optional(stage, 'Where the start ends.'),
  finding: optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 'Index into findings of the one that ends the start.'),
  event: optional(event, 'The entry of the Application event log that tells most.'),
  furtherEvents: optional(v.array(event), 'Further entries that the same failure writes.'),
  missingFacts: means(facts, 'Facts, by their path in the server manifest, that would settle what is not known.'),
});

const resolved = v.object({
  hostingModel: v.exactOptional(v.picklist(['inprocess', 'outofprocess'])),
  architecture: optional(v.picklist(['x64', 'x86', 'arm64']), 'Of the worker process.'),
  dotnetRoot: v.exactOptional(v.string()),
  hostfxr: optional(v.string(), 'Its version.'),
  frameworks: optional(v.record(v.string(), v.string()), 'Versions by framework name.'),
});

const traceEntry = v.object({
  stage,
  outcome: v.picklist(['passed', 'failed', 'unknown', 'not-applicable']),
  because: v.string(),
  missingFacts: facts,
});

const remedy = v.object({
  side: v.picklist(['app', 'server']),
  text: v.string(),
  snippet: optional(v.string(), 'Ready to paste.'),
});

const finding = v.object({
  rule: v.picklist(ruleIds),
  severity: v.picklist(['error', 'warning', 'note']),
  certainty,
  status: v.exactOptional(status),
  message: means(v.string(), 'The cause in one sentence.'),
  evidence: means(v.array(v.string()), 'The facts behind it.'),
  location: v.exactOptional(location),
  remedies: v.array(remedy),
  hiddenBehind: optional(
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    'Index of the finding that ends the start before this one would show.',
  ),
  suppressed: optional(v.object({ reason: v.string(), until: v.exactOptional(v.string()) }), 'The configuration file accepts it.'),
});

const start = v.object({
  artifact: v.string(),
  server: v.exactOptional(v.string()),
  site: v.exactOptional(v.string()),
  application: v.exactOptional(v.string()),
  appPool: v.exactOptional(v.string()),
  prediction,
  resolved: means(resolved, 'What was worked out on the way, as far as it went.'),
  trace: means(v.array(traceEntry), 'The stages of the start in their order.'),
  findings: v.array(finding),
});

export const reportSchema = v.object({
  reportVersion: v.literal(1),
  tool: v.object({
    name: v.literal('iis-preflight'),
    version: v.string(),
    dataDate: means(v.string(), 'The day of the facts about .NET releases and module versions.'),
  }),
  starts: means(v.array(start), 'One for each artifact on each server.'),
  coverage: v.object({
    checked: v.array(v.string()),
    notCheckable: means(v.array(v.string()), 'What no check before the deployment can tell.'),
    wouldSettle: means(
      v.array(v.object({ fact: v.string(), findings: v.number() })),
      'Facts that would settle something, and how much waits for each.',
    ),
  }),
  notices: optional(
    v.array(v.object({ message: v.string(), location: v.exactOptional(location) })),
    'About the run itself, not about a start.',
  ),
});
