/** What a text may need before it is canonical; bits of a mask. */
export const Noise = {
  /** The text is canonical. */
  None: 0,
  /** ASCII capitals. */
  Upper: 1,
  /** Other one-for-one folds. */
  Fold: 2,
  /** Both kinds of folds. */
  Folding: 3,
  /** Zero-width characters and marks that combine. */
  Invisible: 4,
  /** HTML, Markdown, carriage returns. */
  Markup: 8,
  /** Compatibility forms of another length, circled digits. */
  Compatible: 16,
  /** Letters that look like Latin ones. */
  Lookalike: 32,
  /** Chinese characters spelled apart with spaces or symbols. */
  Apart: 64,
  /** Chinese phrases to replace, formal numerals. */
  Phrase: 128,
  /** English and pinyin words to repair. */
  Word: 256,
  /** Latin letters spelled apart. */
  Letters: 512,
  /** Pinyin in brackets. */
  Annotation: 1024,
} as const;
