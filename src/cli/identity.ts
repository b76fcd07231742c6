/**
 * The `id` of a JSON line as JSON text, so that it is echoed digit for digit: `JSON.parse` would round 9007199254740993.
 *
 * @param line text that `JSON.parse` accepted as an object.
 * @param id the parsed `id`.
 */
export function identityText(line: string, id: string | number): string {
  if (typeof id === 'string' || Number.isSafeInteger(id)) return JSON.stringify(id);
  return rawNumber(line) ?? JSON.stringify(id);
}

/** The text of the number at the top-level key `id`; the last one counts, as it does in `JSON.parse`. */
function rawNumber(line: string): string | undefined {
  let depth = 0;
  let found: string | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"') {
      const start = at;
      for (at += 1; line[at] !== '"'; at += 1) if (line[at] === '\\') at += 1;
      if (depth === 1 && line.slice(start, at + 1) === '"id"') {
        const value = /^\s*:\s*(-?[\d.eE+-]+)/.exec(line.slice(at + 1, at + 1 + 512));
        if (value) found = value[1];
      }
    }
  }
  return found;
}

/** An id as a person writes it, from its JSON text: `"a"` is a, and a number keeps every digit. */
export function idText(identity: string | undefined): string | undefined {
  if (identity === undefined || !identity.startsWith('"')) return identity;
  return String(JSON.parse(identity));
}
