/** An object with the key where there is a value, to be spread: absent means absent. */
export function optionalKey<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  // A computed key widens to an index signature; the single key is the one of the type.
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
