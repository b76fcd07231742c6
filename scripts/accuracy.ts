/**
 * How often the check is right on labelled replies:
 * `npm run accuracy -- FILES [--misses] [--false-alarms] [--category X] [--reader rules|learned|both] [--json]`.
 *
 * FILES are JSONL as in LABELS.md or fixtures (JSONL). Labels in `allowed` are neither asked for nor held against.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readContext } from '../src/context/index.ts';
import { defaultEngine } from '../src/default-engine.ts';
import { learnedReader } from '../src/learned/index.ts';
import type { CheckerFactory } from '../src/testing/checker.ts';
import { guardFactory } from '../src/testing/guard.ts';
import { parseLabelled } from '../src/testing/corpus.ts';
import { evaluate } from '../src/testing/evaluate.ts';
import type { Evaluated } from '../src/testing/evaluate.ts';
import { score } from '../src/testing/score.ts';
import type { Score, Share } from '../src/testing/score.ts';
import { languageOf } from '../src/text/script.ts';
import { CATEGORIES } from '../src/types.ts';
import type { Category } from '../src/types.ts';

const { values: flags, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    'false-alarms': { type: 'boolean', default: false },
    category: { type: 'string' },
    reader: { type: 'string', default: 'rules' },
    json: { type: 'boolean', default: false },
  },
});

const only = CATEGORIES.find((category) => category === flags.category);
const reader = (['rules', 'learned', 'both'] as const).find((name) => name === flags.reader);
if (files.length === 0 || reader === undefined || (flags.category !== undefined && only === undefined)) {
  process.stderr.write(
    'usage: npm run accuracy -- FILES.jsonl [--misses] [--false-alarms] [--category X] [--reader rules|learned|both] [--json]\n',
  );
  process.exit(2);
}

const factory = reader === 'learned' ? learnedAlone() : guardFactory(reader === 'both' ? learnedReader() : undefined);
const byFile = files.map((file) => ({ file, rows: evaluate(parseLabelled(readFileSync(file, 'utf8'), file), factory) }));
const scores = byFile.map(({ file, rows }) => ({ file, score: score(rows) }));
const pooled = score(byFile.flatMap(({ rows }) => rows));

if (flags.json) {
  process.stdout.write(`${JSON.stringify({ reader, files: scores, pooled }, null, 2)}\n`);
} else {
  if (flags.misses) print('Misses', byFile, (row) => missesOf(row));
  if (flags['false-alarms']) print('False alarms', byFile, (row) => falseAlarmsOf(row));
  const lines = [...summary(scores, pooled), '', ...table(pooled), '', `reader: ${reader}; 95 % intervals in brackets`];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The learned reader without the rules, with the limits that it has beside them. */
function learnedAlone(): CheckerFactory {
  const engine = defaultEngine();
  const learned = learnedReader();
  return () => ({
    check: (reply, raw = {}) => {
      const context = readContext(raw);
      const sentences = engine.read(reply).sentences.map(({ sentence }) => sentence);
      const candidates = learned.candidates(sentences, engine.lexicon.concepts, context, context.lang ?? languageOf(reply, 'zh'), 'beside');
      const findings = candidates.map(({ category, start, end }) => {
        return { category, severity: 'warn' as const, rule: `learned/${category}`, start, end, text: reply.slice(start, end), message: '' };
      });
      return { verdict: findings.length === 0 ? 'pass' : 'warn', findings };
    },
  });
}

function chosen(labels: readonly Category[]): readonly Category[] {
  return only === undefined ? labels : labels.filter((label) => label === only);
}

function missesOf({ labels, got }: Evaluated): readonly Category[] {
  return chosen(labels.filter((label) => !got.includes(label)));
}

function falseAlarmsOf({ labels, allowed, got }: Evaluated): readonly Category[] {
  return chosen(got.filter((label) => !labels.includes(label) && !allowed.includes(label)));
}

function print(
  title: string,
  sets: readonly { file: string; rows: readonly Evaluated[] }[],
  pick: (row: Evaluated) => readonly Category[],
): void {
  process.stdout.write(`${title}\n`);
  for (const { rows } of sets) {
    for (const row of rows) {
      const labels = pick(row);
      if (labels.length === 0) continue;
      const context = JSON.stringify(row.line.context ?? {});
      process.stdout.write(`\n${row.line.id} ${labels.join(', ')}${context === '{}' ? '' : `  ${context}`}\n`);
      process.stdout.write(`  ${row.line.reply.replaceAll('\n', '⏎')}\n`);
      if (row.line.why !== undefined) process.stdout.write(`  why: ${row.line.why}\n`);
      for (const { category, rule, text } of row.findings) {
        if (labels.includes(category)) process.stdout.write(`  ${rule}: “${text}”\n`);
      }
    }
  }
  process.stdout.write('\n');
}

function summary(parts: readonly { file: string; score: Score }[], all: Score): string[] {
  const header = ['file', 'replies', 'over-promise F1', 'conduct F1', 'clean', 'flagged', 'flagged in 1,000', 'span overlap'];
  const row = (name: string, one: Score) => [
    name,
    String(one.replies),
    percent(one.overPromise),
    percent(one.conduct),
    String(one.clean),
    String(one.flagged),
    perThousand(one.flaggedShare),
    percent(one.overlap),
  ];
  const body = parts.map(({ file, score: one }) => row(basename(file), one));
  return columns([header, ...body, row('all', all)]);
}

function table(all: Score): string[] {
  const header = ['category', 'gold', 'found', 'missed', 'false', 'precision', 'recall', 'F1'];
  const rows = all.categories
    .filter(({ category }) => only === undefined || category === only)
    .map((one) => [
      one.category,
      String(one.found + one.missed),
      String(one.found),
      String(one.missed),
      String(one.false),
      percent(one.precision),
      percent(one.recall),
      percent(one.f1),
    ]);
  return columns([header, ...rows]);
}

function percent(share: Share | null): string {
  if (share === null) return '–';
  const figure = (value: number) => (value * 100).toFixed(1);
  return `${figure(share.value)} [${figure(share.low)}–${figure(share.high)}]`;
}

function perThousand(share: Share | null): string {
  if (share === null) return '–';
  const figure = (value: number) => (value * 1000).toFixed(1);
  return `${figure(share.value)} [${figure(share.low)}–${figure(share.high)}]`;
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
}
