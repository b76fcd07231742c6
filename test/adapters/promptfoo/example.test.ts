import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import replyguard from '../../../src/adapters/promptfoo/index.ts';
import type { AssertionContext } from '../../../src/adapters/promptfoo/index.ts';

interface Bot {
  callApi(prompt: string): Promise<{ output: string }>;
}

interface Suite {
  readonly defaultTest: { readonly assert: readonly { readonly type: string; readonly config: Readonly<Record<string, unknown>> }[] };
  readonly tests: readonly { readonly description: string; readonly vars: NonNullable<AssertionContext['vars']> }[];
}

const folder = join(import.meta.dirname, '../../../examples/promptfoo');
const suite: Suite = parse(readFileSync(join(folder, 'promptfooconfig.yaml'), 'utf8'));

/** Which tests of the suite pass with a bot, as promptfoo would run them; `npm run verify:promptfoo` has promptfoo itself run them. */
async function passing(file: string): Promise<string[]> {
  const { default: Provider }: { default: new () => Bot } = await import(join(folder, file));
  const [assertion] = suite.defaultTest.assert;
  const passed: string[] = [];
  for (const { description, vars } of suite.tests) {
    const { output } = await new Provider().callApi(String(vars['message']));
    if (replyguard(output, { config: assertion!.config, vars }).pass) passed.push(description);
  }
  return passed;
}

describe('the example for promptfoo', () => {
  it('passes with the careful bot and fails with the careless one', async () => {
    expect(await passing('careful-bot.mjs')).toEqual(['a defect', 'a late refund', 'a greeting']);
    expect(await passing('careless-bot.mjs')).toEqual(['a greeting']);
  });
});
