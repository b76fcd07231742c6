/** `npm run build:playground`: the page as a folder, `playground/dist/`, that any static server can serve. No network. */
import { cpSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const FOLDER = import.meta.dirname;
/** Where the built page stands. */
export const OUT = join(FOLDER, 'dist');

/** Builds the page. Returns the size of its script in bytes, plain and compressed. */
export async function buildPlayground(): Promise<{ readonly plain: number; readonly compressed: number }> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const outfile = join(OUT, 'main.js');
  await build({ entryPoints: [join(FOLDER, 'src/main.ts')], outfile, bundle: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'error' });
  for (const name of ['index.html', 'style.css']) cpSync(join(FOLDER, name), join(OUT, name));
  return { plain: statSync(outfile).size, compressed: gzipSync(readFileSync(outfile)).length };
}

if (process.argv[1] === join(FOLDER, 'build.ts')) {
  const { plain, compressed } = await buildPlayground();
  console.log(`playground/dist: ${(plain / 1000).toFixed(0)} kB of script, ${(compressed / 1000).toFixed(0)} kB compressed`);
}
