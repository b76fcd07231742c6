import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLUMNS, DEFAULT_LIMITS } from '../../src/audit/index.ts';
import { LISTS } from '../../src/cli/audit/lists.ts';

describe.each(['audit.md', 'audit.zh-CN.md'])('docs/%s', (name) => {
  const text = readFileSync(resolve(import.meta.dirname, '../../docs', name), 'utf8');

  it('documents every column and every list', () => {
    for (const column of COLUMNS) expect(text).toContain(`| \`${column}\` |`);
    for (const list of LISTS) expect(text).toContain(`\`${list}.csv\``);
  });

  it('states the limits that are in force', () => {
    const { agents, days, products, issues, pairs, cases } = DEFAULT_LIMITS;
    for (const limit of [agents, days, products, issues, pairs, cases]) expect(text).toContain(limit.toLocaleString('en-US'));
  });
});
