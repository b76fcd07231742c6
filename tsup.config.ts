import { existsSync, rmSync } from 'node:fs';
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
};
const ready = Object.fromEntries(Object.entries(entries).filter(([, path]) => existsSync(path)));

/** Makes the command line use the built library beside it instead of holding a second copy. */
const useBuiltLibrary: Plugin = {
  name: 'use-built-library',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/(?:\w+\/)?index\.ts$/ }, ({ path }) => ({
      path: path.replace(/\.ts$/, '.js'),
      external: true,
    }));
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
    entry: { 'cli/main': 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    esbuildPlugins: [useBuiltLibrary],
    splitting: false,
    outDir: 'dist',
  },
]);
