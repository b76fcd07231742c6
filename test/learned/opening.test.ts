import { expect, it } from 'vitest';
import { Opening, openingLanguage } from '../../src/learned/opening.ts';

const sentences = (...texts: string[]): { original: string }[] => texts.map((original) => ({ original }));

it('is what a reply begins with, whatever follows', () => {
  const english = 'Thank you so much for waiting, your parcel left our warehouse today.';
  expect(openingLanguage(sentences(english, '您好'.repeat(200)), 'zh')).toBe('en');
  expect(openingLanguage(sentences('您好，', '包裹今天发出。'), 'en')).toBe('zh');
  expect(openingLanguage(sentences('12:30!'), 'zh')).toBe('zh');
});

it('is settled once it is long enough and has a language', () => {
  const opening = new Opening();
  opening.add({ original: '您好，包裹今天发出。' });
  expect(opening.settled).toBeUndefined();
  opening.add({ original: '您好'.repeat(40) });
  expect(opening.settled).toBe('zh');
  const signs = new Opening();
  signs.add({ original: '!'.repeat(100) });
  expect(signs.settled).toBeUndefined();
});
