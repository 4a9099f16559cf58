import * as v from 'valibot';

/** An optional key that says what it means. */
export const key = <const Schema extends v.GenericSchema>(schema: Schema, meaning: string) =>
  v.exactOptional(v.pipe(schema, v.description(meaning)));

/** Text that says something. */
export const text = v.pipe(v.string(), v.nonEmpty('text that is not empty'));

export const list = <const Schema extends v.GenericSchema>(item: Schema) => v.array(item);

/** Versions of runtimes and bundles. Four numbers occur in folders of the module. */
export const version = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.\d{1,9})?(?:-[0-9A-Za-z.-]{1,100})?$/, 'a version such as 8.0.11'),
);

/** A version folder: complete when written as text. */
export const versionFolder = v.union([
  version,
  v.strictObject({
    version: v.pipe(version, v.description('Name of the version folder.')),
    complete: key(v.boolean(), 'false: the folder is there, its dll is not. Left out: true.'),
  }),
]);

export const environment = v.record(v.string(), v.nullable(v.string()));
