/** Follows a reply that is being written. */
import type { Sentence } from '../reading/reading.ts';
import type { Watch } from '../second-reader.ts';
import type { Category } from '../types.ts';
import type { Circumstances } from './flags.ts';
import type { LanguageReader } from './reader.ts';
import { Tally } from './tally.ts';

/**
 * Knows before which place nothing will be raised. What a category is raised for is the group of units with most
 * evidence, and a group that is closed keeps its evidence, so all of them may go that stay below the limits. Which
 * language's weights count in the end is not known before: the reply must stay below the limits of each.
 */
export class Follower implements Watch {
  private readonly followed: readonly { readonly reader: LanguageReader; readonly tally: Tally }[];
  private readonly context: Circumstances;
  private readonly silent: ReadonlySet<Category>;
  private settled = 0;
  private raised = false;

  /**
   * @param readers The readers of every language.
   * @param silent Categories that are never raised.
   */
  constructor(readers: readonly LanguageReader[], context: Circumstances, silent: ReadonlySet<Category>) {
    this.followed = readers.map((reader) => ({ reader, tally: new Tally() }));
    this.context = context;
    this.silent = silent;
  }

  read(sentence: Sentence): number {
    if (this.raised) return this.settled;
    let settled = sentence.offset + sentence.original.length;
    for (const { reader, tally } of this.followed) {
      // The group that is raised was open before, or began with this sentence.
      if (reader.follow(tally, sentence, this.context, this.silent)) this.raised = true;
      if (tally.from !== undefined) settled = Math.min(settled, tally.from.sentence.offset);
    }
    if (!this.raised) this.settled = settled;
    return this.settled;
  }
}
