import * as v from 'valibot';

/** An optional key that says what it means. */
export const key = <const Schema extends v.GenericSchema>(schema: Schema, meaning: string) =>
  v.exactOptional(v.pipe(schema, v.description(meaning)));

/** Text that says something. A control character is a backslash that was not doubled: `"C:\temp"`. */
export const text = v.pipe(
  v.string(),
  v.nonEmpty('text that is not empty'),
  v.regex(/^[ -~\u00a0-\u2027\u202a-\uffff]*$/, 'no control characters in a text (write \\\\ for one backslash in double quotes)'),
);

export const list = <const Schema extends v.GenericSchema>(item: Schema) => v.array(item);

/** Versions of runtimes and bundles. */
export const version = v.pipe(v.string(), v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[0-9A-Za-z.-]{1,100})?$/, 'a version such as 8.0.11'));

/** Version folders beside the module; those of 2.2 have four numbers. */
const moduleVersion = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.\d{1,9})?(?:-[0-9A-Za-z.-]{1,100})?$/, 'a version such as 18.0.24201'),
);

/** A version folder: complete when written as text. */
const folderOf = <const Version extends v.GenericSchema<string, string>>(name: Version) =>
  v.union([
    name,
    v.strictObject({
      version: v.pipe(name, v.description('Name of the version folder.')),
      complete: key(v.boolean(), 'false: the folder is there, its dll is not. Left out: true.'),
    }),
  ]);

export const versionFolder = folderOf(version);
export const moduleFolder = folderOf(moduleVersion);

export const environment = v.record(v.string(), v.nullable(v.string()));
