import { defineConfig } from 'tsup';

/** The doors of the library: one for each entry of `exports` in package.json. */
const entries = {
  index: 'src/index.ts',
  zh: 'src/zh.ts',
  en: 'src/en.ts',
  'learned/index': 'src/learned/index.ts',
  'decision/index': 'src/decision/index.ts',
  'testing/index': 'src/testing/index.ts',
};

export default defineConfig([
  {
    entry: entries,
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'neutral',
    external: [/^node:/],
    // Entries share their chunks, so that an error class is one class whichever door it came through.
    splitting: true,
    treeshake: true,
    dts: { compilerOptions: { types: ['node'] } },
    clean: true,
    outDir: 'dist',
  },
  {
    entry: { 'cli/main': 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    // The command line uses the built library beside it instead of holding a second copy.
    external: [/^\.\.\/(index|learned\/index|testing\/index|decision\/index)\.js$/],
    splitting: false,
    clean: false,
    outDir: 'dist',
  },
]);
