import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { auditHandler } from '../../examples/kafka/handler.ts';
import type { Store, Stored } from '../../examples/kafka/handler.ts';
import { auditRows, mergeTotals, readRow } from '../../src/audit/index.ts';
import type { AuditTotals } from '../../src/audit/index.ts';
import { createGuard } from '../../src/index.ts';

const guard = createGuard();
const REPLIES = Array.from({ length: 1200 }, (_, at) => (at % 3 === 0 ? `亲，退款24小时内一定到账哦${at}` : '您好，请问您想了解哪款商品呢？'));

function message(offset: number, value = JSON.stringify({ reply: REPLIES[offset], agent: `客服${offset % 4}` })): KafkaMessage {
  return { key: null, value: Buffer.from(value), timestamp: '0', attributes: 0, offset: String(offset), headers: {} };
}

/** A broker's side of a batch, from one offset to another. */
function batchOf(from: number, to: number, seen: { resolved: string[]; stale?: () => boolean }): EachBatchPayload {
  const messages = Array.from({ length: to - from }, (_, at) => message(from + at));
  return {
    batch: {
      topic: 'replies',
      partition: 0,
      highWatermark: String(to),
      messages,
      isEmpty: () => messages.length === 0,
      firstOffset: () => String(from),
      lastOffset: () => String(to - 1),
      offsetLag: () => '0',
      offsetLagLow: () => '0',
    },
    resolveOffset: (offset) => void seen.resolved.push(offset),
    heartbeat: () => Promise.resolve(),
    pause: () => () => undefined,
    commitOffsetsIfNecessary: () => Promise.resolve(),
    uncommittedOffsets: () => ({ topics: [] }),
    isRunning: () => true,
    isStale: seen.stale ?? (() => false),
  };
}

/** A store that forgets nothing, and fails when it is told to. */
function memory(): Store & { fails: boolean; stored: Stored | null } {
  return {
    fails: false,
    stored: null,
    load() {
      return Promise.resolve(this.stored);
    },
    save(_, stored) {
      if (this.fails) return Promise.reject(new Error('the database is away'));
      this.stored = { ...stored, totals: JSON.parse(JSON.stringify(stored.totals)) };
      return Promise.resolve();
    },
  };
}

function single(count: number): AuditTotals {
  const rows = REPLIES.slice(0, count).map((reply, at) =>
    readRow({ source: 'replies-0', row: at }, (column) => (column === 'reply' ? reply : column === 'agent' ? `客服${at % 4}` : undefined)),
  );
  return auditRows(guard, rows);
}

const json = (totals: AuditTotals | undefined): unknown => JSON.parse(JSON.stringify(totals ?? null));

describe('the Kafka handler', () => {
  it('counts what is delivered again once', async () => {
    const store = memory();
    const handler = auditHandler(guard, store);
    const seen = { resolved: [] as string[] };
    for (const [from, to] of [[0, 700], [0, 700], [300, 1000], [1000, 1200], [900, 1200]] as const) await handler(batchOf(from, to, seen));
    expect(json(store.stored?.totals)).toEqual(json(mergeTotals([single(1200)])));
    expect(store.stored?.next).toBe(1200n);
    expect(seen.resolved.at(-1)).toBe('1199');
  });

  it('counts nothing that was not stored, and everything after the next delivery', async () => {
    const store = memory();
    const handler = auditHandler(guard, store);
    const seen = { resolved: [] as string[] };
    await handler(batchOf(0, 500, seen));
    store.fails = true;
    await expect(handler(batchOf(500, 1200, seen))).rejects.toThrow('away');
    expect(seen.resolved).toEqual(['499']);
    store.fails = false;
    await auditHandler(guard, store)(batchOf(500, 1200, seen));
    expect(json(store.stored?.totals)).toEqual(json(mergeTotals([single(1200)])));
  });

  it('stops between two steps when the partition has gone to another consumer', async () => {
    const store = memory();
    let asked = 0;
    await auditHandler(guard, store)(batchOf(0, 1200, { resolved: [], stale: () => ++asked > 1 }));
    expect(store.stored?.next).toBe(500n);
    await auditHandler(guard, store)(batchOf(500, 1200, { resolved: [] }));
    expect(json(store.stored?.totals)).toEqual(json(mergeTotals([single(1200)])));
  });

  it('reports a message that is no JSON', async () => {
    const store = memory();
    const payload = batchOf(0, 1, { resolved: [] });
    payload.batch.messages[0] = message(0, 'no JSON');
    await auditHandler(guard, store)(payload);
    expect(store.stored?.totals.faults).toEqual([{ source: 'replies-0', row: 0, level: 'row', error: 'row: expected JSON' }]);
  });
});
