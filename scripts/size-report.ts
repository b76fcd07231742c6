/** `npx tsx scripts/size-report.ts [ENTRY…]`: what each source file adds to an entry, minified and gzipped by itself, largest first. */
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const entries = process.argv.slice(2);

for (const entry of entries.length > 0 ? entries : ['src/index.ts', 'src/zh.ts', 'src/en.ts']) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export { createGuard } from './${entry}'`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    metafile: true,
    absWorkingDir: root,
    outfile: 'bundle.js',
  });
  process.stdout.write(`\n${entry}: ${kilobytes(gzipSync(outputFiles[0]!.contents).length)} gzipped\n`);
  const rows: { path: string; minified: number; zipped: number }[] = [];
  for (const [path, { bytesInOutput }] of Object.entries(Object.values(metafile.outputs)[0]!.inputs)) {
    if (bytesInOutput < 500) continue;
    const { code } = await transform(readFileSync(resolve(root, path), 'utf8'), { loader: path.endsWith('.ts') ? 'ts' : path.endsWith('.json') ? 'json' : 'js', minify: true });
    // The share that is left after unused exports are dropped.
    const zipped = (gzipSync(code).length * bytesInOutput) / Math.max(code.length, bytesInOutput);
    rows.push({ path, minified: bytesInOutput, zipped });
  }
  for (const { path, minified, zipped } of rows.sort((a, b) => b.zipped - a.zipped).slice(0, 24)) {
    process.stdout.write(`${kilobytes(zipped).padStart(10)} ${kilobytes(minified).padStart(10)}  ${path}\n`);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
