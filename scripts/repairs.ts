/**
 * Mends every bad fixture that the check finds and says how it went:
 * `npm run repairs [-- FILES] [--show N] [--sample N] [--unfixed]`.
 *
 * Exit 1 if a mended reply does not pass its check, if a change's places are wrong, if fewer than 95 % are mended, or if
 * more than a third are mended by deletion alone.
 */
import { parseArgs } from 'node:util';
import { createGuard } from '../src/index.ts';
import type { Context, Guard, PolicyInput, PolicyName, Repair } from '../src/index.ts';
import type { Fixture } from '../src/testing/fixture.ts';
import { loadFixtures } from '../src/testing/files.ts';
import { ROOT } from './root.ts';

const LEAST_MENDED = 0.95;
const MOST_DELETED = 1 / 3;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Print every Nth mended reply. */
    show: { type: 'string' },
    /** Print N mended replies, evenly spread over the fixtures of every category, for a blind reading. */
    sample: { type: 'string' },
    unfixed: { type: 'boolean', default: false },
  },
});

interface Mended {
  readonly fixture: Fixture;
  readonly repair: Repair;
}

const guards = new Map<string, Guard>();

function guardOf(policy: Fixture['policy']): Guard {
  const key = JSON.stringify(policy);
  const guard = guards.get(key) ?? createGuard({ policy: policy as PolicyName | PolicyInput });
  guards.set(key, guard);
  return guard;
}

/** The mended reply put together from the original and the changes alone: every other character must be the same. */
function rebuilt(original: string, { changes }: Repair): string {
  let text = '';
  let at = 0;
  for (const { before, after } of changes) {
    text += original.slice(at, before.start) + after.text;
    at = before.end;
  }
  return text + original.slice(at);
}

const mended: Mended[] = [];
const unfixed: Mended[] = [];
const faults: string[] = [];
let found = 0;

for (const fixture of loadFixtures(positionals.length > 0 ? positionals : ['.'], { root: `${ROOT}/fixtures`, each: false })) {
  if (fixture.labels.length === 0 || fixture.fragment) continue;
  const guard = guardOf(fixture.policy);
  const context = fixture.context as Context;
  if (guard.check(fixture.reply, context).verdict === 'pass') continue;
  found += 1;
  const repair = guard.fix(fixture.reply, context);
  if (repair.unfixed !== undefined) {
    unfixed.push({ fixture, repair });
    continue;
  }
  mended.push({ fixture, repair });
  const again = guard.check(repair.reply, context);
  if (again.verdict !== 'pass') faults.push(`${fixture.id}: the mended reply gets ${again.findings.map(({ rule }) => rule).join(', ')}: ${repair.reply}`);
  if (rebuilt(fixture.reply, repair) !== repair.reply) faults.push(`${fixture.id}: the changes do not add up to the mended reply`);
}

function print({ fixture, repair }: Mended): void {
  const { customer } = fixture.context;
  console.log(`${fixture.id}  ${fixture.labels.join(', ')}`);
  if (typeof customer === 'string') console.log(`  customer: ${customer}`);
  console.log(`  before:   ${fixture.reply}\n  after:    ${repair.unfixed === undefined ? repair.reply : `(unfixed) ${repair.unfixed}`}\n`);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** As many of each first label as of every other, as far as there are, each by even steps. */
function sampled(size: number): Mended[] {
  const byLabel = groupBy(mended, ({ fixture }) => `${fixture.labels[0]} ${fixture.lang}`);
  const lists = [...byLabel.values()];
  const chosen: Mended[] = [];
  for (let round = 0; chosen.length < Math.min(size, mended.length); round++) {
    for (const list of lists) {
      const each = Math.max(1, Math.ceil(size / lists.length));
      const item = list[Math.floor((round * list.length) / each)];
      if (item !== undefined && round < each && chosen.length < size) chosen.push(item);
    }
    if (round > size) break;
  }
  return chosen;
}

if (flags.sample !== undefined) sampled(Number(flags.sample)).forEach(print);
if (flags.show !== undefined) mended.filter((_, at) => at % Number(flags.show) === 0).forEach(print);
if (flags.unfixed) unfixed.forEach(print);

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const deleted = mended.filter(({ repair }) => repair.changes.every(({ kind }) => kind === 'deleted')).length;
const reasons = groupBy(unfixed, ({ repair }) => repair.unfixed!.split(/[:;：]/)[0]!);
for (const fault of faults) console.log(`FAULT ${fault}`);
console.log(`found by the check       ${found}`);
console.log(`mended, and they pass    ${mended.length} (${share(mended.length, found)})`);
console.log(`  by deletion alone      ${deleted} (${share(deleted, mended.length)})`);
console.log(`unfixed                  ${unfixed.length}`);
for (const [reason, list] of reasons) console.log(`  ${String(list.length).padStart(4)}  ${reason}`);
const ok = faults.length === 0 && mended.length >= LEAST_MENDED * found && deleted <= MOST_DELETED * mended.length;
console.log(ok ? 'repairs: all passed' : `repairs: ${faults.length} faults`);
process.exitCode = ok ? 0 : 1;
