import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './measure.ts';

/** Milliseconds from nothing to a first verdict, in a process of its own. */
export interface SetUp {
  /** Loading the module. */
  readonly load: number;
  /** Making a guard and checking a first reply. */
  readonly first: number;
}

/** Set-up time of an entry of the built package: the median of some fresh processes. */
export function setUp(entry: string, processes: number): SetUp {
  const path = fileURLToPath(new URL(`../dist/${entry}`, import.meta.url));
  const program = `
    const a = performance.now();
    const { createGuard } = await import(${JSON.stringify(`file://${path}`)});
    const b = performance.now();
    createGuard().check('退款一般3-5个工作日到账。 A refund takes 5-7 business days.');
    console.log(JSON.stringify([b - a, performance.now() - b]));`;
  const runs = Array.from({ length: processes }, (): [number, number] => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
  });
  return { load: median(runs.map(([load]) => load)), first: median(runs.map(([, first]) => first)) };
}
