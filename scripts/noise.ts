/**
 * The same replies in evasive writing: `npm run noise [-- FILES] [--reader rules|both] [--changed]`.
 *
 * For each way of writing: how many replies it changes, how many of those get other labels than their plain form, and the
 * macro-F1 of both forms. Exit 1 where a way of writing costs more than two points. FILES are labelled JSONL; all fixtures if there are none. `--changed` prints the replies.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { learnedReader } from '../src/learned/index.ts';
import { labelsOf } from '../src/testing/checker.ts';
import { parseLabelled } from '../src/testing/corpus.ts';
import { loadFixtures } from '../src/testing/files.ts';
import type { Fixture } from '../src/testing/fixture.ts';
import { guardFactory } from '../src/testing/guard.ts';
import { score } from '../src/testing/score.ts';
import type { Score, Scored } from '../src/testing/score.ts';
import type { Category } from '../src/types.ts';
import { chineseNoise, englishNoise } from '../test/text/noise.ts';
import { ROOT } from './root.ts';

const { values: flags, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { reader: { type: 'string', default: 'rules' }, changed: { type: 'boolean', default: false } },
});

interface Labelled {
  readonly id: string;
  readonly lang: 'zh' | 'en';
  readonly reply: string;
  readonly policy: Fixture['policy'];
  readonly context: Fixture['context'];
  readonly labels: readonly Category[];
  readonly allowed: readonly Category[];
}

function load(): Labelled[] {
  if (files.length === 0) return loadFixtures(['.'], { root: `${ROOT}/fixtures`, each: false }).filter(({ fragment }) => !fragment);
  return files.flatMap((file) =>
    parseLabelled(readFileSync(file, 'utf8'), file).map(({ id, reply, lang = 'zh', policy, context = {}, labels = [], allowed = [] }) => ({
      id,
      lang,
      reply,
      policy: policy ?? (lang === 'en' ? 'us-store' : 'default'),
      context,
      labels,
      allowed,
    })),
  );
}

const factory = guardFactory(flags.reader === 'both' ? learnedReader() : undefined);

function judged({ policy, context, lang, labels, allowed }: Labelled, reply: string): Scored {
  return { labels, allowed, got: labelsOf(factory(policy).check(reply, { lang, ...context })) };
}

function figures({ overPromise, conduct }: Score): string {
  return [overPromise, conduct].map((share) => (share === null ? '–' : (100 * share.value).toFixed(1)).padStart(6)).join(' /');
}

/** Points of macro-F1 that a way of writing may cost. */
const MOST_LOST = 2;

function lost(before: Score, after: Score): number {
  const drop = (family: 'overPromise' | 'conduct'): number => 100 * ((before[family]?.value ?? 0) - (after[family]?.value ?? 0));
  return Math.max(drop('overPromise'), drop('conduct'));
}

const replies = load();
let failed = 0;
const plain = new Map(replies.map((reply) => [reply, judged(reply, reply.reply)]));
const same = (a: readonly Category[], b: readonly Category[]): boolean => a.length === b.length && a.every((label) => b.includes(label));
console.log('way of writing              changed  other labels    plain OP / conduct   evasive OP / conduct');
for (const [language, ways] of [['zh', chineseNoise], ['en', englishNoise]] as const) {
  const own = replies.filter(({ lang }) => lang === language);
  for (const { name, apply } of ways) {
    const before: Scored[] = [];
    const after: Scored[] = [];
    let other = 0;
    for (const reply of own) {
      const written = apply(reply.reply);
      if (written === reply.reply) continue;
      const first = plain.get(reply)!;
      const second = judged(reply, written);
      before.push(first);
      after.push(second);
      if (same(first.got, second.got)) continue;
      other++;
      if (flags.changed) console.log(`  ${reply.id} [${first.got.join(', ')}] → [${second.got.join(', ')}]  ${written.replaceAll('\n', '⏎')}`);
    }
    const share = `${other} (${((100 * other) / Math.max(1, after.length)).toFixed(1)} %)`;
    const [first, second] = [score(before), score(after)];
    const bad = lost(first, second) > MOST_LOST;
    if (bad) failed++;
    console.log(`${language} ${name.padEnd(24)}${String(after.length).padStart(8)}${share.padStart(14)}   ${figures(first)}      ${figures(second)}${bad ? '   TOO MUCH' : ''}`);
  }
}
console.log(failed === 0 ? 'no way of writing costs more than two points' : `${failed} ways of writing cost more than two points`);
process.exitCode = failed === 0 ? 0 : 1;
