import type { ResolvedContext } from '../context/context.ts';
import type { Engine } from '../engine.ts';
import { InputError } from '../errors.ts';
import type { Policy } from '../policy/policy.ts';
import type { Report } from '../report.ts';
import { judgeReading, reportOf } from '../reporting.ts';
import type { SecondReader } from '../second-reader.ts';
import type { Span } from '../types.ts';
import { Readings } from './readings.ts';

/** A change of the text, as editors tell it: `[start, end)` gives way to `insert`. Places are those before the change. */
export interface TextChange extends Span {
  readonly insert: string;
}

/** The check of a text while it is being edited. Holds the text; make one for each editor. */
export interface EditSession {
  /** The text as it stands. */
  readonly text: string;
  /**
   * Takes the whole text, or one change of it. Reads the sentences that are new, and judges all: findings have the
   * places at which an editor underlines, in UTF-16 code units.
   *
   * @returns The same report as `check` gives of the text.
   * @throws InputError if it is neither, or the places are not in the text.
   */
  update(change: string | TextChange): Report;
}

/** Starts the check of a text that is edited. */
export function sessionOf(engine: Engine, policy: Policy, context: ResolvedContext, second?: SecondReader): EditSession {
  const readings = new Readings();
  let text = '';
  return {
    get text() {
      return text;
    },
    update(change) {
      text = typeof change === 'string' ? change : changed(text, change);
      const reading = readings.renew((known) => engine.read(text, known));
      return reportOf(engine, judgeReading(engine, reading, policy, context), text, second);
    },
  };
}

function changed(text: string, change: TextChange): string {
  if (typeof change !== 'object' || change === null) throw new InputError([{ path: 'change', expected: 'a text, or a change of it' }]);
  const { start, end, insert } = change;
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
  if (!inside) throw new InputError([{ path: 'change', expected: `a range of places from 0 to ${text.length}` }]);
  if (typeof insert !== 'string') throw new InputError([{ path: 'change.insert', expected: 'a string' }]);
  return text.slice(0, start) + insert + text.slice(end);
}
