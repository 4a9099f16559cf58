import { configurationSchema } from '../src/configuration/configuration-schema.ts';
import { reportSchema } from '../src/report/report-schema.ts';
import { manifestSchema } from '../src/server/manifest-schema.ts';
import { jsonSchemaText } from './json-schema-text.ts';

/** Texts of the published JSON Schemas by path, relative to the root of the project. */
export const publishedSchemas: ReadonlyMap<string, string> = new Map([
  ['schemas/server-manifest.schema.json', jsonSchemaText('iis-preflight server manifest, version 1', manifestSchema)],
  ['schemas/config.schema.json', jsonSchemaText('iis-preflight configuration file', configurationSchema)],
  ['schemas/report.schema.json', jsonSchemaText('iis-preflight JSON report, version 1', reportSchema)],
]);
