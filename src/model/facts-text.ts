/** Maps and sets inside facts, as something JSON can write. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}

/** Facts as text: the same for facts that say the same in the same order. */
export function factsText(facts: unknown): string {
  return JSON.stringify(facts, plain);
}
