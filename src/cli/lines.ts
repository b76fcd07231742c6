/** One line of a source, without its line end. */
export interface Line {
  /** Counted from 1, blank lines included. */
  readonly number: number;
  /** The line; null if its bytes are not UTF-8. */
  readonly text: string | null;
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Splits bytes into lines at LF or CR LF, and nowhere else: U+2028 may stand raw inside a JSON string.
 *
 * Yields one batch for each piece of input, so that a caller can answer as soon as a line is complete. A line may be of any
 * length; its pieces are joined once. Byte order marks are dropped, blank lines are left out but counted.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  let pieces: Uint8Array[] = [];
  let number = 0;
  const take = (): Line | null => {
    number += 1;
    const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    pieces = [];
    const text = decode(bytes);
    return text !== null && text.trim() === '' ? null : { number, text };
  };

  for await (const chunk of chunks) {
    const batch: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      pieces.push(chunk.subarray(from, at));
      from = at + 1;
      const line = take();
      if (line) batch.push(line);
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
    if (batch.length > 0) yield batch;
  }
  if (pieces.length > 0) {
    const line = take();
    if (line) yield [line];
  }
}

function decode(bytes: Uint8Array): string | null {
  const end = bytes.length > 0 && bytes[bytes.length - 1] === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
  } catch {
    return null;
  }
}
