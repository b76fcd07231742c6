import { quantitiesEn } from '../../src/generated/quantities-en.ts';
import { quantitiesZh } from '../../src/generated/quantities-zh.ts';
import { createQuantityReader } from '../../src/quantity/read.ts';
import type { Quantity } from '../../src/quantity/quantity.ts';
import { normalise } from '../../src/text/normalise.ts';

/** Reads with both languages, as the library does. */
export const read = createQuantityReader([quantitiesZh, quantitiesEn]);

/** A quantity in one line: its words, then its value. */
export function show(text: string, quantity: Quantity): string {
  const words = text.slice(quantity.start, quantity.end);
  switch (quantity.kind) {
    case 'time': {
      const { min, max, unit } = quantity.duration;
      const rough = quantity.approximate ? ' rough' : '';
      return `${words} = ${min}..${max} ${unit} ${quantity.form} ${quantity.anchor}${rough}`;
    }
    case 'money': {
      const count = quantity.count === 1 ? '' : ` x ${quantity.count}`;
      return `${words} = ${quantity.minor} ${quantity.currency ?? '?'}${count}${quantity.approximate ? ' rough' : ''}`;
    }
    case 'multiple':
      return `${words} = ${quantity.factor} ${quantity.form}`;
    default:
      return `${words} = ${quantity.value}`;
  }
}

/** Everything read from a text that is first made canonical, joined by " ; ". */
export function showAll(original: string): string {
  const { text } = normalise(original);
  return read(text).map((quantity) => show(text, quantity)).join(' ; ');
}
