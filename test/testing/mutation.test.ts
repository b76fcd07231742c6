import { describe, expect, it } from 'vitest';
import { Engine } from '../../src/engine.ts';
import { loadPolicy } from '../../src/index.ts';
import type { Rule } from '../../src/index.ts';
import type { LanguagePack } from '../../src/lexicon/pack.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { maskOf } from '../../src/testing/mutation/mask.ts';
import { withoutPatterns } from '../../src/testing/mutation/patterns.ts';
import { withoutPolicyValues } from '../../src/testing/mutation/policies.ts';
import { withoutRuleParts } from '../../src/testing/mutation/rules.ts';
import { casesOf } from '../../src/testing/mutation/suite.ts';
import type { Case } from '../../src/testing/mutation/suite.ts';
import { withoutEntries } from '../../src/testing/mutation/terms.ts';
import { piecesOf, Vocabulary } from '../../src/testing/mutation/vocabulary.ts';
import type { WordEntry } from '../../src/testing/mutation/vocabulary.ts';
import { mutateShop } from '../../src/testing/workbench.ts';
import { fixture } from './stub.ts';

const NO_HERITAGE = { inherited: [], kept: [], refusing: [] };
const policy = loadPolicy('default');

const entry = (concept: string, word: string): WordEntry => ({ place: 'zh', concepts: [concept], word, terms: [word] });
const entries = [entry('boast', '最好'), entry('boast', '第一'), entry('boast', '全网第一'), entry('negation', '不是'), entry('shop', '本店'), entry('joke', '玩笑')];
const pack: LanguagePack = { language: 'zh', terms: { boast: '最好|第一|全网第一', negation: '不是', shop: '本店', joke: '玩笑' } };
const acts = [{ act: 'boasting', patterns: ['boast !joke', 'shop > boast'] }];
const rule: Rule = {
  id: 'future/boast',
  category: 'future',
  status: 'stable',
  source: { article: 'own', passage: 'no boasting' },
  acts: ['boasting'],
  unless: ['negated', 'question'],
  message: { zh: '夸口', en: 'Boasts.' },
  advice: { zh: '好的。', en: 'Fine.' },
};

function cases(...replies: readonly (readonly [reply: string, good?: 'good'])[]): Case[] {
  const engine = new Engine({ packs: [pack], quantities: [], acts, rules: [rule], partial: true });
  const fixtures = replies.map(([reply, good], index): Fixture => fixture({ id: `f-${index + 1}`, reply, labels: good === undefined ? ['future'] : [] }));
  return casesOf(fixtures, () => ({ engine, policy }));
}

describe('words', () => {
  it('are noticed by a fixture that needs them, and not where another word stands in', () => {
    const own = cases(['本店最好'], ['全网第一']);
    const effects = [...withoutEntries(entries, new Vocabulary(entries, NO_HERITAGE), own)];
    const noticed = Object.fromEntries(effects.map(({ entry: { word }, noticedBy, touched }) => [word, noticedBy?.id ?? touched]));
    // Without 全网第一 there is still 第一 in it; 第一 alone stands in no fixture.
    expect(noticed).toEqual({ 最好: 'f-1', 第一: 0, 全网第一: 1, 不是: 0, 本店: 1, 玩笑: 0 });
  });

  it('are noticed each by the reply that is made with it', () => {
    const engine = new Engine({ packs: [pack], quantities: [], acts, rules: [rule], partial: true });
    const one = fixture({ id: 'f-1', reply: '本店{}', each: ['最好', '第一'], labels: ['future'] });
    const own = casesOf([one], () => ({ engine, policy }));
    const noticed = [...withoutEntries(entries, new Vocabulary(entries, NO_HERITAGE), own)].filter(({ noticedBy }) => noticedBy !== undefined);
    expect(noticed.map(({ entry: { word }, noticedBy }) => `${noticedBy?.id} ${word}`)).toEqual(['f-1 最好', 'f-1 第一']);
  });

  it('taken away together are those that can all go', () => {
    const own = cases(['本店最好'], ['全网第一']);
    const effects = [...withoutEntries([...entries].reverse(), new Vocabulary(entries, NO_HERITAGE), own, { together: true })];
    const kept = effects.filter(({ noticedBy }) => noticedBy !== undefined).map(({ entry: { word } }) => word);
    // 全网第一 goes first, and then 第一 must stay.
    expect(kept).toEqual(['第一', '最好']);
  });

  it('say twice what is gone only when both are', () => {
    const double = [entry('boast', '最好'), entry('boast', '最好')];
    const [first] = withoutEntries(double, new Vocabulary(double, NO_HERITAGE), cases(['最好']));
    expect(first).toMatchObject({ changes: false, touched: 0 });
  });

  it('go by their alternatives, each with all that needs it', () => {
    const word = '{最|第}{好|一}';
    const terms = ['最好', '最一', '第好', '第一'];
    const whole = { ...entry('boast', word), terms };
    const pieces = piecesOf(whole, (spelling) => [spelling]);
    expect(pieces.map(({ name, terms: own }) => [name, own])).toEqual([
      ['[最]{好|一}', ['最好', '最一']],
      ['[第]{好|一}', ['第好', '第一']],
      ['{最|第}[好]', ['最好', '第好']],
      ['{最|第}[一]', ['最一', '第一']],
    ]);
    // 最好 is said twice: when two alternatives with it are gone, the other word still says so.
    const vocabulary = new Vocabulary([whole, entry('boast', '最好')], NO_HERITAGE);
    vocabulary.remove(pieces[0]!);
    vocabulary.remove(pieces[2]!);
    expect([...vocabulary.without(entry('boast', '最好')).keys()]).toEqual(['最好']);
  });

  it('change what longer words took over from them', () => {
    const heritage = { inherited: ['negation'], kept: [], refusing: [] };
    const vocabulary = new Vocabulary([entry('negation', '不是'), entry('boast', '不是最好')], heritage);
    expect(vocabulary.without(entry('negation', '不是'))).toEqual(new Map([['不是', []], ['不是最好', ['boast']]]));
  });
});

