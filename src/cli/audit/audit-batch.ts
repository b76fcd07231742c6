import { Accumulator, auditRow } from '../../audit/index.ts';
import type { Context, Guard } from '../../index.ts';
import type { Batch, BatchResult } from './batch.ts';
import { csvLines, faultLine, findingLines, ledgerLine } from './lists.ts';
import { rowsOf } from './rows.ts';

/** Audits a batch: what is counted, and the lines of the lists in the order of the rows. */
export function auditBatch(guard: Guard, batch: Batch, context: Context, lists: boolean): BatchResult {
  const accumulator = new Accumulator();
  const ledger: ReturnType<typeof ledgerLine>[] = [];
  const findings: ReturnType<typeof ledgerLine>[] = [];
  const faultLines: ReturnType<typeof faultLine>[] = [];
  for (const { row, faults } of rowsOf(batch)) {
    for (const fault of faults) {
      accumulator.addFault(fault);
      if (lists) faultLines.push(faultLine(fault));
    }
    if (row === null) continue;
    const audited = auditRow(guard, row, context);
    accumulator.add(audited);
    if (!lists) continue;
    for (const entry of audited.ledger) ledger.push(ledgerLine(audited, entry));
    findings.push(...findingLines(audited));
    if (audited.error !== undefined) faultLines.push(faultLine({ source: row.source, row: row.row, level: 'value', error: audited.error }));
  }
  return { totals: accumulator.totals(), ledger: csvLines(ledger), findings: csvLines(findings), faults: csvLines(faultLines) };
}
