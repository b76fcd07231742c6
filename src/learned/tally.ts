/** The state of one reply's scoring, apart from the scorer, so that replies that come in pieces can share one. */
import { NO_GROUP } from './walk.ts';
import type { Place } from './walk.ts';
import { COLUMNS } from './weights.ts';

/** Less than any evidence. */
export const LOWEST = -1e9;

/** What was added up of a reply so far. */
export class Tally {
  /** For each category, the evidence of its best group, of those that are closed. */
  readonly best = new Int32Array(COLUMNS).fill(LOWEST);
  readonly places: (Place | undefined)[] = new Array<Place | undefined>(COLUMNS).fill(undefined);
  readonly bestFirst = new Int32Array(COLUMNS);
  readonly bestLast = new Int32Array(COLUMNS);
  /** The same of the group that is open. */
  readonly groupSums = new Int32Array(COLUMNS);
  readonly groupBest = new Int32Array(COLUMNS);
  readonly groupPlaces: (Place | undefined)[] = new Array<Place | undefined>(COLUMNS).fill(undefined);
  readonly groupFirst = new Int32Array(COLUMNS);
  readonly groupLast = new Int32Array(COLUMNS);
  groups = 0;
  /** Length of the open group, and where it starts. */
  open = NO_GROUP;
  from: Place | undefined;
  /** Characters so far. */
  length = 0;
  /** Softening concepts so far, a bit set. */
  softened = 0;
  /** Whether the last unit asks. */
  asked = false;

  /** Makes it that of a new reply. */
  clear(): void {
    this.best.fill(LOWEST);
    this.places.fill(undefined);
    this.groups = 0;
    this.open = NO_GROUP;
    this.from = undefined;
    this.length = 0;
    this.softened = 0;
    this.asked = false;
  }
}
