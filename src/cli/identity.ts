import type { EscapedText } from '../reports/index.ts';

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

/** The text of the number at the top-level key `id`. */
function rawNumber(line: string): string | undefined {
  const start = valueStart(line, 'id');
  return start === undefined ? undefined : /^-?[\d.eE+-]+/.exec(line.slice(start, start + 512))?.[0];
}

/**
 * The JSON string at a top-level key, as it is written.
 *
 * @param line text that `JSON.parse` accepted as an object.
 * @returns undefined if the key is not there, or written with escapes.
 */
export function rawString(line: string, key: string): EscapedText | undefined {
  const start = valueStart(line, key);
  if (start === undefined || line[start] !== '"') return undefined;
  const text = line.slice(start + 1, stringEnd(line, start));
  return { column: start + 2, text };
}

/** Where the value of a top-level key begins; the last one counts, as it does in `JSON.parse`. */
function valueStart(line: string, key: string): number | undefined {
  const quoted = JSON.stringify(key);
  let depth = 0;
  let found: number | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"') {
      const end = stringEnd(line, at);
      const colon = depth === 1 && line.slice(at, end + 1) === quoted ? afterBlanks(line, end + 1) : -1;
      if (line[colon] === ':') found = afterBlanks(line, colon + 1);
      at = end;
    }
  }
  return found;
}

/** Where the string that begins at `start` has its closing quote. */
function stringEnd(line: string, start: number): number {
  let at = start + 1;
  for (; line[at] !== '"' && at < line.length; at += 1) if (line[at] === '\\') at += 1;
  return at;
}

function afterBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\r' || line[at] === '\n') at += 1;
  return at;
}

/** An id as a person writes it, from its JSON text: `"a"` is a, and a number keeps every digit. */
export function idText(identity: string | undefined): string | undefined {
  if (identity === undefined || !identity.startsWith('"')) return identity;
  return String(JSON.parse(identity));
}
