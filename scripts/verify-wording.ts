/**
 * Shows over the discretised case space that what is decided can be said: each composed reply passes the check under
 * the policy that decided, with the tier and the freight of the case, and no slot is left open.
 *
 *   npx tsx scripts/verify-wording.ts           every 7th case: minutes
 *   npx tsx scripts/verify-wording.ts --slice   every 997th case: seconds, for CI
 */
import { compose } from '../src/composition/index.ts';
import { createDecider } from '../src/decision/index.ts';
import type { Case, Decision } from '../src/decision/index.ts';
import { createGuard } from '../src/index.ts';
import type { Context, Guard } from '../src/index.ts';
import { loadPolicy } from '../src/policy/index.ts';
import { decisionSpace } from './decision-space.ts';

const step = process.argv.includes('--slice') ? 997 : 7;
const SEEDS = [0, 1, 2, 3];
const SHOWN = 3;
const broken = new Map<string, { count: number; examples: string[] }>();
const seen = new Set<string>();
let cases = 0;
let replies = 0;

function fail(name: string, reply: string, given: Case): void {
  const entry = broken.get(name) ?? { count: 0, examples: [] };
  entry.count += 1;
  if (entry.examples.length < SHOWN) entry.examples.push(`${reply}   ${JSON.stringify(given)}`);
  broken.set(name, entry);
}

function check(guard: Guard, given: Case, decision: Decision): void {
  for (const locale of ['zh', 'en'] as const) {
    for (const channel of ['private', 'public'] as const) {
      for (const register of ['letter', 'chat'] as const) {
        for (const seed of SEEDS) {
          const named = seed % 2 === 0 ? {} : { customerName: locale === 'zh' ? '王女士' : 'Ms. Lee' };
          const reply = compose(decision, { policy: guard.policy, locale, channel, register, seed, issue: given.issue, ...named });
          const key = `${guard.policy.name} ${reply} ${given.paid} ${given.returnFreight} ${given.tier} ${decision.openWith}`;
          if (seen.has(key)) continue;
          seen.add(key);
          replies += 1;
          const context: Context = {
            complaint: decision.openWith === 'apology',
            resolved: given.resolved === true,
            verified: given.verification === 'confirmed',
            channel,
            paid: given.paid,
            ...(given.returnFreight === undefined ? {} : { returnFreight: given.returnFreight }),
            tier: given.tier ?? 'frontline',
          };
          for (const finding of guard.check(reply, context).findings) fail(`${finding.rule} (${finding.severity}) “${finding.text}”`, reply, given);
          if (/[{}]|—/.test(reply)) fail('a slot is left open', reply, given);
        }
      }
    }
  }
}

for (const name of ['default', 'us-store'] as const) {
  const policy = loadPolicy(name);
  const guard = createGuard({ policy });
  const decide = createDecider({ policy });
  for (const block of decisionSpace(policy)) {
    for (let index = 0; index < block.size; index += step) {
      const given = block.at(index);
      cases += 1;
      check(guard, given, decide(given));
    }
  }
}
for (const [name, { count, examples }] of [...broken].sort((a, b) => b[1].count - a[1].count)) {
  console.log(`${count} × ${name}`);
  for (const example of examples) console.log(`    ${example}`);
}
console.log(`wording: ${cases} cases, ${replies} replies checked, ${broken.size} kinds of fault`);
process.exitCode = broken.size > 0 ? 1 : 0;
