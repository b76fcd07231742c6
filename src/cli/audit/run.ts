/** Running an audit: batches out to the threads, results in, in the order of the rows. */
import { mkdir } from 'node:fs/promises';
import { Accumulator } from '../../audit/index.ts';
import type { AuditTotals, Fault } from '../../audit/index.ts';
import { UsageError } from '../failure.ts';
import type { BatchResult, WorkerSetup } from './batch.ts';
import { batchesOf } from './batches.ts';
import type { Step } from './batches.ts';
import { compareConditions, readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint.ts';
import { ListFiles } from './list-files.ts';
import { csvLines, faultLine } from './lists.ts';
import { openPool } from './pool.ts';
import type { Refusal, Source } from './sources.ts';

/** What an audit is to do. */
export interface Audit {
  readonly sources: readonly Source[];
  /** Files that cannot be audited; each becomes a fault. */
  readonly refusals: readonly Refusal[];
  readonly setup: Omit<WorkerSetup, 'lists'>;
  readonly threads: number;
  /** Folder for the lists and the checkpoint; absent: neither is written. */
  readonly folder: string | undefined;
  /** What to do about the checkpoint of an unfinished audit in the folder. */
  readonly unfinished: 'refuse' | 'resume' | 'restart';
  /** What must be the same for an audit to be gone on with. */
  readonly conditions: Readonly<Record<string, string>>;
  /** Least time between two checkpoints, in milliseconds. */
  readonly checkpointEvery: number;
}

/** What a running audit tells. */
export interface Watcher {
  /** An unfinished audit is gone on with, after so many rows. */
  resumed(rows: number): void;
  /** Another batch is counted. */
  counted(progress: { readonly done: number; readonly rows: number; readonly flagged: number; readonly broken: number }): void;
  /** Whether to stop before the end, leaving a checkpoint. */
  stopping(): boolean;
}

/** How an audit ended. */
export interface Ending {
  readonly totals: AuditTotals;
  /** False where it was stopped before the end. */
  readonly complete: boolean;
}

/** A checkpoint takes at most this share of the time. */
const CHECKPOINT_SHARE = 0.05;

/**
 * Runs an audit, or goes on with one.
 *
 * @throws UsageError for an unfinished audit that must not be, or cannot be, gone on with.
 */
export async function runAudit(audit: Audit, watcher: Watcher): Promise<Ending> {
  const { folder, sources } = audit;
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const checkpoint = folder === undefined ? null : await checkpointOf(audit, folder);
  const accumulator = new Accumulator();
  const lists = folder === undefined ? undefined : await ListFiles.open(folder, checkpoint?.lists);
  if (checkpoint === null) await noteRefusals(audit.refusals, accumulator, lists);
  else {
    accumulator.merge(checkpoint.totals);
    watcher.resumed(checkpoint.totals.rows.read);
  }

  const counter = new Counter(audit, accumulator, lists, watcher);
  const pool = openPool(audit.threads, { ...audit.setup, lists: lists !== undefined });
  // Enough that no thread waits for the next batch; results are counted in the order of the rows.
  const most = 2 * audit.threads + 1;
  const waiting: { readonly source: number; readonly step: Step; readonly result: Promise<BatchResult> }[] = [];
  const countNext = async (): Promise<void> => {
    const { source, step, result } = waiting.shift()!;
    await counter.count(source, step, await result);
  };
  try {
    for (let number = checkpoint?.source ?? 0; number < sources.length && !watcher.stopping(); number++) {
      const source = sources[number]!;
      const from = number === checkpoint?.source ? checkpoint.position : source.start;
      for await (const step of batchesOf(source, from)) {
        const result = pool.run(step.batch);
        // A failure is met when its turn comes; until then it must not count as one that nobody handles.
        result.catch(() => undefined);
        waiting.push({ source: number, step, result });
        if (waiting.length >= most) await countNext();
        if (watcher.stopping()) break;
      }
    }
    while (waiting.length > 0) await countNext();
    const complete = !watcher.stopping();
    if (!complete) await counter.writeCheckpoint();
    return { totals: accumulator.totals(), complete };
  } finally {
    await pool.close();
    await lists?.close();
  }
}

/** Forgets that an audit was unfinished, once everything is written. */
export async function finishAudit(folder: string): Promise<void> {
  await removeCheckpoint(folder);
}

async function checkpointOf({ unfinished, conditions }: Audit, folder: string): Promise<Checkpoint | null> {
  if (unfinished === 'restart') {
    await removeCheckpoint(folder);
    return null;
  }
  const checkpoint = await readCheckpoint(folder);
  if (checkpoint === null) return null;
  if (unfinished === 'refuse') throw new UsageError(`${folder} holds an unfinished audit: --resume goes on with it, --restart begins anew`);
  compareConditions(checkpoint.conditions, conditions);
  return checkpoint;
}

async function noteRefusals(refusals: readonly Refusal[], accumulator: Accumulator, lists: ListFiles | undefined): Promise<void> {
  for (const { name, error } of refusals) {
    const fault: Fault = { source: name, row: 0, level: 'row', error };
    accumulator.addFault(fault);
    await lists?.add({ ledger: '', findings: '', faults: csvLines([faultLine(fault)]) });
  }
}

/** Counts results and writes checkpoints between them. */
class Counter {
  readonly #audit: Audit;
  readonly #accumulator: Accumulator;
  readonly #lists: ListFiles | undefined;
  readonly #watcher: Watcher;
  readonly #sizes: readonly number[];
  readonly #total: number;
  readonly #counted = { rows: 0, flagged: 0, broken: 0 };
  #place: Pick<Checkpoint, 'source' | 'position'>;
  #nextCheckpoint: number;

  constructor(audit: Audit, accumulator: Accumulator, lists: ListFiles | undefined, watcher: Watcher) {
    this.#audit = audit;
    this.#accumulator = accumulator;
    this.#lists = lists;
    this.#watcher = watcher;
    this.#sizes = audit.sources.map(({ size }) => size);
    this.#total = Math.max(1, this.#sizes.reduce((sum, size) => sum + size, 0));
    this.#place = { source: 0, position: audit.sources[0]?.start ?? { offset: 0, line: 1 } };
    this.#nextCheckpoint = performance.now() + audit.checkpointEvery;
  }

  async count(source: number, step: Step, result: BatchResult): Promise<void> {
    this.#accumulator.merge(result.totals);
    await this.#lists?.add(result);
    this.#place = { source, position: step.next };
    const { rows, verdicts } = result.totals;
    this.#counted.rows += rows.read;
    this.#counted.flagged += verdicts.warn + verdicts.block;
    this.#counted.broken += rows.broken;
    const before = this.#sizes.slice(0, source).reduce((sum, size) => sum + size, 0);
    this.#watcher.counted({ done: (before + step.read * this.#sizes[source]!) / this.#total, ...this.#counted });
    if (performance.now() >= this.#nextCheckpoint) await this.writeCheckpoint();
  }

  /** Writes down everything that was counted, and where to go on. */
  async writeCheckpoint(): Promise<void> {
    const { folder, conditions, checkpointEvery } = this.#audit;
    if (folder === undefined || this.#lists === undefined) return;
    const started = performance.now();
    await this.#lists.sync();
    await writeCheckpoint(folder, { schema: 1, conditions, ...this.#place, totals: this.#accumulator.totals(), lists: this.#lists.lengths });
    const took = performance.now() - started;
    this.#nextCheckpoint = performance.now() + Math.max(checkpointEvery, checkpointEvery === 0 ? 0 : took / CHECKPOINT_SHARE);
  }
}