describe('a mask', () => {
  const { lexicon } = new Engine({ packs: [{ language: 'en', terms: { a: "can|can't|can do|not" } }], quantities: [], acts: [], rules: [], partial: true });
  const mask = maskOf(lexicon);
  const found = (text: string): string | undefined => (lexicon.match(text, 0, text.length) === undefined ? undefined : text.slice(0, lexicon.matchEnd));

  it('finds the next shorter word, whole words only, and gives everything back', () => {
    expect(found("can't")).toBe("can't");
    mask.put(new Map([["can't", []]]));
    expect(found("can't")).toBeUndefined();
    mask.put(new Map([['can do', []]]));
    expect(found('can do it')).toBe('can');
    expect(found('cando')).toBeUndefined();
    mask.put(new Map());
    expect(found('can do it')).toBe('can do');
  });

  it('tells what is found', () => {
    const told: string[] = [];
    mask.listen((term) => told.push(term));
    found('can\ndo');
    mask.listen(undefined);
    found('not');
    expect(told).toEqual(['can do']);
  });
});

describe('rules', () => {
  it('and each of their excuses are noticed by a fixture that needs them', () => {
    const effects = [...withoutRuleParts([rule], cases(['最好'], ['不是最好', 'good'], ['最好？', 'good']))];
    expect(effects.map(({ piece, noticedBy }) => [piece, noticedBy?.id])).toEqual([
      ['removed', 'f-1'],
      ['unless negated', 'f-2'],
      ['unless question', 'f-3'],
    ]);
    expect([...withoutRuleParts([rule], cases(['最好']))].filter(({ noticedBy }) => noticedBy !== undefined)).toHaveLength(1);
  });

  it('are as they were afterwards', () => {
    const own = cases(['最好'], ['不是最好', 'good']);
    const first = JSON.stringify([...withoutRuleParts([rule], own)]);
    expect(JSON.stringify([...withoutRuleParts([rule], own)])).toBe(first);
  });
});

describe('patterns', () => {
  it('and their exceptions are noticed by a fixture that needs them', () => {
    const effects = [...withoutPatterns(acts, [], cases(['最好'], ['玩笑最好', 'good'], ['本店玩笑第一']))];
    expect(effects.map(({ kind, piece, noticedBy }) => [kind, piece, noticedBy?.id])).toEqual([
      ['pattern', 'boast !joke', 'f-1'],
      ['exception', 'boast !joke  without !joke', 'f-2'],
      ['pattern', 'shop > boast', 'f-3'],
    ]);
  });
});

describe('exceptions of an act', () => {
  it('are noticed once for all its patterns', () => {
    const excepting = [{ act: 'boasting', except: ['joke', 'negation'], patterns: ['boast', 'shop > boast'] }];
    const effects = [...withoutPatterns(excepting, [], cases(['本店最好'], ['玩笑最好', 'good']))].filter(({ kind }) => kind === 'exception');
    expect(effects.map(({ piece, noticedBy }) => [piece, noticedBy?.id])).toEqual([
      ['except joke', 'f-2'],
      ['except negation', undefined],
    ]);
  });
});

describe('patterns taken away together', () => {
  it('are those that can all go, exceptions of what stays too', () => {
    const own = cases(['本店最好']);
    const kept = (together: boolean): string[] =>
      [...withoutPatterns(acts, [], own, { together })].filter(({ noticedBy }) => noticedBy !== undefined).map(({ piece }) => piece);
    // Each of the two patterns can stand in for the other.
    expect(kept(false)).toEqual([]);
    expect(kept(true)).toEqual(['shop > boast']);
  });
});

describe("a shop's data", () => {
  const coupon = [fixture({ id: 'over', reply: '已为您发放50元小甜票', labels: ['compensation'] }), fixture({ id: 'fine', reply: '已为您发放15元小甜票' })];
  const open = (extension: Parameters<typeof mutateShop>[1]['extension']): string[] =>
    [...mutateShop(coupon, { extension })].filter(({ noticedBy }) => noticedBy === undefined).map(({ piece }) => piece);

  it('is noticed, values of the policy and words', () => {
    const unnoticed = open({ synonyms: { 小甜票: '优惠券', 大甜票: '优惠券' } });
    expect(unnoticed).toContain('大甜票');
    expect(unnoticed).not.toContain('小甜票');
    expect(unnoticed).not.toContain('caps.coupon raised');
    expect(unnoticed).not.toContain('caps.coupon lowered');
    expect(unnoticed).toContain('timelines.dispatch faster');
  });

  it('leaves the engine of the library as it was', () => {
    open({});
    const effects = [...withoutPolicyValues(cases(['最好']))];
    expect(effects.every(({ noticedBy }) => noticedBy === undefined)).toBe(true);
    expect(open({})).toContain('timelines.dispatch faster');
  });
});
