import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'tsup';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** The doors of the library: one for each entry of `exports` in package.json. */
const entries = {
  index: 'src/index.ts',
  zh: 'src/zh.ts',
  en: 'src/en.ts',
  'learned/index': 'src/learned/index.ts',
  'decision/index': 'src/decision/index.ts',
  'testing/index': 'src/testing/index.ts',
  'audit/index': 'src/audit/index.ts',
  'reports/index': 'src/reports/index.ts',
  'adapters/ai-sdk/index': 'src/adapters/ai-sdk/index.ts',
  'adapters/openai-agents/index': 'src/adapters/openai-agents/index.ts',
  'adapters/tool-calls/index': 'src/adapters/tool-calls/index.ts',
  'adapters/vitest/index': 'src/adapters/vitest/index.ts',
  'adapters/vitest/register': 'src/adapters/vitest/register.ts',
  'adapters/promptfoo/index': 'src/adapters/promptfoo/index.ts',
  'adapters/langchain/index': 'src/adapters/langchain/index.ts',
  'adapters/mastra/index': 'src/adapters/mastra/index.ts',
};
const ready = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));

/** Makes the command line use the built library beside it instead of holding a second copy. */
const useBuiltLibrary: Plugin = {
  name: 'use-built-library',
  setup(build) {
    const doors = new Map(Object.entries(entries).map(([name, path]) => [resolve(path), `../${name}.js`]));
    build.onResolve({ filter: /^\.\.\/.*\.ts$/ }, ({ path, resolveDir }) => {
      const door = doors.get(resolve(resolveDir, path));
      return door === undefined ? undefined : { path: door, external: true };
    });
  },
};

// Both builds below write to one folder, so neither may clean it by itself.
rmSync('dist', { recursive: true, force: true });

export default defineConfig([
  {
    entry: ready,
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'neutral',
    external: [/^node:/],
    // Loading zod as a package takes 45 ms, and what is used of it is a few kB. Its types stay a dependency.
    noExternal: [/^zod(\/|$)/],
    // Entries share their chunks, so that an error class is one class whichever door it came through.
    splitting: true,
    treeshake: true,
    dts: { compilerOptions: { types: ['node'] } },
    // The packs are Chinese: written as \u escapes they would be half as large again.
    esbuildOptions: (options) => {
      options.charset = 'utf8';
    },
    outDir: 'dist',
  },
  {
    entry: { main: 'src/cli/main.ts', 'audit-worker': 'src/cli/audit/worker.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    esbuildPlugins: [useBuiltLibrary],
    // Commands are loaded when they run; all pieces stay in one folder, since the paths to the library count from there.
    splitting: true,
    outDir: 'dist/cli',
  },
]);
