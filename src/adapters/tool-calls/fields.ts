import { faultyChoice, InputError, throwFaults, unknownFields } from '../../errors.ts';
import type { Fault } from '../../errors.ts';
import { FAIL_ON } from '../../stream/violation.ts';
import type { ToolCallOptions } from './options.ts';
import type { AmountKind } from './report.ts';

const KINDS: Readonly<Record<AmountKind, true>> = { refund: true, 'partial-refund': true, goodwill: true, coupon: true, multiple: true };
const OPTIONS: readonly string[] = ['tools', 'context', 'given', 'failOn'];
const FIELDS: readonly string[] = ['text', 'amounts'];
const AMOUNT: readonly string[] = ['field', 'kind', 'unit', 'currency', 'optional'];

/**
 * A misspelt option would be passed over, and a misspelt name in the map of a tool would leave its argument unchecked, silently.
 *
 * @throws InputError with every fault: its path and what was expected there.
 */
export function refuseFaultyFields(options: ToolCallOptions): void {
  const faults: Fault[] = [...unknownFields(options, OPTIONS, 'options'), ...faultyChoice(options.failOn, FAIL_ON, 'options.failOn')];
  for (const [tool, fields] of Object.entries(options.tools)) {
    faults.push(...unknownFields(fields, FIELDS, `tools.${tool}`));
    fields.amounts?.forEach((amount, index) => {
      const path = `tools.${tool}.amounts[${index}]`;
      faults.push(...unknownFields(amount, AMOUNT, path));
      if (typeof amount.field !== 'string' || amount.field === '') faults.push({ path: `${path}.field`, expected: 'the path of an argument' });
      if (!Object.hasOwn(KINDS, amount.kind)) faults.push({ path: `${path}.kind`, expected: `one of ${Object.keys(KINDS).join(', ')}` });
      if (amount.unit !== undefined && amount.unit !== 'decimal' && amount.unit !== 'minor') faults.push({ path: `${path}.unit`, expected: 'decimal or minor' });
    });
  }
  throwFaults(InputError, faults);
}
