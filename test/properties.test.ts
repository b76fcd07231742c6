/**
 * Any string gives a report: 100,000 random cases, built from pieces of real replies as well as from random
 * characters. `PROPERTY_CASES` sets the number, `PROPERTY_SEED` repeats a run.
 */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../src/testing/checker.ts';
import { loadFixtures } from '../src/testing/files.ts';
import { guardFactory } from '../src/testing/guard.ts';

const CASES = Number(process.env['PROPERTY_CASES'] ?? 100_000);
const SEED = Number(process.env['PROPERTY_SEED'] ?? 20240527);
const folder = fileURLToPath(new URL('../fixtures', import.meta.url));
const fixtures = loadFixtures(['.'], { root: folder, each: false });
const factory = guardFactory();
const checkers = [factory('default'), factory('us-store')];

/** Pieces of replies, cut at punctuation, with their marks. */
const pieces = [...new Set(fixtures.flatMap(({ reply }) => reply.match(/[^，。！？；,.!?;\n]+[，。！？；,.!?;\n]*/gu) ?? []))];

/** One of a list that is too long to be handed over as arguments. */
function oneOf<Item>(list: readonly Item[]): fc.Arbitrary<Item> {
  return fc.nat(list.length - 1).map((at) => list[at]!);
}

const piece = oneOf(pieces);
/** Any UTF-16 code unit, so lone surrogates too. */
const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(unit, { maxLength: 8 }).map((units) => units.join('')),
  fc.constantFrom('\u200b', '\ufeff', '\ud83d', '\udc4d', '👨‍👩‍👧', '  ', '\r\n', '&nbsp;', '**', '"', '“', '（', '3-5', '¥', '$'),
);
/** A piece with something cut out of its middle, which often splits words and surrogate pairs. */
const torn = fc
  .tuple(piece, fc.nat(40), fc.nat(10))
  .map(([text, at, length]) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + length));
const reply = fc.oneof(
  { weight: 5, arbitrary: fc.array(piece, { minLength: 1, maxLength: 5 }).map((all) => all.join('')) },
  { weight: 4, arbitrary: fc.array(fc.oneof(piece, torn, junk), { minLength: 1, maxLength: 6 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.array(junk, { maxLength: 6 }).map((all) => all.join('')) },
);
const context = fc.record(
  {
    complaint: fc.boolean(),
    resolved: fc.boolean(),
    verified: fc.boolean(),
    apologized: fc.boolean(),
    channel: fc.constantFrom('private', 'public'),
    evidenceRequests: fc.nat(3),
    customer: fc.oneof(piece, junk),
    lang: fc.constantFrom('zh', 'en'),
  },
  { requiredKeys: [] },
);
const checker = fc.constantFrom(...checkers);

function runs(share: number): fc.Parameters<unknown> {
  return { numRuns: Math.ceil(CASES * share), seed: SEED, endOnFailure: true };
}

describe('any reply', () => {
  it('gives a report whose spans lie inside the reply and equal the quoted text', () => {
    fc.assert(
      fc.property(checker, reply, context, (guard, text, given) => {
        const { verdict, findings } = guard.check(text, given);
        if (!['pass', 'warn', 'block'].includes(verdict)) throw new Error(`verdict ${verdict}`);
        for (const { start, end, text: quoted, rule } of findings) {
          const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;
          if (!inside || text.slice(start, end) !== quoted) throw new Error(`${rule} marks ${start}–${end} “${quoted}”`);
        }
      }),
      runs(0.8),
    );
  });

  it('gives the same report for the same input', () => {
    fc.assert(
      fc.property(checker, reply, context, (guard, text, given) => {
        const first = JSON.stringify(guard.check(text, given));
        const second = JSON.stringify(guard.check(text, given));
        if (first !== second) throw new Error(`${first}\n${second}`);
      }),
      runs(0.1),
    );
  });

  it('is not remembered: a fresh guard says the same after many replies', () => {
    const fresh = guardFactory()('default');
    for (const { reply: text, context: given } of fixtures.slice(0, 300)) {
      expect(labelsOf(fresh.check(text, { ...given }))).toEqual(labelsOf(factory('default').check(text, { ...given })));
    }
  });
});

describe('a variant of a fixture', () => {
  /** Changes that leave a reply the same to a reader. Each keeps the order of the words. */
  const variants: Readonly<Record<string, (text: string) => string>> = {
    'zero-width characters': (text) => [...text].join('\u200b'),
    'full-width digits': (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    'a space at both ends': (text) => ` ${text} `,
    'a byte order mark': (text) => `\ufeff${text}`,
    'NFD': (text) => text.normalize('NFD'),
  };
  const judged = oneOf(fixtures.filter(({ fragment }) => !fragment));

  it.each(Object.entries(variants))('gets the same labels: %s', (_, change) => {
    fc.assert(
      fc.property(judged, ({ reply: text, context: given, policy }) => {
        const guard = factory(policy);
        const plain = labelsOf(guard.check(text, { ...given })).sort();
        const varied = labelsOf(guard.check(change(text), { ...given })).sort();
        if (plain.join() !== varied.join()) throw new Error(`${plain.join()} became ${varied.join()}: ${text}`);
      }),
      runs(0.02),
    );
  });
});
