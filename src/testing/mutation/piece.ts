import type { Effect } from './suite.ts';

/** What can be taken away or turned round. */
export type PieceKind = 'rule' | 'rule-part' | 'pattern' | 'exception' | 'policy' | 'word' | 'cue';

/** A piece of data, and what its removal or inversion did. */
export interface PieceEffect extends Effect {
  readonly kind: PieceKind;
  /** Where it stands: a file, a rule's id, an act, a policy. */
  readonly place: string;
  /** What it is, and what was done to it: `unless hedged`, `caps.coupon raised`. */
  readonly piece: string;
  /** False if nothing is different without it, since other data says the same. Default true. */
  readonly changes?: boolean;
}
