/** One worker thread of an audit: it is told once how to check, then gets batch after batch. */
import Tinypool from 'tinypool';
import type { Guard } from '../../index.ts';
import { Guards } from '../guards.ts';
import { auditBatch } from './audit-batch.ts';
import type { Batch, BatchResult, WorkerSetup } from './batch.ts';

const setup: WorkerSetup = Tinypool.workerData;
let guard: Guard | undefined;

/** Audits a batch. */
export default async function work(batch: Batch): Promise<BatchResult> {
  guard ??= await new Guards(setup.reader, setup.extension).of(setup.policy);
  return auditBatch(guard, batch, setup.context, setup.lists);
}
