import type { Fixture, Mark } from './fixture.ts';

/** What the phrases of a fixture take the place of, in its reply and in its marks. */
export const BLANK = '{}';

/**
 * The replies that a fixture stands for: itself, or with `each` one a phrase, with the phrase in place of `{}`.
 *
 * @param fixture the fixture
 * @returns fixtures without `each`, in the order of the phrases, all with the id of the one
 */
export function repliesOf(fixture: Fixture): Fixture[] {
  const { each, ...one } = fixture;
  if (each === undefined) return [fixture];
  return each.map((phrase) => ({ ...one, reply: fill(one.reply, phrase), marks: one.marks.map((mark) => filledMark(mark, phrase)) }));
}

function filledMark({ label, words }: Mark, phrase: string): Mark {
  return { label, words: fill(words, phrase) };
}

/** A text with a phrase wherever it has `{}`. */
export function fill(text: string, phrase: string): string {
  return text.split(BLANK).join(phrase);
}
