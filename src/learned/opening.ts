/** Whose weights count for a reply: those of the language that it opens in, so that a stream soon knows. */
import type { Sentence } from '../reading/reading.ts';
import { languageOf } from '../text/script.ts';
import type { Language } from '../types.ts';

/** So many code units are the opening. */
const OPENING = 64;

/** The opening of a reply, as far as it is known. */
export class Opening {
  private text = '';

  /** Adds the next sentence. */
  add({ original }: Pick<Sentence, 'original'>): void {
    if (this.text.length < OPENING) this.text = (this.text + original).slice(0, OPENING);
  }

  /** The language so far; `tie` where it has as many letters of both. */
  language(tie: Language): Language {
    return languageOf(this.text, tie);
  }

  /** The language, once nothing that follows can change it. */
  get settled(): Language | undefined {
    const language = this.language('zh');
    return this.text.length === OPENING && language === this.language('en') ? language : undefined;
  }
}

/** The language that a reply opens in. */
export function openingLanguage(sentences: readonly Pick<Sentence, 'original'>[], tie: Language): Language {
  const opening = new Opening();
  for (const sentence of sentences) opening.add(sentence);
  return opening.language(tie);
}
