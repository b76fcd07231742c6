/** A project outside the repository that has installed the packed package, as a user's would. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import type { Sample } from './sample.ts';
import { install, run } from './shell.ts';

/** Doors that need Node, or a test runner around them. Every other one must open in every runtime. */
const NODE_ONLY = /\/(?:testing|audit|vitest|vitest\/register|promptfoo)$/;

/** The doors that every runtime opens, as the installed package lists them. */
function doorsOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/replyguard/package.json'), 'utf8')) as { exports: Readonly<Record<string, unknown>> };
  return Object.keys(manifest.exports)
    .filter((door) => !/\*|\.json$/.test(door) && !NODE_ONLY.test(door))
    .map((door) => `replyguard${door.slice(1)}`);
}

/** The same work, called in the way of each kind of runtime. */
function programs(doors: readonly string[]): Readonly<Record<string, string>> {
  const imports = doors.map((door, index) => `import * as door${index} from '${door}';`);
  const named = doors.map((door, index) => `'${door}': door${index}`).join(', ');
  const head = [...imports, "import { sample } from './sample.mjs';", "import { work } from './work.mjs';", `const answer = () => work({ ${named} }, sample);`, ''].join('\n');
  const required = doors.map((door) => `'${door}': require('${door}')`).join(', ');
  return {
    'run.mjs': `${head}console.log(JSON.stringify(answer()));\n`,
    'run.cjs': `Promise.all([import('./sample.mjs'), import('./work.mjs')]).then(([{ sample }, { work }]) => {
  console.log(JSON.stringify(work({ ${required} }, sample)));
});
`,
    'worker.mjs': `${head}export default { fetch: () => Response.json(answer()) };\n`,
    'page.mjs': `${head}globalThis.answer = answer();\n`,
  };
}

/** Packs the project as npm would. Returns the tarball's path. */
export function pack(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const { ok, output, fault } = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], ROOT);
  if (!ok) throw new Error(`npm pack: ${fault}`);
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  return join(folder, filename);
}

/** Installs the tarball and lays the work beside it. */
export function makeProject(folder: string, tarball: string, sample: Sample): void {
  install(folder, tarball);
  cpSync(join(ROOT, 'scripts/runtimes/work.mjs'), join(folder, 'work.mjs'));
  writeFileSync(join(folder, 'sample.mjs'), `export const sample = ${JSON.stringify(sample)};\n`);
  // What the command line reads: the same replies, a line each.
  writeFileSync(join(folder, 'replies.jsonl'), sample.replies.map(({ id, reply, policy, context }) => `${JSON.stringify({ id, reply, policy, context })}\n`).join(''));
  for (const [name, text] of Object.entries(programs(doorsOf(folder)))) writeFileSync(join(folder, name), text);
}
