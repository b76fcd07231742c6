import { fileURLToPath } from 'node:url';
import Tinypool from 'tinypool';
import type { Batch, BatchResult, WorkerSetup } from './batch.ts';

/** Worker threads that audit batches. */
export interface Pool {
  /** Audits a batch on a thread that is free; the bytes of the batch are handed over. */
  run(batch: Batch): Promise<BatchResult>;
  close(): Promise<void>;
}

/** Starts threads; each is set up when its first batch comes. */
export function openPool(threads: number, setup: WorkerSetup): Pool {
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./audit-worker.js', import.meta.url)),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: setup,
  });
  return {
    run: (batch) => pool.run(batch, { transferList: batch.bytes.length === 0 ? [] : [batch.bytes.buffer as ArrayBuffer] }),
    close: () => pool.destroy(),
  };
}
