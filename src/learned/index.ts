/**
 * `replyguard/learned`: a second reader, trained from the fixture suite alone. It catches what no rule lists; on its
 * own it warns and never blocks. Runs offline on table look-ups; the same fixtures give the same weights.
 *
 * @packageDocumentation
 */
import type { Engine } from '../engine.ts';
import { faultyChoice, InputError, refuseUnknownOptions, throwFaults } from '../errors.ts';
import { spanOf } from '../acts/span.ts';
import type { Sentence } from '../reading/reading.ts';
import type { Finding, Report } from '../report.ts';
import type { Run } from '../run.ts';
import type { Opinion, SecondReader } from '../second-reader.ts';
import { CATEGORIES } from '../types.ts';
import type { Category, Language } from '../types.ts';
import type { Circumstances } from './flags.ts';
import { Follower } from './follower.ts';
import { adviceOf, messageOf } from './messages.ts';
import { openingLanguage } from './opening.ts';
import { LanguageReader } from './reader.ts';
import type { Candidate, Grounds, Sensitivity } from './reader.ts';
import { BESIDE } from './beside.ts';
import { isTaught } from './taught.ts';
import { THRESHOLDS } from './thresholds.ts';
import { weightsEn } from './weights/en.ts';
import { weightsZh } from './weights/zh.ts';

export { SETTLED_BY_RULES } from './settled.ts';
export type { Circumstances } from './flags.ts';
export type { Candidate, Sensitivity, WeighedWords } from './reader.ts';

/** How the learned reader is to work. */
export interface LearnedOptions {
  /** Categories that it keeps silent about, beside {@link SETTLED_BY_RULES}. Default: none. */
  readonly except?: readonly Category[];
}

/** The learned reader; give it to `createGuard` as its second reader. */
export interface LearnedReader extends SecondReader {
  /**
   * The places that the reader takes for a category, whatever the rules say.
   *
   * @param sentences What an engine read of the reply.
   * @param concepts The concepts of that engine's lexicon, by id.
   * @param context What is known about the talk.
   * @param language Whose weights to use.
   * @param sensitivity How readily to speak up.
   */
  candidates(
    sentences: readonly Sentence[],
    concepts: readonly string[],
    context: Circumstances,
    language: Language,
    sensitivity: Sensitivity,
  ): Candidate[];
}

/**
 * Makes a learned reader. Weights are decoded on first use.
 *
 * @throws InputError if there is an option of another name, or no such category.
 */
export function learnedReader(options: LearnedOptions = {}): LearnedReader {
  refuseUnknownOptions(options, ['except']);
  const { except = [] } = options;
  throwFaults(InputError, except.flatMap((category, index) => faultyChoice(category, CATEGORIES, `options.except[${index}]`)));
  // By the concepts of a lexicon, so that guards with words of their own can share a reader.
  const readers = { zh: new WeakMap<readonly string[], LanguageReader>(), en: new WeakMap<readonly string[], LanguageReader>() };
  const readerOf = (language: Language, concepts: readonly string[]): LanguageReader => {
    const known = readers[language].get(concepts);
    if (known !== undefined) return known;
    const reader = new LanguageReader(language === 'zh' ? weightsZh : weightsEn, THRESHOLDS[language], BESIDE[language], language, concepts);
    readers[language].set(concepts, reader);
    return reader;
  };
  // Rules that compare a quantity with a value of the shop's own, or of the case, know what the weights cannot.
  const groundsOf = ({ rule, category }: Finding, { policy, context }: Run, engine: Engine): Grounds => {
    if (except.includes(category)) return 'beyond-doubt';
    const limit = engine.rules.find(({ id }) => id === rule)?.limit;
    if (limit === undefined) return 'words';
    return isTaught(limit, policy, context) ? 'measured' : 'beyond-doubt';
  };
  return {
    candidates: (sentences, concepts, context, language, sensitivity) =>
      readerOf(language, concepts)
        .read(sentences, context, sensitivity)
        .filter(({ category }) => !except.includes(category)),
    raises: 'warn',
    watch(run, engine) {
      const { policy, context } = run;
      const { concepts } = engine.lexicon;
      const silent = CATEGORIES.filter((category) => except.includes(category) || policy.off.includes(category) || policy.severities[category] === 'info');
      return new Follower({ zh: readerOf('zh', concepts), en: readerOf('en', concepts) }, context, new Set(silent), (finding) => groundsOf(finding, run, engine));
    },
    read(run: Run, engine: Engine, report: Report, language: Language): Opinion {
      const reader = readerOf(openingLanguage(run.sentences, language), engine.lexicon.concepts);
      const wanted = (category: Category): boolean => !except.includes(category) && !run.policy.off.includes(category) && !labelled(category, report);
      const found = reader
        .read(run.sentences, run.context, 'beside', wanted)
        .filter((candidate) => !isBorderline(candidate, report) && !withinPolicy(candidate, run))
        .map((candidate) => findingOf(candidate, run, language));
      const doubted = report.findings.filter(
        (finding) => finding.severity !== 'info' && reader.doubts(finding.category, groundsOf(finding, run, engine)),
      );
      return { found, doubted };
    },
  };
}

/** Whether the place was measured by the policy and found within it. */
function withinPolicy({ category, start, end }: Candidate, { measured }: Run): boolean {
  return measured.some(({ category: own, act }) => {
    if (own !== category) return false;
    const span = spanOf(act);
    return span.start < end && start < span.end;
  });
}

/** Whether the rules label the reply so themselves. */
function labelled(category: Category, { findings }: Report): boolean {
  return findings.some((finding) => finding.category === category && finding.severity !== 'info');
}

/** Whether the rules judged the place to be a borderline of the category. */
function isBorderline({ category, start, end }: Candidate, { findings }: Report): boolean {
  return findings.some((finding) => finding.category === category && finding.start < end && start < finding.end);
}

function findingOf(candidate: Candidate, run: Run, language: Language): Finding {
  const { category, start, end, words } = candidate;
  const text = textOf(run, start, end);
  const base = {
    rule: `learned/${category}`,
    severity: run.policy.severities[category] === 'info' ? 'info' : 'warn',
    start,
    end,
    text,
    message: messageOf(category, text, language),
    advice: adviceOf(language),
    act: category,
    evidence: words.map((part) => ({ text: part.text, concepts: [], start: part.start, end: part.end })),
    source: { article: 'own', passage: 'learned from the fixtures' },
    reader: 'learned',
  } as const;
  switch (category) {
    case 'compensation':
      return { ...base, category, offered: null, cap: null, comparable: true };
    case 'timeline':
      return { ...base, category, promised: null, allowed: null };
    case 'evidence-pressure':
      return { ...base, category, requestsBefore: run.context.evidenceRequests };
    case 'public-exposure':
      return { ...base, category, detail: 'name' };
    default:
      return { ...base, category } as Finding;
  }
}

function textOf(run: Run, start: number, end: number): string {
  for (const { original, offset } of run.sentences) {
    if (start >= offset && start < offset + original.length) return original.slice(start - offset, end - offset);
  }
  return '';
}
