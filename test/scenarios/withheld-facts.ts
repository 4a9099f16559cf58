import { isObject, type JsonObject } from './composition.ts';

/**
 * The facts of a manifest that may be withheld one at a time. `[]` stands for every item of a list.
 * Not among them: facts whose absence means the ordinary state, such as `state`, `disabled`, `existingFiles`, `sharedStore` or `handlers`.
 */
const withheld = [
  'os',
  'os.architecture',
  'environment',
  'dotnet',
  'dotnet[].architecture',
  'dotnet[].hostfxr',
  'dotnet[].frameworks',
  'aspNetCoreModule',
  'aspNetCoreModule.version',
  'aspNetCoreModule.architectures',
  'aspNetCoreModule.outOfProcessHandlers',
  'iis',
  'iis.globalModules',
  'iis.sections',
  'iis.appPools',
  'iis.appPools[].enable32BitAppOnWin64',
  'iis.appPools[].environment',
  'iis.sites',
  'iis.sites[].applications[].hostingModel',
].map((path) => path.split(/\.|(?=\[\])/));

export interface WithoutOneFact {
  /** The fact that is gone, such as `dotnet[1].frameworks`. */
  readonly fact: string;
  readonly manifest: JsonObject;
}

/** Every manifest that lacks one fact this one has. */
export function withoutOneFact(manifest: JsonObject): readonly WithoutOneFact[] {
  return withheld.flatMap((path) => without(manifest, path, '').map(({ fact, value }) => ({ fact, manifest: value as JsonObject })));
}

/** `value` with one occurrence of `path` gone, for each occurrence. The result has the type of `value`, minus a key. */
function without(value: unknown, path: readonly string[], at: string): readonly { readonly fact: string; readonly value: unknown }[] {
  const [step, ...rest] = path;
  if (step === '[]') {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item, index) =>
      without(item, rest, `${at}[${index}]`).map((found) => ({ fact: found.fact, value: value.with(index, found.value) })),
    );
  }
  if (step === undefined || !isObject(value) || !(step in value)) return [];
  const fact = at === '' ? step : `${at}.${step}`;
  const { [step]: inner, ...others } = value;
  if (rest.length === 0) return [{ fact, value: others }];
  return without(inner, rest, fact).map((found) => ({ fact: found.fact, value: { ...others, [step]: found.value } }));
}
