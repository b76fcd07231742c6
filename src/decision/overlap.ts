import type { Policy } from '../policy/policy.ts';
import { goesOver, numberOf } from './compile.ts';
import type { DecisionRow, Range, Stage } from './table.ts';

/** Two rows of a stage that can match the same case while neither goes over the other. */
export interface Overlap {
  /** The row that stands first. */
  readonly first: string;
  /** The row that the first one would hide. */
  readonly second: string;
}

/** In these stages every matching row counts, so that overlaps mean nothing. */
const EVERY_ROW_COUNTS: readonly Stage[] = ['notes', 'omissions'];

/**
 * Finds pairs of rows whose conditions can hold together with no precedence between them. Conditions
 * are compared field by field under the policy, so a pair that this does not name cannot overlap.
 */
export function overlapsOf(rows: readonly DecisionRow[], policy: Policy): Overlap[] {
  const found: Overlap[] = [];
  rows.forEach((first, index) => {
    if (EVERY_ROW_COUNTS.includes(first.stage)) return;
    for (const second of rows.slice(index + 1)) {
      const related = goesOver(rows, first.id, second.id) || goesOver(rows, second.id, first.id);
      if (first.stage === second.stage && !related && canBothMatch(first, second, policy)) {
        found.push({ first: first.id, second: second.id });
      }
    }
  });
  return found;
}

type Condition = string | boolean | readonly string[] | Range;

function canBothMatch(first: DecisionRow, second: DecisionRow, policy: Policy): boolean {
  const others = new Map<string, Condition | undefined>(Object.entries(second.when));
  return Object.entries(first.when).every(([field, condition]) => {
    const other = others.get(field);
    return condition === undefined || other === undefined || compatible(condition, other, policy);
  });
}

function compatible(first: Condition, second: Condition, policy: Policy): boolean {
  if (isRange(first) && isRange(second)) {
    const [low, lowOpen] = lowest(first, second, policy);
    const [high, highOpen] = highest(first, second, policy);
    return low < high || (low === high && !lowOpen && !highOpen);
  }
  const values = valuesOf(second);
  return valuesOf(first).some((value) => values.includes(value));
}

function isRange(condition: Condition): condition is Range {
  return typeof condition === 'object' && !Array.isArray(condition);
}

function valuesOf(condition: Condition): readonly unknown[] {
  return Array.isArray(condition) ? condition : [condition];
}

/** The greatest lower bound of two ranges, and whether it is itself outside. */
function lowest(first: Range, second: Range, policy: Policy): readonly [number, boolean] {
  return boundsOf([first, second], policy, 'atLeast', 'above').reduce(
    (tightest, bound) => (bound[0] > tightest[0] || (bound[0] === tightest[0] && bound[1]) ? bound : tightest),
    [-Infinity, false],
  );
}

/** The least upper bound of two ranges, and whether it is itself outside. */
function highest(first: Range, second: Range, policy: Policy): readonly [number, boolean] {
  return boundsOf([first, second], policy, 'atMost', 'below').reduce(
    (tightest, bound) => (bound[0] < tightest[0] || (bound[0] === tightest[0] && bound[1]) ? bound : tightest),
    [Infinity, false],
  );
}

function boundsOf(
  ranges: readonly Range[],
  policy: Policy,
  closed: 'atLeast' | 'atMost',
  open: 'above' | 'below',
): (readonly [number, boolean])[] {
  return ranges.flatMap((range) => {
    const inside = range[closed];
    const outside = range[open];
    return [
      ...(inside === undefined ? [] : [[numberOf(inside, policy), false] as const]),
      ...(outside === undefined ? [] : [[numberOf(outside, policy), true] as const]),
    ];
  });
}
