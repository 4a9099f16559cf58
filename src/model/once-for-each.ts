/** What follows from one thing alone, such as the artifact or the bytes of a file, worked out once for each: it may go to thousands of servers. */
export function onceForEach<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const before = known.get(key) ?? { value: compute(key) };
    known.set(key, before);
    return before.value;
  };
}
