import type { Protected } from '../../stream/outcome.ts';

/** What became of the replies of a call: everything but the text. Plain JSON. */
export type ReplyguardMetadata = Omit<Protected, 'text'>;

/** How far an outcome is from what the model wrote, for a call with several replies. */
const GRAVITY: Readonly<Record<Protected['outcome'], number>> = {
  passed: 0,
  retried: 1,
  reported: 2,
  replaced: 3,
  'failed-open': 4,
  'failed-closed': 5,
};

/** The gravest of the outcomes of a call; `undefined` where it had no text. */
export function metadataOf(results: readonly Protected[]): ReplyguardMetadata | undefined {
  const [first, ...rest] = results;
  if (first === undefined) return undefined;
  const { outcome, report, attempts, error } = rest.reduce((worst, next) => (GRAVITY[next.outcome] > GRAVITY[worst.outcome] ? next : worst), first);
  return { outcome, report, attempts, ...(error === undefined ? {} : { error }) };
}
