import type { Category, Language } from '../types.ts';

/** How a finding of a category is mended; see `rules/wording/repair.yml`. */
export const WAYS = ['replace', 'delete', 'insert', 'detail'] as const;
/** Which neighbours of a clause are mended with it. */
export const REACHES = ['clause', 'after', 'around'] as const;
/** What the words of a clause say about its part in the sentence. */
export const WORD_KINDS = ['stands', 'stress', 'lead', 'connectives', 'soothing', 'greeting', 'label', 'preposition', 'dependent'] as const;

/** Why a reply comes back unfixed. */
export type Reason = 'hopeless' | 'nothing' | 'stubborn';

type Both = Readonly<Record<Language, string>>;

/** How replies are mended, as `rules/wording/repair.yml` says it. */
export interface MendingData {
  readonly ways: Readonly<Record<Category, (typeof WAYS)[number]>>;
  /** By category or by rule. */
  readonly reach: Readonly<Record<string, (typeof REACHES)[number]>>;
  /** Every category; the first has the say where findings share a place. */
  readonly order: readonly Category[];
  readonly filler: readonly string[];
  readonly hopeless: readonly string[];
  /** By kind of detail. */
  readonly details: Readonly<Record<string, Both>>;
  /** By way of mending. */
  readonly feedback: Readonly<Record<(typeof WAYS)[number], Both>>;
  /** By category. */
  readonly values: Readonly<Partial<Record<Category, Both>>>;
  readonly reasons: Readonly<Record<Reason, Both>>;
  /** Terms, parted by bars. */
  readonly words: { readonly [kind in (typeof WORD_KINDS)[number]]: string };
}
