/** Follows a reply that is being written. */
import type { Sentence } from '../reading/reading.ts';
import type { Finding } from '../report.ts';
import type { Watch } from '../second-reader.ts';
import type { Category, Language } from '../types.ts';
import type { Circumstances } from './flags.ts';
import type { Grounds, LanguageReader } from './reader.ts';
import { Opening } from './opening.ts';
import { Tally } from './tally.ts';

/** The reader of one language, and what it has added up. */
interface Followed {
  readonly language: Language;
  readonly reader: LanguageReader;
  readonly tally: Tally;
}

/**
 * Knows before which place nothing will be raised, and which findings of rules will be believed. What a category is raised or
 * believed for is the group of units with most evidence, and a group that is closed keeps its evidence. Until the language
 * is settled that the reply opens in, both must agree.
 */
export class Follower implements Watch {
  private followed: readonly Followed[];
  private readonly opening = new Opening();
  private readonly context: Circumstances;
  private readonly silent: ReadonlySet<Category>;
  private readonly groundsOf: (finding: Finding) => Grounds;
  private settled = 0;
  private raised = false;

  /**
   * @param readers The reader of each language.
   * @param silent Categories that are never raised.
   * @param groundsOf What a finding rests on.
   */
  constructor(
    readers: Readonly<Record<Language, LanguageReader>>,
    context: Circumstances,
    silent: ReadonlySet<Category>,
    groundsOf: (finding: Finding) => Grounds,
  ) {
    this.followed = (['zh', 'en'] as const).map((language) => ({ language, reader: readers[language], tally: new Tally() }));
    this.context = context;
    this.silent = silent;
    this.groundsOf = groundsOf;
  }

  read(sentence: Sentence): number {
    this.chooseLanguage(sentence);
    let settled = sentence.offset + sentence.original.length;
    for (const { reader, tally } of this.followed) {
      // The group that is raised was open before, or began with this sentence.
      if (reader.follow(tally, sentence, this.context, this.silent)) this.raised = true;
      if (tally.from !== undefined) settled = Math.min(settled, tally.from.sentence.offset);
    }
    if (!this.raised) this.settled = settled;
    return this.settled;
  }

  believes(finding: Finding): boolean {
    const grounds = this.groundsOf(finding);
    return this.followed.every(({ reader, tally }) => reader.believes(tally, this.context, finding.category, grounds));
  }

  private chooseLanguage(sentence: Sentence): void {
    if (this.followed.length === 1) return;
    this.opening.add(sentence);
    const chosen = this.opening.settled;
    if (chosen !== undefined) this.followed = this.followed.filter(({ language }) => language === chosen);
  }
}
