import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';

/** The text of a published JSON Schema (draft 7, which editors know best), made from the schema that the program validates with. */
export function jsonSchemaText(title: string, schema: GenericSchema): string {
  const { $schema, ...rest } = toJsonSchema(schema, { errorMode: 'throw' });
  // An empty list of required keys says nothing.
  const meaningful = (key: string, value: unknown): unknown =>
    key === 'required' && Array.isArray(value) && value.length === 0 ? undefined : value;
  return `${JSON.stringify({ $schema: $schema ?? 'http://json-schema.org/draft-07/schema#', title, ...rest }, meaningful, 2)}\n`;
}
