import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readBaseline } from '../src/testing/baseline.ts';
import { readCorrections } from '../src/testing/corpus.ts';
import { loadFixtures } from '../src/testing/files.ts';
import { compareGaps } from '../src/testing/gaps.ts';
import { guardFactory } from '../src/testing/guard.ts';
import { checkAdvice, describeOutcome, runFixtures } from '../src/testing/judge.ts';
import { CATEGORIES } from '../src/types.ts';

const folder = fileURLToPath(new URL('../fixtures', import.meta.url));
const fixtures = loadFixtures(['.'], { root: folder });
const factory = guardFactory();
const outcomes = runFixtures(fixtures, factory);
const baseline = readBaseline(folder);
const files = [...new Set(outcomes.map(({ fixture }) => fixture.file))];
const UPDATE = 'npm run fixtures -- --update-gaps';

describe('fixtures', () => {
  it.each(files)('%s', (file) => {
    const report = compareGaps(
      outcomes.filter(({ fixture }) => fixture.file === file),
      baseline,
    );
    const failures = [
      ...report.broken.map((outcome) => `passed before, fails now:\n${describeOutcome(outcome)}`),
      ...report.fresh.map((outcome) => `fails and is new (mend it, or ${UPDATE}):\n${describeOutcome(outcome)}`),
      ...report.stale.map(({ fixture }) => `stale gap, it passes: remove it (${UPDATE}): ${fixture.id}`),
      ...report.unrecorded.map(({ fixture }) => `passes and is not recorded yet (${UPDATE}): ${fixture.id}`),
    ];
    expect(failures.join('\n\n')).toBe('');
  });

  it('has no list entry without a fixture', () => {
    expect(compareGaps(outcomes, baseline).gone).toEqual([]);
  });

  it('lists no fixture both as a gap and as passing', () => {
    const passing = new Set(Object.values(baseline.passing).flat());
    const both = Object.values(baseline.gaps).flat().filter((id) => passing.has(id));
    expect(both).toEqual([]);
  });

  it('gives advice that passes its own check', () => {
    const bad = checkAdvice(outcomes, factory).map(
      ({ rule, advice, labels, fixture }) => `${rule} (${fixture.id}): ${labels.join(', ')}: ${advice}`,
    );
    expect(bad).toEqual([]);
  });

  it('carries every correction of the corpora', () => {
    const corrections = readCorrections(parse(readFileSync(join(folder, 'corpora/corrections.yml'), 'utf8')));
    const byId = new Map(fixtures.map((fixture) => [fixture.id, fixture]));
    for (const { id, was, labels = was, allowed } of corrections.values()) {
      expect([id, byId.get(id)?.labels]).toEqual([id, labels]);
      if (allowed !== undefined) expect([id, byId.get(id)?.allowed]).toEqual([id, allowed]);
    }
  });

  it('keeps each hand-written fixture in the file of its first label', () => {
    const lost = fixtures.filter(({ file, labels, fragment }) => {
      // Sentences for words stand where the words do, replies for parts of rules together.
      if (!file.endsWith('.yml') || file.startsWith('words/') || file === 'parts.yml' || fragment || labels.length === 0) return false;
      return file !== `${String(labels[0])}.yml`;
    });
    expect(lost.map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
  });

  it.each(CATEGORIES)('has at least 12 bad and 12 good hand-written replies in %s.yml, in both languages', (category) => {
    const own = fixtures.filter(({ file }) => file === `${category}.yml`);
    const bad = own.filter(({ labels }) => labels.length > 0);
    const good = own.filter(({ labels }) => labels.length === 0);
    expect(bad.length).toBeGreaterThanOrEqual(12);
    expect(good.length).toBeGreaterThanOrEqual(12);
    expect(new Set(bad.map(({ lang }) => lang)).size).toBe(2);
    expect(new Set(good.map(({ lang }) => lang)).size).toBe(2);
  });
});
