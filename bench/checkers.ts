import { BANNED_WORDS } from './words.ts';
import { EXPRESSIONS } from './expressions.ts';

/** Something that looks at a reply; what it returns keeps the work from being optimised away. */
export interface Checker {
  readonly name: string;
  /** `ours` has targets; the rest is for comparison. */
  readonly kind: 'floor' | 'ours' | 'peer';
  run(text: string): number;
}

/** One pass over the code units with one table look-up each: about the least that a checker in JavaScript does. */
export function floor(): Checker {
  const table = new Uint8Array(65_536);
  for (const word of BANNED_WORDS) for (let at = 0; at < word.length; at += 1) table[word.charCodeAt(at)] = 1;
  return {
    name: 'floor',
    kind: 'floor',
    run(text) {
      let sum = 0;
      for (let at = 0; at < text.length; at += 1) sum += table[text.charCodeAt(at)]!;
      return sum;
    },
  };
}

/** The checkers of the built package: the rules alone, and with the learned reader if there is one. */
export async function ours(): Promise<Checker[]> {
  const { createGuard } = await import(new URL('../dist/index.js', import.meta.url).href);
  const guard = createGuard();
  const list: Checker[] = [{ name: 'replyguard', kind: 'ours', run: (text) => guard.check(text).findings.length }];
  try {
    const { learnedReader } = await import(new URL('../dist/learned/index.js', import.meta.url).href);
    const both = createGuard({ reader: learnedReader() });
    list.push({
      name: 'replyguard, learned reader too',
      kind: 'ours',
      run: (text) => both.check(text).findings.length,
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
  }
  return list;
}

/** What people use today. Those that are packages are left out, with a word, if `bench` was not installed. */
export async function peers(): Promise<{ checkers: Checker[]; missing: string[] }> {
  const missing: string[] = [];
  const optional = async (name: string, make: () => Promise<(text: string) => number>): Promise<Checker[]> => {
    try {
      return [{ name, kind: 'peer', run: await make() }];
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
      missing.push(name);
      return [];
    }
  };
  const checkers = [
    { name: 'one union RegExp', kind: 'peer' as const, run: unionExpression() },
    ...(await optional('@monyone/aho-corasick', async () => {
      const { AhoCorasick } = await import('@monyone/aho-corasick');
      const matcher = new AhoCorasick([...BANNED_WORDS]);
      return (text) => matcher.matchInText(text).length;
    })),
    ...(await optional('mint-filter', async () => {
      const { default: Mint } = await import('mint-filter');
      const mint = new Mint([...BANNED_WORDS]);
      return (text) => mint.filter(text).words.length;
    })),
    { name: 'banned words by includes', kind: 'peer' as const, run: includes },
    ...(await optional('modern-ahocorasick', async () => {
      const { default: AhoCorasick } = await import('modern-ahocorasick');
      const matcher = new AhoCorasick([...BANNED_WORDS]);
      return (text) => matcher.search(text).length;
    })),
    { name: '66 regular expressions', kind: 'peer' as const, run: expressions },
    ...(await optional('obscenity', async () => {
      const { DataSet, RegExpMatcher, parseRawPattern } = await import('obscenity');
      const data = new DataSet<{ word: string }>();
      for (const word of BANNED_WORDS) {
        data.addPhrase((phrase) => phrase.setMetadata({ word }).addPattern(parseRawPattern(word)));
      }
      const matcher = new RegExpMatcher(data.build());
      return (text) => matcher.getAllMatches(text).length;
    })),
  ];
  return { checkers, missing };
}

function includes(text: string): number {
  const lower = text.toLowerCase();
  let hits = 0;
  for (const word of BANNED_WORDS) if (lower.includes(word)) hits += 1;
  return hits;
}

function unionExpression(): (text: string) => number {
  const escaped = BANNED_WORDS.map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const union = new RegExp(escaped.sort((a, b) => b.length - a.length).join('|'), 'gi');
  return (text) => {
    let hits = 0;
    union.lastIndex = 0;
    while (union.exec(text) !== null) hits += 1;
    return hits;
  };
}

function expressions(text: string): number {
  let hits = 0;
  for (const expression of EXPRESSIONS) if (expression.test(text)) hits += 1;
  return hits;
}
