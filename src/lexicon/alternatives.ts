/** Words with alternatives in braces (not nested): `day{|s}` writes out `day` and `days`. */

/** So many terms one may write out at most, so that a slip does not fill the vocabulary. */
export const MOST_SPELLINGS = 500;

/** What a well-written word is, for the message where one is not. */
export const WELL_WRITTEN = `a term that closes each { with a } and writes out at most ${MOST_SPELLINGS} terms`;

/** All spellings of a word with alternatives in braces: `day{|s}` is `day` and `days`. An open brace stands for itself. */
export function expandWord(word: string): readonly string[] {
  const slot = firstSlot(word);
  if (slot === undefined) return [word];
  const tails = expandWord(slot.after);
  const out: string[] = [];
  for (const middle of slot.members) for (const tail of tails) out.push(slot.before + middle + tail);
  return out;
}

/** Whether each brace of a word is closed, none stands within another, and it does not write out more than {@link MOST_SPELLINGS}. */
export function isWellWritten(word: string): boolean {
  let spellings = 1;
  let rest = word;
  for (let slot = firstSlot(rest); slot !== undefined; slot = firstSlot(rest)) {
    if (/[{}]/.test(slot.before + slot.members.join(''))) return false;
    spellings *= slot.members.length;
    rest = slot.after;
  }
  return spellings <= MOST_SPELLINGS && !/[{}]/.test(rest);
}

/** One alternative of a word, and the spellings that need it. */
export interface Alternative {
  /** The word with nothing but this alternative in its place: `{not|is not} [our] fault`. */
  readonly name: string;
  readonly spellings: readonly string[];
}

/** Each alternative of each pair of braces, since each may be taken away by itself; a word without braces is its only one. */
export function alternativesOf(word: string): readonly Alternative[] {
  const found: Alternative[] = [];
  let before = '';
  let rest = word;
  for (let slot = firstSlot(rest); slot !== undefined; slot = firstSlot(rest)) {
    before += slot.before;
    for (const member of slot.members) {
      found.push({ name: `${before}[${member}]${slot.after}`, spellings: expandWord(before).flatMap((head) => expandWord(slot.after).map((tail) => head + member + tail)) });
    }
    before += `{${slot.members.join('|')}}`;
    rest = slot.after;
  }
  return found.length === 0 ? [{ name: word, spellings: [word] }] : found;
}

interface Slot {
  readonly before: string;
  readonly members: readonly string[];
  readonly after: string;
}

function firstSlot(word: string): Slot | undefined {
  const open = word.indexOf('{');
  const close = open < 0 ? -1 : word.indexOf('}', open);
  if (close < 0) return undefined;
  return { before: word.slice(0, open), members: word.slice(open + 1, close).split('|'), after: word.slice(close + 1) };
}
