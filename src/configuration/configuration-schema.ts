import * as v from 'valibot';
import { failOnLevels } from '../model/configuration.ts';
import { ruleIds } from '../model/rules.ts';
import { key, list, text } from '../server/schema-parts.ts';

const applicationMapping = v.strictObject({
  artifact: v.pipe(text, v.description('The artifact, as it is named on the command line or in the inputs.')),
  server: key(text, 'The name of the server it goes to. Left out: every server of the run.'),
  site: key(text, 'The site it goes to.'),
  application: key(text, 'The application of that site; / is its root.'),
  appPool: key(text, 'The application pool. Left out: the one the server manifest gives for the application.'),
});

const day = v.pipe(v.string(), v.isoDate('a day as YYYY-MM-DD'));

const suppression = v.strictObject({
  rule: v.pipe(v.picklist(ruleIds), v.description('The id of the rule whose findings are accepted.')),
  reason: v.pipe(text, v.description('Why they are accepted; shown with each of them.')),
  until: key(day, 'The last day on which they are accepted. After it they count again, and the report says so.'),
  artifact: key(text, 'Only for this artifact.'),
  server: key(text, 'Only on the server of this name.'),
});

/** The configuration file, as written. Paths of manifests are relative to the file. */
export const configurationSchema = v.strictObject({
  $schema: key(v.string(), 'The JSON Schema of this file, for editors.'),
  failOn: key(v.picklist(failOnLevels), 'When a run counts as failed; each level includes the ones before it. Flags and inputs win.'),
  servers: key(list(text), 'Server manifests, relative to this file. Manifests given by flag or input replace them.'),
  applications: key(list(applicationMapping), 'Where each artifact goes, so that several artifacts can go to several applications.'),
  suppressions: key(list(suppression), 'Findings that are accepted, and why.'),
});
