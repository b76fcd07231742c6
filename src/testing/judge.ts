/** Compares a report with what a fixture asks for. */
import type { Category, Language } from '../types.ts';
import { labelsOf } from './checker.ts';
import type { CheckedFinding, CheckedReport, CheckerFactory } from './checker.ts';
import { repliesOf } from './each.ts';
import type { Fixture } from './fixture.ts';

/** One way in which a report differs from its fixture. */
export type Difference = Kind & {
  /** The phrases with which it does, of a fixture that has `each`; absent otherwise. */
  readonly phrases?: readonly string[];
};

type Kind =
  /** A label that the fixture asks for was not found. */
  | { readonly kind: 'missing'; readonly label: Category }
  /** A label that the fixture neither asks for nor allows was found. */
  | { readonly kind: 'unwanted'; readonly label: Category; readonly findings: readonly CheckedFinding[] }
  /** The label was found, but the finding marks other words. */
  | { readonly kind: 'misplaced'; readonly label: Category; readonly words: string; readonly marked: readonly string[] };

/** A fixture, what it got, and how that differs. No differences: it passes. With `each`, what any of its replies got. */
export interface Outcome {
  readonly fixture: Fixture;
  readonly got: readonly Category[];
  readonly differences: readonly Difference[];
  readonly findings: readonly CheckedFinding[];
}

/**
 * Judges one report. Findings of severity `info` are no labels. A good fixture must get no label outside
 * `allowed`; a bad one its labels, and nothing else outside `allowed`, at the words that it marks.
 *
 * @param fixture the fixture
 * @param report the report on its reply
 * @returns the differences, if any
 */
export function judge(fixture: Fixture, report: CheckedReport): Outcome {
  const findings = report.findings.filter((finding) => finding.severity !== 'info');
  const got = labelsOf(report);
  const differences: Difference[] = [];
  for (const label of fixture.labels) {
    if (!got.includes(label)) differences.push({ kind: 'missing', label });
  }
  for (const label of got) {
    if (fixture.labels.includes(label) || fixture.allowed.includes(label)) continue;
    differences.push({ kind: 'unwanted', label, findings: findings.filter((finding) => finding.category === label) });
  }
  for (const { label, words } of fixture.marks) {
    const candidates = findings.filter((finding) => finding.category === label);
    if (candidates.length === 0) continue;
    if (!candidates.some((finding) => marks(fixture, words, finding))) {
      differences.push({ kind: 'misplaced', label, words, marked: candidates.map((finding) => finding.text) });
    }
  }
  return { fixture, got, differences, findings };
}

/**
 * Judges a fixture; with `each`, all the replies that it stands for.
 *
 * @param fixture the fixture
 * @param reportOn the report on a reply, in the context that comes with it
 * @returns one outcome; of the same difference in several replies, the first, with the phrases of all
 */
export function judgeEach(fixture: Fixture, reportOn: (one: Fixture) => CheckedReport): Outcome {
  const { each } = fixture;
  if (each === undefined) return judge(fixture, reportOn(fixture));
  const got = new Set<Category>();
  const findings: CheckedFinding[] = [];
  const differences = new Map<string, Kind & { readonly phrases: string[] }>();
  repliesOf(fixture).forEach((one, at) => {
    const outcome = judge(one, reportOn(one));
    for (const label of outcome.got) got.add(label);
    findings.push(...outcome.findings);
    for (const difference of outcome.differences) {
      const key = `${difference.kind} ${difference.label}`;
      const known = differences.get(key);
      if (known === undefined) differences.set(key, { ...difference, phrases: [each[at]!] });
      else if (!known.phrases.includes(each[at]!)) known.phrases.push(each[at]!);
    }
  });
  return { fixture, got: [...got], differences: [...differences.values()], findings };
}

/**
 * A reply in which an outcome shows: the fixture's own, or with `each` the first that differs.
 *
 * @param outcome an outcome
 * @returns a fixture without `each`
 */
export function exampleOf({ fixture, differences }: Outcome): Fixture {
  const { each = [] } = fixture;
  const [phrase] = differences[0]?.phrases ?? [];
  return repliesOf(fixture)[phrase === undefined ? 0 : each.indexOf(phrase)] ?? fixture;
}

function marks(fixture: Fixture, words: string, { start, end }: CheckedFinding): boolean {
  for (let at = fixture.reply.indexOf(words); at >= 0; at = fixture.reply.indexOf(words, at + 1)) {
    const stop = at + words.length;
    if (fixture.marking === 'exact' ? start === at && end === stop : start < stop && end > at) return true;
  }
  return false;
}

