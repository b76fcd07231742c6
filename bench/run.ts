/**
 * `npm run bench [-- --quick] [-- --strict] [-- --only ratios|growth|hostile|stream|setup]`: how fast the built package is, as ratios.
 *
 * `--quick` leaves the peers out and does fewer rounds; `--strict` fails when a target is missed.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { floor, ours, peers } from './checkers.ts';
import { growth, hostile } from './growth.ts';
import { kept, ratios } from './measure.ts';
import { setUp } from './setup.ts';
import { builtGuards, editShare, streamCosts } from './stream.ts';
import { CHINESE, ENGLISH, joined } from './texts.ts';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

/** The row *target* of the yardstick: how many times the floor the whole check may cost. */
const TARGETS: readonly (readonly [name: string, texts: readonly string[], target: number])[] = [
  ['zh-short', CHINESE, 20],
  ['zh-400', joined(CHINESE, 410, '\n'), 20],
  ['en', ENGLISH, 12],
];
const POWER = 1.25;
const HOSTILE_RATIO = 3;
const STREAM_RATIO = 1.5;
const SET_UP_MS = 50;

let missed = 0;

function line(...columns: readonly (string | number)[]): void {
  const cells = columns.map((value, index) => {
    const text = typeof value === 'number' ? value.toFixed(value < 100 ? 2 : 0) : value;
    return index === 0 ? pad(text, 34) : text.padStart(12);
  });
  process.stdout.write(`${cells.join('')}\n`);
}

/** Chinese characters take two columns. */
function pad(text: string, width: number): string {
  const wide = text.replace(/[^\u2e80-\uffef]/g, '').length;
  return text + ' '.repeat(Math.max(0, width - text.length - wide));
}

/** `ok` or `MISSED`, and counts. */
function judge(value: number, target: number): string {
  if (value <= target) return 'ok';
  missed += 1;
  return 'MISSED';
}

function wanted(part: string): boolean {
  return flags.only === undefined || flags.only === part;
}

if (!existsSync(new URL('../dist/index.js', import.meta.url))) throw new Error('nothing is built: npm run build');
const own = await ours();

if (wanted('ratios')) {
  const { checkers, missing } = flags.quick ? { checkers: [], missing: [] } : await peers();
  const all = [floor(), ...own, ...checkers];
  const rounds = flags.quick ? 9 : 21;
  const columns = TARGETS.map(([, texts]) => ratios(all, texts, rounds));
  line('times the floor', ...TARGETS.map(([name]) => name));
  line('target', ...TARGETS.map(([, , target]) => String(target)));
  for (const { name, kind } of all) {
    const values = columns.map((column) => column.get(name)!);
    line(name, ...values, ...(kind === 'ours' ? values.map((value, index) => judge(value, TARGETS[index]![2])) : []));
  }
  if (missing.length > 0)
    process.stdout.write(`left out, not installed (npm ci --prefix bench): ${missing.join(', ')}\n`);
}

for (const checker of own) {
  if (wanted('growth')) {
    process.stdout.write(`\n${checker.name}: growth from 10,000 to 1,000,000 (power of n, at most ${POWER})\n`);
    for (const { text, power, perUnit } of growth(checker))
      line(text, power, `${perUnit.toFixed(0)} ns`, judge(power, POWER));
  }
  if (wanted('hostile')) {
    process.stdout.write(
      `\n${checker.name}: hostile input of 100,000 (times ordinary chat, at most ${HOSTILE_RATIO})\n`,
    );
    for (const { name, ratio, length } of hostile(checker)) {
      line(name, ratio, judge(ratio, HOSTILE_RATIO), ...(length < 100_000 ? [`(${length})`] : []));
    }
  }
}

if (wanted('stream')) {
  for (const [name, guard] of await builtGuards()) {
    process.stdout.write(`\n${name}: a stream, times the whole check (at most ${STREAM_RATIO})\n`);
    for (const { text, cut, ratio } of streamCosts(guard, flags.quick ? 9 : 21)) {
      line(`${text}, ${cut}`, ratio, judge(ratio, STREAM_RATIO));
    }
    line('a character typed in 10,000', editShare(guard, flags.quick ? 9 : 21));
  }
}

if (wanted('setup')) {
  process.stdout.write(`\nset-up in a fresh process (ms, at most ${SET_UP_MS} in all)\n`);
  line('', 'load', 'first check');
  for (const [name, entry] of [
    ['both languages', 'index.js'],
    ['Chinese', 'zh.js'],
    ['English', 'en.js'],
  ] as const) {
    if (!existsSync(new URL(`../dist/${entry}`, import.meta.url))) continue;
    const { load, first } = setUp(entry, flags.quick ? 5 : 11);
    line(name, load, first, judge(load + first, SET_UP_MS));
  }
}

process.stdout.write(`\n${missed === 0 ? 'every target is met' : `${missed} targets are missed`}\n`);
if (flags.strict && missed > 0) process.exitCode = 1;
if (Number.isNaN(kept())) process.exitCode = 1;
