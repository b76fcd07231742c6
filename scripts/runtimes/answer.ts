/** What a runtime made of the sample. */
export interface Answer {
  /** How many expectations were looked at. */
  readonly checked: number;
  /** Those that did not hold. */
  readonly wrong: readonly string[];
  /** Every result as a line of JSON. */
  readonly lines: readonly string[];
}

/** What is wrong with an answer, beside another runtime's; null: nothing. Results must be the same byte for byte. */
export function faultOf({ wrong, lines }: Answer, reference: Answer): string | null {
  if (wrong.length > 0) return `${wrong.length} wrong, first: ${wrong[0]}`;
  const at = reference.lines.findIndex((line, index) => line !== lines[index]);
  if (at >= 0) return `differs from the reference, first: ${reference.lines[at]!.slice(0, 80)}`;
  return lines.length === reference.lines.length ? null : `${lines.length} results instead of ${reference.lines.length}`;
}
