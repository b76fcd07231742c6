import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sentences } from '../../src/text/sentences.ts';

function sentences(text: string): string[] {
  const found: string[] = [];
  const read = new Sentences();
  read.append(text);
  for (let from = 0; from < text.length; ) {
    const end = read.next(true);
    found.push(text.slice(from, end));
    from = end;
  }
  return found;
}

/** The end of the first sentence of a text that may go on. */
function early(text: string): number {
  const read = new Sentences();
  read.append(text);
  return read.next(false);
}

describe('sentences', () => {
  it.each([
    ['退款已办好。请查收！', ['退款已办好。', '请查收！']],
    ['能退吗？能。', ['能退吗？', '能。']],
    ['他说“可以。”然后走了。', ['他说“可以。”', '然后走了。']],
    ['第一行\n第二行', ['第一行\n第二行']],
    ['It takes 3.5 days. Thanks', ['It takes 3.5 days.', ' Thanks']],
    ['Dear Mr. Smith, hello.', ['Dear Mr. Smith, hello.']],
    ['at 3 p.m. today', ['at 3 p.m. today']],
    ['Wait!! Really?', ['Wait!!', ' Really?']],
    ['f!ve d0llars', ['f!ve d0llars']],
    ['f\u200b!\u200bve d0llars', ['f\u200b!\u200bve d0llars']],
    ['D\u200br\u200b. Lee is in.', ['D\u200br\u200b. Lee is in.']],
    ['好\u200b.\u200b评', ['好\u200b.\u200b评']],
    ['1. Open the app\n2. Tap it', ['1. Open the app\n2. Tap it']],
    ['稍等…马上来', ['稍等…', '马上来']],
    ['', []],
  ])('splits %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('waits for what may still follow', () => {
    expect(early('It takes 3.')).toBe(-1);
    expect(early('退款已办好')).toBe(-1);
    expect(early('退款已办好。')).toBe(-1);
    expect(early('退款已办好。请')).toBe(6);
  });

  it('finds the same ends whatever arrives later', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('好', '。', '.', '!', ' ', '3', 'a', '”', '\n', '…', 'Mr')), (parts) => {
        const text = parts.join('');
        const whole = sentences(text).map((sentence) => sentence.length);
        for (let cut = 1; cut <= text.length; cut++) {
          const end = early(text.slice(0, cut));
          if (end >= 0) expect(end).toBe(whole[0]);
        }
      }),
    );
  });

  it('leaves out no character and ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(sentences(text).join('')).toBe(text);
      }),
    );
  });
});
