/** All spellings of a word with alternatives in braces (not nested): `day{|s}` is `day` and `days`. */
export function expandWord(word: string): readonly string[] {
  const open = word.indexOf('{');
  const close = open < 0 ? -1 : word.indexOf('}', open);
  if (close < 0) return [word];
  const head = word.slice(0, open);
  const tails = expandWord(word.slice(close + 1));
  const out: string[] = [];
  for (const middle of word.slice(open + 1, close).split('|')) {
    for (const tail of tails) out.push(head + middle + tail);
  }
  return out;
}
