/** A project outside the repository that has installed the packed package, as a user's would. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import type { Sample } from './sample.ts';
import { install, run } from './shell.ts';

const IMPORTS = `import { createGuard } from 'replyguard';
import { compose, decide } from 'replyguard/decision';
import { learnedReader } from 'replyguard/learned';
import { sample } from './sample.mjs';
import { work } from './work.mjs';
const answer = work({ createGuard, compose, decide, learnedReader }, sample);
`;

/** The same work, called in the way of each kind of runtime. */
const FILES: Readonly<Record<string, string>> = {
  'run.mjs': `${IMPORTS}console.log(JSON.stringify(answer));\n`,
  'run.cjs': `const { createGuard } = require('replyguard');
const { compose, decide } = require('replyguard/decision');
const { learnedReader } = require('replyguard/learned');
Promise.all([import('./sample.mjs'), import('./work.mjs')]).then(([{ sample }, { work }]) => {
  console.log(JSON.stringify(work({ createGuard, compose, decide, learnedReader }, sample)));
});
`,
  'worker.mjs': IMPORTS.replace('const answer = ', 'const answer = () => ') + "export default { fetch: () => Response.json(answer()) };\n",
  'page.mjs': `${IMPORTS}globalThis.answer = answer;\n`,
};

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
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
}
