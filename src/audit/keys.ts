/** Two texts as one key, so that no two pairs have the same: the length of the first, and both. */
export function joinKey(first: string, second: string): string {
  return `${first.length}:${first}${second}`;
}

/** The two texts of a key. */
export function splitKey(key: string): readonly [string, string] {
  const colon = key.indexOf(':');
  const end = colon + 1 + Number(key.slice(0, colon));
  return [key.slice(colon + 1, end), key.slice(end)];
}
