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
