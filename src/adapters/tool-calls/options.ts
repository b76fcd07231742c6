import type { Context } from '../../context/index.ts';
import type { FailOn } from '../../stream/violation.ts';
import type { MoneyKind } from './limits.ts';
import type { MoneyUnit } from './money.ts';
import type { AmountKind } from './report.ts';

/** Where an amount stands among the arguments, and what it is. */
export interface AmountField {
  /** Path of the argument, names joined by dots; a list on the way stands for each of its entries: `lines.amount`. */
  readonly field: string;
  /**
   * What the amount is given as: `refund` is limited by what was paid, `partial-refund`, `goodwill` and `coupon` by the policy and the
   * tier, `multiple` (a factor on the price paid, no money) by the policy's highest multiple.
   */
  readonly kind: AmountKind;
  /** `decimal`: 12.5; `minor`: whole minor units of the currency (1250 cents, 1250 yen). Default `decimal`. */
  readonly unit?: MoneyUnit;
  /** ISO 4217 code, or the path of the argument that holds it. Default, also where that argument is absent: the policy's currency. */
  readonly currency?: string | { readonly field: string };
  /** Whether a call may leave it out. Default false: then a call without it is a finding. */
  readonly optional?: boolean;
}

/** What the arguments of a tool mean. */
export interface ToolFields {
  /** Paths of the arguments that customers read. One that a call leaves out is not checked. Default none. */
  readonly text?: string | readonly string[];
  /** The arguments that are amounts. Default none. */
  readonly amounts?: readonly AmountField[];
}

/** How tool calls are checked. */
export interface ToolCallOptions {
  /** The tools to check, by name; calls of other tools pass unchecked. */
  readonly tools: Readonly<Record<string, ToolFields>>;
  /** What is known about the case: `paid`, `tier`, `decision` and `returnFreight` set limits, the rest helps to read texts. */
  readonly context?: Context;
  /**
   * What was given already in this case, by kind, as decimal numbers in the policy's currency: it counts towards the limits, so that
   * two calls cannot do what one may not. Default nothing.
   */
  readonly given?: Readonly<Partial<Record<MoneyKind, number>>>;
  /** For helpers that stop a call: a finding of this severity or above does. Default `block`. */
  readonly failOn?: FailOn;
}
