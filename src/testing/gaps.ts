/**
 * Known gaps: fixtures that the rules can't satisfy yet.
 *
 * Two committed lists hold every judged fixture's id in exactly one place: the gaps, and those that pass. So a
 * fixture that passed once can't slip into the gaps, with no help from the version history.
 */
import type { Outcome } from './judge.ts';

/** Ids by file, files and ids sorted. */
export type IdsByFile = Readonly<Record<string, readonly string[]>>;

/** The two committed lists. */
export interface Baseline {
  /** What fails and is known to. */
  readonly gaps: IdsByFile;
  /** What passes and must go on passing. */
  readonly passing: IdsByFile;
}

/** How a run compares with the baseline. Each list holds outcomes or ids that need a hand. */
export interface GapReport {
  /** Fail now, passed before: a regression, never a gap. */
  readonly broken: readonly Outcome[];
  /** Fail and are in no list: mend them, or enter them as gaps. */
  readonly fresh: readonly Outcome[];
  /** Listed as gaps and pass: remove them from the list. */
  readonly stale: readonly Outcome[];
  /** Pass and are in no list yet: record them. */
  readonly unrecorded: readonly Outcome[];
  /** Ids in a list with no fixture. */
  readonly gone: readonly string[];
  /** Gaps that still fail: counted, not failing. */
  readonly open: readonly Outcome[];
  /** Judged fixtures that pass. */
  readonly passed: number;
}

/**
 * Compares a run with the baseline.
 *
 * @param outcomes the run
 * @param baseline the committed lists
 * @returns what needs a hand; see {@link isSettled}
 */
export function compareGaps(outcomes: readonly Outcome[], baseline: Baseline): GapReport {
  const gaps = new Set(Object.values(baseline.gaps).flat());
  const passing = new Set(Object.values(baseline.passing).flat());
  const present = new Set(outcomes.map(({ fixture }) => fixture.id));
  const failed = outcomes.filter(({ differences }) => differences.length > 0);
  const passed = outcomes.filter(({ differences }) => differences.length === 0);
  // A gap that the file itself declares needs no entry in the list.
  const listed = ({ fixture }: Outcome) => gaps.has(fixture.id) || fixture.knownGap !== undefined;
  const wasPassing = ({ fixture }: Outcome) => passing.has(fixture.id);
  return {
    broken: failed.filter(wasPassing),
    fresh: failed.filter((outcome) => !listed(outcome) && !wasPassing(outcome)),
    stale: passed.filter(listed),
    unrecorded: passed.filter((outcome) => !listed(outcome) && !wasPassing(outcome)),
    gone: [...new Set([...gaps, ...passing])].filter((id) => !present.has(id)).sort(),
    open: failed.filter((outcome) => listed(outcome) && !wasPassing(outcome)),
    passed: passed.length,
  };
}

/**
 * Whether the lists say what the run says.
 *
 * @param report a comparison
 * @returns true if nothing needs a hand
 */
export function isSettled(report: GapReport): boolean {
  const { broken, fresh, stale, unrecorded, gone } = report;
  return broken.length + fresh.length + stale.length + unrecorded.length + gone.length === 0;
}

/**
 * The lists after a run: gaps that pass leave, new fixtures enter where they belong, fixtures that are gone are
 * dropped. A fixture that passed before stays among the passing, whatever it does now.
 *
 * @param outcomes the run
 * @param baseline the committed lists
 * @returns new lists
 */
export function updateBaseline(outcomes: readonly Outcome[], baseline: Baseline): Baseline {
  const was = new Set(Object.values(baseline.passing).flat());
  const gaps = new Map<string, string[]>();
  const passing = new Map<string, string[]>();
  for (const { fixture, differences } of outcomes) {
    const passes = differences.length === 0 || was.has(fixture.id);
    if (!passes && fixture.knownGap !== undefined) continue;
    const list = passes ? passing : gaps;
    list.set(fixture.file, [...(list.get(fixture.file) ?? []), fixture.id]);
  }
  return { gaps: sorted(gaps), passing: sorted(passing) };
}

/**
 * Fixtures that an earlier baseline had among the passing and that a later one lists as gaps. This guards
 * against lists that were edited by hand.
 *
 * @param earlier the baseline of the branch that is merged into
 * @param later the baseline of this branch
 * @returns ids, sorted
 */
export function demoted(earlier: Baseline, later: Baseline): string[] {
  const passed = new Set(Object.values(earlier.passing).flat());
  return Object.values(later.gaps)
    .flat()
    .filter((id) => passed.has(id))
    .sort();
}

function sorted(lists: ReadonlyMap<string, readonly string[]>): IdsByFile {
  return Object.fromEntries([...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, ids]) => [file, [...ids].sort()]));
}
