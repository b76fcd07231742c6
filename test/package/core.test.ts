import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

/** Everything that an entry pulls in, as an edge runtime or a browser would see it. */
async function inputsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [resolve(import.meta.dirname, '../../src', entry)],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*', ...builtinModules],
    logLevel: 'silent',
  });
  const external = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter((one) => one.external));
  return [...Object.keys(metafile.inputs), ...external.map(({ path }) => `external ${path}`)];
}

test('the core needs zod and nothing else: no Node built-ins, nothing of the command line', async () => {
  const inputs = await inputsOf('index.ts');
  const foreign = inputs.filter((path) => path.startsWith('external ') || /node_modules\/(?!zod\/)/.test(path));
  expect(foreign).toEqual([]);
  expect(inputs.filter((path) => /src\/(cli|testing|learned)\//.test(path))).toEqual([]);
});
