/** `npm run build:playground`: the page as a folder, `playground/dist/`, that any static server can serve. No network. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const FOLDER = import.meta.dirname;
/** Where the built page stands. */
export const OUT = join(FOLDER, 'dist');

/** The page's one script, and what it would still load. */
export interface Bundle {
  readonly script: Uint8Array;
  readonly imports: readonly string[];
}

/** Makes the page's script. Fails if anything in it needs more than a browser. */
export async function bundlePlayground(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(FOLDER, 'src/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  return { script: outputFiles[0]!.contents, imports: Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)) };
}

/** Builds the page. Returns the size of its script in bytes, plain and compressed. */
export async function buildPlayground(): Promise<{ readonly plain: number; readonly compressed: number }> {
  const { script } = await bundlePlayground();
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'main.js'), script);
  for (const name of ['index.html', 'style.css']) cpSync(join(FOLDER, name), join(OUT, name));
  return { plain: script.length, compressed: gzipSync(script).length };
}

if (process.argv[1] === join(FOLDER, 'build.ts')) {
  const { plain, compressed } = await buildPlayground();
  console.log(`playground/dist: ${(plain / 1000).toFixed(0)} kB of script, ${(compressed / 1000).toFixed(0)} kB compressed`);
}
