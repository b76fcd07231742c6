/**
 * Takes each piece of the library's rule data away and lists what no fixture notices.
 *
 * `npx tsx scripts/mutation.ts --terms [--together] [--file rules/zh/cues.yml] [--concept hedge] [--json]`
 *
 * A line for each word that may go: file, concept, word, and why: `unread` (it stands in no fixture), `silent` (it stands in
 * some, and all pass without it), `double` (another entry says the same). Each word is tried by itself; with `--together` what
 * nobody notices stays away while the next is tried, the longest first, so that the whole list may go at once.
 */
import { parseArgs } from 'node:util';
import { HERITAGE } from '../src/acts/heritage.ts';
import { casesOf } from '../src/testing/mutation/suite.ts';
import { withoutEntries } from '../src/testing/mutation/terms.ts';
import { Vocabulary } from '../src/testing/mutation/vocabulary.ts';
import { libraryEntries, libraryFixtures, librarySettings } from './mutation/data.ts';

const { values: flags } = parseArgs({
  options: {
    terms: { type: 'boolean', default: false },
    file: { type: 'string' },
    concept: { type: 'string' },
    together: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const started = performance.now();
const entries = libraryEntries();
const cases = casesOf(libraryFixtures(), librarySettings());
const wanted = entries.filter(
  ({ place, concept }) => (flags.file === undefined || place.includes(flags.file)) && (flags.concept === undefined || concept === flags.concept),
);
if (flags.together) wanted.sort((a, b) => b.word.length - a.word.length);
const counts = { noticed: 0, unread: 0, silent: 0, double: 0 };
for (const { entry, changes, touched, noticedBy, mended } of withoutEntries(wanted, new Vocabulary(entries, HERITAGE), cases, { together: flags.together })) {
  const verdict = noticedBy !== undefined ? 'noticed' : !changes ? 'double' : touched === 0 ? 'unread' : 'silent';
  counts[verdict]++;
  if (verdict === 'noticed') continue;
  const fields = { file: entry.place, concept: entry.concept, term: entry.word, why: verdict, fixtures: touched, mends: mended.map(({ id }) => id) };
  const { file, concept, term, why, fixtures, mends } = fields;
  const gaps = mends.length > 0 ? `\tmends ${mends.join(' ')}` : '';
  process.stdout.write(`${flags.json ? JSON.stringify(fields) : `${file}\t${concept}\t${term}\t${why}${why === 'silent' ? ` ${fixtures}` : ''}${gaps}`}\n`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const share = ((100 * counts.noticed) / wanted.length).toFixed(1);
process.stderr.write(
  `${wanted.length} words, ${cases.length} fixtures (${cases.filter(({ passes }) => passes).length} pass): ${counts.noticed} noticed (${share} %), ` +
    `${counts.unread} unread, ${counts.silent} silent, ${counts.double} double; ${seconds} s\n`,
);
