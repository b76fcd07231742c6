/**
 * An audit on many machines with BullMQ: ranges of a file are jobs, their totals are the results of the jobs, and whoever wants the
 * whole merges the results. A job is known by its range, so adding it twice adds it once; a worker that dies leaves a job that
 * stalls, which BullMQ gives to another; a result is stored once, together with the completion of its job. So every row counts once.
 */
import { Queue, Worker } from 'bullmq';
import type { ConnectionOptions, Job } from 'bullmq';
import { createGuard } from 'replyguard';
import { auditRows, mergeTotals, summarize } from 'replyguard/audit';
import type { AuditSummary, AuditTotals } from 'replyguard/audit';
import { rangesOf, rowsOf } from './ranges.ts';
import type { Range } from './ranges.ts';

/** Name of the queue. */
export const QUEUE = 'replyguard-audit';
/**
 * How long a worker may be silent before its job goes to another, in milliseconds. A worker that audits cannot say that it is
 * alive, so this must be far longer than a range takes.
 */
const SILENCE = 10_000;

/** Adds the jobs of a file; the number of jobs. */
export async function produce(connection: ConnectionOptions, file: string, size: number): Promise<number> {
  const queue = new Queue<Range, AuditTotals>(QUEUE, { connection });
  try {
    const ranges = await rangesOf(file, size);
    await queue.addBulk(
      ranges.map((range) => ({
        name: 'range',
        data: range,
        // Ids must not hold a colon.
        opts: { jobId: Buffer.from(JSON.stringify(range)).toString('base64url'), attempts: 3, removeOnComplete: false },
      })),
    );
    return ranges.length;
  } finally {
    await queue.close();
  }
}

/** Starts a worker: the pure step, and nothing else. */
export function work(connection: ConnectionOptions, started?: (job: Job<Range>) => void): Worker<Range, AuditTotals> {
  const guard = createGuard();
  return new Worker<Range, AuditTotals>(
    QUEUE,
    async (job) => {
      started?.(job);
      return auditRows(guard, await rowsOf(job.data));
    },
    { connection, lockDuration: SILENCE, stalledInterval: SILENCE / 5, maxStalledCount: 10 },
  );
}

/** How the jobs stand. */
export async function progressOf(connection: ConnectionOptions): Promise<{ readonly done: number; readonly failed: number; readonly left: number }> {
  const queue = new Queue<Range, AuditTotals>(QUEUE, { connection });
  try {
    const { completed = 0, failed = 0, waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts();
    return { done: completed, failed, left: waiting + active + delayed };
  } finally {
    await queue.close();
  }
}

/** Merges the results of all jobs. */
export async function collect(connection: ConnectionOptions): Promise<AuditSummary> {
  const queue = new Queue<Range, AuditTotals>(QUEUE, { connection });
  try {
    const jobs = await queue.getCompleted();
    return summarize(mergeTotals(jobs.map((job) => job.returnvalue)), createGuard().policy);
  } finally {
    await queue.close();
  }
}
