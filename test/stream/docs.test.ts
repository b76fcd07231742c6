/** Every example of the pages on streams runs, and prints what it says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as replyguard from '../../src/index.ts';

const PAGES = { 'streaming.md': 5, 'streaming.zh-CN.md': 1 } as const;

function examplesOf(page: string): string[] {
  const text = readFileSync(fileURLToPath(new URL(`../../docs/${page}`, import.meta.url)), 'utf8');
  return [...text.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code);
}

/** What an example prints, one entry a line. */
async function printed(code: string): Promise<string[]> {
  const lines: string[] = [];
  const show = (value: unknown): string => (typeof value === 'string' ? value : inspect(value));
  const log = (...values: unknown[]): number => lines.push(values.map(show).join(' ') || '(nothing)');
  const [, imports = '', body = ''] = /^import ({[^}]*}) from 'replyguard';\n([^]*)$/.exec(code) ?? [];
  const { outputText } = ts.transpileModule(`(async () => { const ${imports} = replyguard; ${body} })()`, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  await runInNewContext(outputText, { replyguard, console: { log }, ReadableStream });
  return lines;
}

describe.each(Object.entries(PAGES))('docs/%s', (page, count) => {
  const examples = examplesOf(page);

  it('has examples', () => {
    expect(examples.length).toBe(count);
  });

  it.each(examples.map((code) => [code.split('\n').find((line) => line.startsWith('const')), code]))('%s', async (_line, code) => {
    const said = [...code!.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
    expect(await printed(code!)).toEqual(said);
  });
});
