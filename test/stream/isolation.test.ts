/** One guard serves any number of requests at once; two guards never mix. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { createGuard, protectTransform } from '../../src/index.ts';
import type { Context, Guard, Report } from '../../src/index.ts';
import { learnedReader } from '../../src/learned/index.ts';
import { loadFixtures } from '../../src/testing/files.ts';
import { mutableState } from './module-state.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const fixtures = loadFixtures(['.'], { root: fileURLToPath(new URL('../../fixtures', import.meta.url)), each: false }).filter((_, index) => index % 40 === 0);

interface Talk {
  readonly guard: Guard;
  readonly reply: string;
  readonly context: Context;
}

/** Streams all talks at once, one code unit of each in turn. */
function interleaved(talks: readonly Talk[]): Report[] {
  const streams = talks.map(({ guard, context }) => guard.stream(context, { maxHeld: Infinity }));
  const longest = Math.max(...talks.map(({ reply }) => reply.length));
  for (let at = 0; at < longest; at++) {
    talks.forEach(({ reply }, index) => {
      if (at < reply.length) streams[index]!.push(reply[at]!);
    });
  }
  return streams.map((stream) => stream.end().report);
}

describe('streams at the same time', () => {
  it.each([
    ['of one guard', [createGuard()]],
    ['of guards with different policies', [createGuard(), createGuard({ policy: 'us-store' }), createGuard({ policy: { extends: 'default', off: ['timeline'], severities: { compensation: 'warn' } } })]],
    ['of guards with words of their own', [createGuard(), createGuard({ policy: { extends: 'default', vocabulary: { zh: { refund: ['回款'] } } } })]],
    ['of guards that share a second reader', ((reader) => [createGuard({ reader }), createGuard({ policy: 'us-store', reader })])(learnedReader())],
  ])('%s judge each as if it were alone', (_name, guards) => {
    const talks = fixtures.flatMap(({ reply, context }) => guards.map((guard) => ({ guard, reply, context })));
    const alone = talks.map(({ guard, reply, context }) => guard.check(reply, context));
    expect(interleaved(talks)).toEqual(alone);
  });

  it('hold each to its own policy', () => {
    const strict = createGuard();
    const lenient = createGuard({ policy: { extends: 'default', timelines: { refund: { min: 0, max: 24, unit: 'hour' } } } });
    const reply = '退款24小时内到账。';
    const reports = interleaved([strict, lenient, strict, lenient].map((guard) => ({ guard, reply, context: {} })));
    expect(reports.map(({ verdict }) => verdict)).toEqual(['block', 'pass', 'block', 'pass']);
  });

  it('run beside checks, edits and transforms of the same guard', async () => {
    const guard = createGuard();
    const session = guard.session();
    const stream = guard.stream();
    const reply = '您好。退款24小时内到账。';
    const transforms = [reply, '好的，我看看。'].map(async (text) => {
      const chunks: string[] = [];
      const from = new ReadableStream<string>({ start: (controller) => ([...text].forEach((unit) => controller.enqueue(unit)), controller.close()) });
      for await (const chunk of from.pipeThrough(protectTransform(guard))) chunks.push(chunk);
      return chunks.join('');
    });
    for (const unit of reply) {
      stream.push(unit);
      session.update(session.text + unit);
      guard.check('给您三倍赔偿');
    }
    expect(stream.end().report).toEqual(guard.check(reply));
    expect(session.update(session.text)).toEqual(guard.check(reply));
    expect(await Promise.all(transforms)).toEqual(['您好。退款通常需要3-5个工作日到账，具体以银行处理为准。', '好的，我看看。']);
  });
});

/**
 * What may change in a module of the core after it is loaded, and why no two guards can tell: `table`: filled while the
 * module loads; `once`: made of the library's data alone when first asked for, and then the same for everybody; `known`:
 * remembers objects by themselves; `scratch`: used within one synchronous pass, or by
 * one stream after another and emptied in between, and read nowhere else.
 */
const JUSTIFIED: Readonly<Record<string, Readonly<Record<string, 'table' | 'once' | 'known' | 'scratch'>>>> = {
  'decision/decide.ts': { shipped: 'once' },
  'default-engine.ts': { engine: 'once' },
  'en.ts': { engine: 'once' },
  'zh.ts': { engine: 'once' },
  'policy/presets.ts': { resolved: 'once' },
  'policy/resolve.ts': { resolved: 'known' },
  'quantity/read.ts': { readers: 'known' },
  'repair/words.ts': { compiled: 'once' },
  'stream/splitter.ts': { spare: 'scratch' },
  'text/characters.ts': { KIND: 'table', FOLD: 'table' },
  'text/fold.ts': { scratch: 'scratch' },
  'text/normalise.ts': { own: 'scratch' },
  'text/pinyin.ts': { readings: 'table' },
  'text/scan.ts': { state: 'scratch' },
  'text/vocabulary.ts': { REPAIRED_SHAPES: 'table', filter: 'table', heads: 'table', tails: 'table', coreByLetter: 'table', repairs: 'table', KNOWN_LENGTHS: 'table' },
};

describe('the core', () => {
  it('holds no state that two guards could share', () => {
    const found = globSync(['**/*.ts'], { cwd: source, ignore: ['{adapters,audit,cli,generated,reports,suppressions,testing}/**'] }).flatMap((path) =>
      mutableState(path, readFileSync(`${source}/${path}`, 'utf8')).map((name) => `${path} ${name}`),
    );
    const known = Object.entries(JUSTIFIED).flatMap(([path, names]) => Object.keys(names).map((name) => `${path} ${name}`));
    expect(found.sort()).toEqual(known.sort());
  });

  it.each([
    ['a counter', 'let n = 0; export const next = () => ++n;', ['n']],
    ['a cache', 'const seen = new Map(); export function f(a) { seen.set(a, 1); }', ['seen']],
    ['a field', 'const state = { at: 0 }; class A { m() { state.at = 1; } }', ['state']],
    ['a local of the same name', 'const list = []; export function f() { const list = []; list.push(1); }', []],
    ['a table', 'const table = []; for (const a of [1]) table.push(a);', []],
  ])('is searched for %s', (_name, text, expected) => {
    expect(mutableState('a.ts', text)).toEqual(expected);
  });
});
