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

/** What the spellings of a word begin with, each beginning once; they are cut after `length` units. */
export function headsOf(word: string, length: number): readonly string[] {
  const open = word.indexOf('{');
  if (open < 0 || open >= length) return [word.slice(0, length)];
  const close = word.indexOf('}', open);
  const tails = headsOf(word.slice(close + 1), length);
  const heads = new Set<string>();
  for (const middle of word.slice(open + 1, close).split('|')) {
    const head = word.slice(0, open) + middle;
    if (head.length >= length) heads.add(head.slice(0, length));
    else for (const tail of tails) heads.add((head + tail).slice(0, length));
  }
  return [...heads];
}

/** A word spelt backwards, its alternatives too. */
export function backwards(word: string): string {
  return word.split('').reverse().join('').replace(/[{}]/g, (brace) => (brace === '{' ? '}' : '{'));
}
