import { describe, expect, it } from 'vitest';
import { ADAPTER_CASES, findingsOf } from './table.ts';

describe('the table of the adapters', () => {
  it.each(ADAPTER_CASES)('$id says what a plain check finds', (given) => {
    const findings = findingsOf(given);
    expect(findings.filter(({ severity }) => severity !== 'info').map(({ category }) => category)).toEqual(given.categories);
    expect(findings.some(({ severity }) => severity === 'block')).toBe(given.blocked);
  });
});
