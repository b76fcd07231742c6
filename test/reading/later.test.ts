import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/default-engine.ts';

/** The texts of the times in a reply that lie beyond the case at hand. */
function laterTimes(reply: string): string[] {
  const engine = defaultEngine();
  const later = engine.lexicon.id('#later');
  return engine
    .read(reply)
    .sentences.flatMap(({ sentence }) =>
      sentence.tokens
        .filter((token) => token.concepts.includes(later))
        .map((token) => sentence.normalised.text.slice(token.start, token.end)),
    );
}

describe('times beyond the case at hand', () => {
  it('are dates, seasons, holidays and whatever is a month and more away', () => {
    expect(laterTimes('明年返场')).toEqual(['明年']);
    expect(laterTimes('双十一再买')).toEqual(['双十一']);
    expect(laterTimes('It is back in two years.')).toEqual(['in two years']);
    expect(laterTimes('Prices drop next month.')).toEqual(['next month']);
  });

  it('are not the steps of a case', () => {
    expect(laterTimes('退款3-5个工作日到账,24小时内答复,明天再看')).toEqual([]);
    expect(laterTimes('It takes 5-10 business days; I will write today or tomorrow.')).toEqual([]);
  });
});