/**
 * Checks fixtures with their own policies and contexts. Fragments are left out.
 *
 * @param fixtures the fixtures
 * @param factory makes the checker of a policy; use `cached`
 * @returns an outcome for each fixture that is judged, in order
 */
export function runFixtures(fixtures: readonly Fixture[], factory: CheckerFactory): Outcome[] {
  return fixtures
    .filter((fixture) => !fixture.fragment)
    .map((fixture) => judgeEach(fixture, (one) => factory(one.policy).check(one.reply, contextOf(one))));
}

/**
 * The context that a fixture is checked in: its own, with its language for the messages.
 *
 * @param fixture the fixture
 * @returns a context for `check`
 */
export function contextOf(fixture: Fixture): Record<string, unknown> {
  return { lang: fixture.lang, ...fixture.context };
}

/** An advice that does not pass the check it is meant to mend. */
export interface BadAdvice {
  /** Rule that gives it. */
  readonly rule: string;
  readonly advice: string;
  /** What the advice itself gets. */
  readonly labels: readonly Category[];
  /** The first fixture that shows it. */
  readonly fixture: Fixture;
}

/**
 * Checks the advice of every finding in the finding's own context, as if an apology had been made.
 *
 * @param outcomes what {@link runFixtures} gave
 * @param factory makes the checker of a policy; use `cached`
 * @returns each advice that gets a label, once for every policy
 */
export function checkAdvice(outcomes: readonly Outcome[], factory: CheckerFactory): BadAdvice[] {
  const seen = new Set<string>();
  const bad: BadAdvice[] = [];
  for (const { fixture, findings } of outcomes) {
    for (const { rule, advice } of findings) {
      if (advice === undefined || advice === '') continue;
      const context = { ...contextOf(fixture), apologized: true };
      const key = JSON.stringify([advice, fixture.policy, context]);
      if (seen.has(key)) continue;
      seen.add(key);
      const labels = labelsOf(factory(fixture.policy).check(advice, context));
      if (labels.length > 0) bad.push({ rule, advice, labels, fixture });
    }
  }
  return bad;
}

/**
 * An outcome in a few lines: where it stands, what was expected, what came, and the words.
 *
 * @param outcome a failed outcome
 * @param language language of the lines; English if left out
 * @returns lines without a final line break
 */
export function describeOutcome(outcome: Outcome, language: Language = 'en'): string {
  const { fixture, got, differences } = outcome;
  const zh = language === 'zh';
  const none = zh ? '无' : 'nothing';
  const expected = fixture.labels.length === 0 ? none : fixture.labels.join(', ');
  const allowed = fixture.allowed.length === 0 ? '' : `  (${zh ? '可有可无' : 'allowed'}: ${fixture.allowed.join(', ')})`;
  const lines = [
    `${fixture.file}:${fixture.line} ${fixture.id}`,
    `  ${clip(fixture.reply)}`,
    `  ${zh ? '应报' : 'expected'}: ${expected}${allowed}`,
    `  ${zh ? '实报' : 'got'}:      ${got.length === 0 ? none : got.join(', ')}`,
  ];
  for (const difference of differences) {
    lines.push(`    ${describeDifference(difference, zh)}`);
    if (difference.phrases !== undefined) lines.push(`      ${describePhrases(difference.phrases, language)}`);
  }
  return lines.join('\n');
}

function describeDifference(difference: Difference, zh: boolean): string {
  switch (difference.kind) {
    case 'missing':
      return zh ? `- 漏报 ${difference.label}` : `- missing ${difference.label}`;
    case 'unwanted': {
      const words = difference.findings.map(({ rule, text }) => `${rule} “${clip(text)}”`).join('; ');
      return zh ? `+ 误报 ${difference.label}：${words}` : `+ unwanted ${difference.label}: ${words}`;
    }
    case 'misplaced': {
      const marked = difference.marked.map((text) => `“${clip(text)}”`).join(', ');
      return zh
        ? `~ ${difference.label} 应划出“${difference.words}”，实际划出 ${marked}`
        : `~ ${difference.label} should mark “${difference.words}”, marks ${marked}`;
    }
  }
}

/** How many phrases are named; the others are counted. */
const NAMED = 20;

/**
 * The phrases with which a fixture differs, in a line.
 *
 * @param phrases the phrases
 * @param language language of the line
 * @returns a line without a line break; the first twenty by name
 */
export function describePhrases(phrases: readonly string[], language: Language): string {
  const zh = language === 'zh';
  const named = phrases.slice(0, NAMED).map((phrase) => clip(phrase));
  const more = phrases.length - named.length;
  if (zh) return `代入：${named.join('、')}${more > 0 ? ` 等 ${phrases.length} 个` : ''}`;
  return `with: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

function clip(text: string): string {
  const line = text.replaceAll('\n', '⏎');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
