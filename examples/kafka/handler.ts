/**
 * The audit as a Kafka consumer: an `eachBatch` handler as kafkajs takes it. Each message is a reply as JSON (the headers of
 * `replyguard audit`, e.g. `{"reply":"…","agent":"…","day":"…"}`).
 *
 * Kafka delivers at least once. The totals are stored together with the offset up to which they count, in one transaction, and
 * what lies before the stored offset is left out; so every message counts once, whatever is delivered again.
 */
import type { EachBatchHandler } from 'kafkajs';
import type { Guard } from 'replyguard';
import { auditRows, guessColumns, mergeTotals, readRow } from 'replyguard/audit';
import type { AuditTotals, ReadRow } from 'replyguard/audit';

/** What is stored for a partition. */
export interface Stored {
  /** The first offset that the totals do not count. */
  readonly next: bigint;
  readonly totals: AuditTotals;
}

/** Where totals are kept: a row of a database for each partition, written in one transaction. */
export interface Store {
  load(partition: string): Promise<Stored | null>;
  save(partition: string, stored: Stored): Promise<void>;
}

/** Messages audited between two signs of life. */
const STEP = 500;

/**
 * Makes the handler: `consumer.run({ autoCommit: true, eachBatchAutoResolve: false, eachBatch: auditHandler(guard, store) })`.
 */
export function auditHandler(guard: Guard, store: Store): EachBatchHandler {
  return async ({ batch, resolveOffset, heartbeat, isRunning, isStale }) => {
    const partition = `${batch.topic}-${batch.partition}`;
    let stored = await store.load(partition);
    for (let from = 0; from < batch.messages.length; from += STEP) {
      if (!isRunning() || isStale()) return;
      const messages = batch.messages.slice(from, from + STEP);
      const last = messages[messages.length - 1]!;
      const fresh = messages.filter(({ offset }) => stored === null || BigInt(offset) >= stored.next);
      if (fresh.length > 0) {
        const totals = auditRows(guard, fresh.map(({ offset, value }) => rowOf(partition, offset, value)));
        stored = { next: BigInt(last.offset) + 1n, totals: stored === null ? totals : mergeTotals([stored.totals, totals]) };
        await store.save(partition, stored);
      }
      resolveOffset(last.offset);
      await heartbeat();
    }
  };
}

/** A message as a row; it is named by its partition and offset. */
function rowOf(source: string, offset: string, value: Buffer | null): ReadRow {
  const place = { source, row: Number(offset) };
  let message: unknown;
  try {
    message = JSON.parse(value?.toString('utf8') ?? '');
  } catch {
    return { row: null, faults: [{ ...place, level: 'row', error: 'row: expected JSON' }] };
  }
  const entries: [string, unknown][] = Object.entries(message ?? {});
  const columns = guessColumns(entries.map(([key]) => key));
  return readRow(place, (column) => {
    const cell = columns[column] === undefined ? undefined : entries[columns[column]]?.[1];
    return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : undefined;
  });
}
