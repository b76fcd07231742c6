/** Every example of docs/streaming.md runs, and prints what it says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as replyguard from '../../src/index.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/streaming.md', import.meta.url)), 'utf8');
const examples = [...page.matchAll(/```ts\n([^]*?)```/g)].map(([, code = '']) => code);

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

describe('docs/streaming.md', () => {
  it('has examples', () => {
    expect(examples.length).toBe(5);
  });

  it.each(examples.map((code) => [code.split('\n').find((line) => line.startsWith('const')), code]))('%s', async (_line, code) => {
    const said = [...code!.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
    expect(await printed(code!)).toEqual(said);
  });
});
