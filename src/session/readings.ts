import type { Known, Reading, SentenceReading } from '../sentence-reading.ts';

/** How many code units of sentences that stand in the text no longer are kept, for undo and for text that is moved. */
const MAX_SPARE = 20_000;

/** The sentences of a text that changes. A reading stands in one place of the text at a time. */
export class Readings implements Known {
  private used: readonly SentenceReading[] = [];
  /** Readings that are not in use by their words, those that were put away first in front. */
  private readonly spare = new Map<string, SentenceReading[]>();
  private spareLength = 0;

  /** Reads the text as it is now; `read` is given the sentences that are known. */
  renew(read: (known: Known) => Reading): Reading {
    for (const reading of this.used) this.putAway(reading);
    const reading = read(this);
    this.used = reading.sentences;
    this.forget();
    return reading;
  }

  take(original: string, offset: number, index: number): SentenceReading | undefined {
    const known = this.spare.get(original);
    const reading = known?.pop();
    if (reading === undefined) return undefined;
    if (known?.length === 0) this.spare.delete(original);
    this.spareLength -= original.length;
    reading.move(offset, index);
    return reading;
  }

  private putAway(reading: SentenceReading): void {
    const { original } = reading.sentence;
    const known = this.spare.get(original);
    if (known === undefined) this.spare.set(original, [reading]);
    else known.push(reading);
    this.spareLength += original.length;
  }

  private forget(): void {
    for (const [original, readings] of this.spare) {
      if (this.spareLength <= MAX_SPARE) return;
      this.spare.delete(original);
      this.spareLength -= original.length * readings.length;
    }
  }
}
