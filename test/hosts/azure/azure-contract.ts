import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly type?: string;
  readonly schema?: { readonly $ref: string };
  readonly $ref?: string;
}

interface Definition {
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly allOf?: readonly Definition[];
  readonly items?: Definition;
  readonly $ref?: string;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters: readonly Parameter[] }>>>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly definitions: Readonly<Record<string, Definition>>;
}

const description: Description = JSON.parse(
  readFileSync(new URL('../../../fixtures/contracts/azure-pull-request-threads.json', import.meta.url), 'utf8'),
);

const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('int16', { type: 'number', validate: (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 15 });
ajv.addSchema(description, 'azure');

const lastName = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** What Azure's own description of its API has against a request; nothing when it fits. `path` is below the server. */
export function problemsOf(method: string, path: string, query: URLSearchParams, body: unknown): string[] {
  const route = Object.keys(description.paths).find((one) => routePattern(one).test(path));
  const operation = route === undefined ? undefined : description.paths[route]?.[method.toLowerCase()];
  if (operation === undefined) return [`no operation ${method} ${path}`];
  const parameters = operation.parameters.flatMap((one) =>
    one.$ref === undefined ? one : (description.parameters[lastName(one.$ref)] ?? []),
  );
  return [...queryProblems(parameters, query), ...bodyProblems(parameters, body)];
}

function routePattern(route: string): RegExp {
  return new RegExp(
    `^${route.replace(/\{(\w+)\}/g, (_, name) => (/(?:pullRequest|thread|comment|iteration)Id/.test(name) ? '\\d+' : '[^/]+'))}$`,
  );
}

function queryProblems(parameters: readonly Parameter[], query: URLSearchParams): string[] {
  const known = parameters.filter((one) => one.in === 'query');
  const missing = known.filter(({ name, required }) => required === true && !query.has(name)).map(({ name }) => `${name} is missing`);
  const wrong = [...query].flatMap(([name, value]) => {
    const parameter = known.find((one) => one.name === name);
    if (parameter === undefined) return [`no parameter ${name}`];
    return parameter.type === 'integer' && !/^\d+$/.test(value) ? [`${name} is no number`] : [];
  });
  return [...missing, ...wrong];
}

function bodyProblems(parameters: readonly Parameter[], body: unknown): string[] {
  const reference = parameters.find((one) => one.in === 'body')?.schema?.$ref;
  if (reference === undefined) return body === undefined ? [] : ['a body is not expected'];
  const valid = ajv.compile({ $ref: `azure${reference}` });
  const found = valid(body) ? [] : (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [...found, ...unknownNames(body, { $ref: reference }, '')];
}

/** Azure ignores what it does not know, so a name that is misspelt would do nothing. */
function unknownNames(value: unknown, definition: Definition | undefined, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => unknownNames(one, definition?.items, at));
  if (typeof value !== 'object' || value === null) return [];
  const properties = propertiesOf(definition);
  return Object.entries(value).flatMap(([name, inner]) =>
    properties[name] === undefined ? [`no property ${at}/${name}`] : unknownNames(inner, properties[name], `${at}/${name}`),
  );
}

function propertiesOf(definition: Definition | undefined): Readonly<Record<string, Definition>> {
  if (definition?.$ref !== undefined) return propertiesOf(description.definitions[lastName(definition.$ref)]);
  return Object.assign({}, ...(definition?.allOf ?? []).map(propertiesOf), definition?.properties);
}
