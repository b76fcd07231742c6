/**
 * Takes each piece of the library's rule data away, or turns it round, and lists what no fixture notices.
 *
 *   npm run verify:mutation                               everything; fails below the shares that are committed in this file
 *   npx tsx scripts/mutation.ts --rules --patterns --policies --terms    only these kinds
 *     [--terms --together]    what nobody notices stays away while the next is tried, the longest word first: the whole list may go;
 *                             --patterns --together does the same with patterns and their exceptions
 *     [--file TEXT] [--concept NAME]    only words of such files, of this concept
 *     [--sample 2000 --seed 1]          only so many words, chosen by the seed
 *     [--list] [--json]                 print what nobody notices, one a line: place, piece, why
 *
 * Why nobody notices: `unread` (no fixture reads it), `silent` (some do, and get the same without it), `double` (other data
 * says the same).
 */
import { parseArgs } from 'node:util';
import { HERITAGE } from '../src/acts/heritage.ts';
import { CUES } from '../src/acts/modifiers.ts';
import { withoutPatterns } from '../src/testing/mutation/patterns.ts';
import type { Fixture } from '../src/testing/fixture.ts';
import type { PieceEffect, PieceKind } from '../src/testing/mutation/piece.ts';
import { withoutPolicyValues } from '../src/testing/mutation/policies.ts';
import { withoutRuleParts } from '../src/testing/mutation/rules.ts';
import { casesOf } from '../src/testing/mutation/suite.ts';
import { withoutEntries } from '../src/testing/mutation/terms.ts';
import { Vocabulary } from '../src/testing/mutation/vocabulary.ts';
import type { WordEntry } from '../src/testing/mutation/vocabulary.ts';
import { messageCases } from './mutation/messages.ts';
import { libraryFixtures, librarySettings, libraryWords } from './mutation/data.ts';
import { readActs, readRules } from './rule-data.ts';

/** Shares of noticed pieces, in percent, below which the run fails. */
const LEAST: Readonly<Partial<Record<PieceKind, number>>> = { rule: 100, 'rule-part': 95, pattern: 95, exception: 95, policy: 100, word: 95, cue: 95 };

const { values: flags } = parseArgs({
  options: {
    rules: { type: 'boolean', default: false },
    patterns: { type: 'boolean', default: false },
    policies: { type: 'boolean', default: false },
    terms: { type: 'boolean', default: false },
    together: { type: 'boolean', default: false },
    file: { type: 'string' },
    concept: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const all = !flags.rules && !flags.patterns && !flags.policies && !flags.terms;
const listed = flags.list || flags.json || flags.together || !all;

const started = performance.now();
const settings = librarySettings();
const fixtures = libraryFixtures();
const counts = new Map<PieceKind, Record<'noticed' | 'unread' | 'silent' | 'double', number>>();

function* effects(): Generator<PieceEffect> {
  if (all || flags.rules || flags.patterns || flags.policies) yield* effectsOnData();
  if (all || flags.terms) yield* effectsOnWords();
}

function* effectsOnData(): Generator<PieceEffect> {
  // What rules and patterns do shows in the first phrase of a sentence; its other phrases are there for the words.
  const cases = casesOf(fixtures.map(firstPhrase), settings);
  if (all || flags.rules) yield* withoutRuleParts(readRules(), cases);
  if (all || flags.patterns) yield* withoutPatterns(readActs(), [], [...cases, ...messageCases(settings)], { together: flags.together });
  if (all || flags.policies) yield* withoutPolicyValues(cases, ['default', 'us-store']);
}

function* effectsOnWords(): Generator<PieceEffect> {
  const { entries, pieces } = libraryWords();
  const words = new Vocabulary(entries, HERITAGE);
  const shown = [...casesOf(fixtures, settings), ...messageCases(settings)];
  for (const { entry, ...effect } of withoutEntries(chosen(pieces), words, shown, { together: flags.together })) {
    const kind = CUES.some((cue) => entry.concepts.includes(cue)) ? 'cue' : 'word';
    yield { kind, place: entry.place, piece: `${entry.concepts.join(' ')}\t${entry.name ?? entry.word}`, ...effect };
  }
}

function firstPhrase(fixture: Fixture): Fixture {
  return fixture.each === undefined ? fixture : { ...fixture, each: fixture.each.slice(0, 1) };
}

function chosen(entries: readonly WordEntry[]): WordEntry[] {
  const { file, concept, sample, seed } = flags;
  const some = entries.filter((entry) => (file === undefined || entry.place.includes(file)) && (concept === undefined || entry.concepts.includes(concept)));
  if (flags.together) some.sort((a, b) => b.word.length - a.word.length);
  if (sample === undefined) return some;
  // A linear congruence is random enough to choose by, and the same everywhere.
  let state = Number(seed) >>> 0;
  const drawn = some.map((entry) => ({ entry, at: (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) }));
  return drawn.sort((a, b) => a.at - b.at).slice(0, Number(sample)).map(({ entry }) => entry);
}

for (const { kind, place, piece, changes, touched, noticedBy, mended } of effects()) {
  const why = noticedBy !== undefined ? 'noticed' : changes === false ? 'double' : touched === 0 ? 'unread' : 'silent';
  const count = counts.get(kind) ?? { noticed: 0, unread: 0, silent: 0, double: 0 };
  counts.set(kind, count);
  count[why]++;
  if (why === 'noticed' || !listed) continue;
  const mends = mended.map(({ id }) => id);
  if (flags.json) process.stdout.write(`${JSON.stringify({ kind, place, piece, why, touched, mends })}\n`);
  else process.stdout.write(`${place}\t${piece}\t${why}${why === 'silent' ? ` ${touched}` : ''}${mends.length > 0 ? `\tmends ${mends.join(' ')}` : ''}\n`);
}

const table = flags.json || flags.terms ? process.stderr : process.stdout;
let data = { pieces: 0, noticed: 0 };
for (const [kind, { noticed, unread, silent, double }] of counts) {
  const pieces = noticed + unread + silent + double;
  const share = (100 * noticed) / pieces;
  if (kind !== 'word' && kind !== 'cue') data = { pieces: data.pieces + pieces, noticed: data.noticed + noticed };
  const short = share < (LEAST[kind] ?? 0);
  if (short) process.exitCode = 1;
  table.write(
    `${kind.padEnd(10)} ${String(pieces).padStart(6)}  noticed ${share.toFixed(1).padStart(5)} %  unread ${unread}, silent ${silent}, double ${double}${short ? `  below ${LEAST[kind] ?? 0} %` : ''}\n`,
  );
}
const share = data.pieces === 0 ? '' : `, ${((100 * data.noticed) / data.pieces).toFixed(1)} % of ${data.pieces} pieces of rule data noticed`;
table.write(`${fixtures.length} fixtures${share}; ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
