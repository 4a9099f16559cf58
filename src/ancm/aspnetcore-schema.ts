/**
 * The schema of `system.webServer/aspNetCore`: attributes with types, ranges and defaults, and the child collections.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/aspnetcore_schema_v2.xml, unchanged from 2.2 to 10.0;
 * V1 from 2.1.2 on is the same. The section is validated when the module reads it, not by IIS beforehand.
 */

export type AttributeType =
  | { readonly type: 'string' }
  | { readonly type: 'bool' }
  /** Inclusive range. */
  | { readonly type: 'uint'; readonly min: number; readonly max: number }
  /** `[d.]hh:mm:ss`, range in seconds, inclusive. */
  | { readonly type: 'timeSpan'; readonly min: number; readonly max: number };

export const attributes: ReadonlyMap<string, AttributeType> = new Map<string, AttributeType>([
  ['processPath', { type: 'string' }],
  ['arguments', { type: 'string' }],
  ['startupTimeLimit', { type: 'uint', min: 0, max: 3600 }],
  ['shutdownTimeLimit', { type: 'uint', min: 0, max: 600 }],
  ['rapidFailsPerMinute', { type: 'uint', min: 0, max: 100 }],
  ['requestTimeout', { type: 'timeSpan', min: 0, max: 1_296_000 }],
  ['stdoutLogEnabled', { type: 'bool' }],
  ['stdoutLogFile', { type: 'string' }],
  ['processesPerApplication', { type: 'uint', min: 1, max: 100 }],
  ['forwardWindowsAuthToken', { type: 'bool' }],
  ['disableStartUpErrorPage', { type: 'bool' }],
  ['hostingModel', { type: 'string' }],
]);

export const defaults = {
  startupTimeLimit: 120,
  stdoutLogFile: '.\\aspnetcore-stdout',
} as const;

/** A child collection: the element that adds to it, and the attributes of that element. Every collection also takes `clear`. */
export interface ChildCollection {
  readonly addElement: string;
  readonly attributes: readonly { readonly name: string; readonly required: boolean; readonly nonEmpty: boolean }[];
}

export const childCollections: ReadonlyMap<string, ChildCollection> = new Map([
  [
    'environmentVariables',
    {
      addElement: 'environmentVariable',
      attributes: [
        { name: 'name', required: true, nonEmpty: true },
        { name: 'value', required: true, nonEmpty: false },
      ],
    },
  ],
  [
    'handlerSettings',
    {
      addElement: 'handlerSetting',
      attributes: [
        { name: 'name', required: true, nonEmpty: true },
        { name: 'value', required: true, nonEmpty: false },
      ],
    },
  ],
  ['recycleOnFileChange', { addElement: 'file', attributes: [{ name: 'path', required: true, nonEmpty: true }] }],
]);

/** Attributes that the configuration system itself understands on every section and collection. */
export const configurationSystemAttributes: ReadonlySet<string> = new Set([
  'configSource',
  'lockAttributes',
  'lockAllAttributesExcept',
  'lockElements',
  'lockAllElementsExcept',
  'lockItem',
]);
