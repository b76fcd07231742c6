/** Something that takes a while to make, made when it is first asked for: most processes never ask for a schema. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
