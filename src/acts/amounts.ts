import type { Sentence, Token } from '../reading/reading.ts';

type QuantityKind = 'time' | 'money' | 'multiple' | 'number';
type QuantityOf<K extends QuantityKind> = Extract<NonNullable<Token['quantity']>, { kind: K }>;

/** The quantity of a kind that the act is about: the one it matched, else the nearest to the anchor in its clauses. */
export function quantityOf<K extends QuantityKind>(
  { tokens, clauses }: Sentence,
  clauseFrom: number,
  clauseTo: number,
  used: readonly Token[],
  anchor: Token,
  kind: K,
): QuantityOf<K> | undefined {
  for (const { quantity } of used) if (quantity !== undefined && isKind(quantity, kind)) return quantity;
  let best: QuantityOf<K> | undefined;
  let distance = Infinity;
  const { to } = clauses[clauseTo]!;
  for (let at = clauses[clauseFrom]!.from; at < to; at++) {
    const { quantity, start } = tokens[at]!;
    if (quantity === undefined || !isKind(quantity, kind)) continue;
    const gap = Math.abs(start - anchor.start);
    if (gap < distance) {
      distance = gap;
      best = quantity;
    }
  }
  return best;
}

function isKind<K extends QuantityKind>(quantity: NonNullable<Token['quantity']>, kind: K): quantity is QuantityOf<K> {
  return quantity.kind === kind;
}
