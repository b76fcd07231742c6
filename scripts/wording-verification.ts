/** Composes and checks the replies of the discretised case space; see `verify-wording.ts`. */
import { compose, createDecider } from '../src/decision/index.ts';
import type { Case, Decision } from '../src/decision/index.ts';
import { createGuard } from '../src/index.ts';
import type { Context, Guard } from '../src/index.ts';
import { loadPolicy } from '../src/policy/index.ts';
import { commitmentFaults } from './wording-commitments.ts';
import { decisionSpace } from './decision-space.ts';
import { OpenVariants } from './wording-variants.ts';

/** What went wrong in one way. */
interface Fault {
  readonly name: string;
  readonly count: number;
  /** A few of the replies, each with its case. */
  readonly examples: readonly string[];
}

/** What was looked at and what was found. */
interface Verification {
  readonly cases: number;
  /** Cases that differ in something that the wording or its check depends on. */
  readonly different: number;
  readonly replies: number;
  readonly faults: readonly Fault[];
}

/** Variants are chosen by the seed; each decision gets so many, and other ones each time. */
const SEEDS_EACH = 3;
const SHOWN = 3;

/** Looks at every `step`th case of the space. */
export function verifyWording(step: number): Verification {
  let seed = 0;
  const broken = new Map<string, { count: number; examples: string[] }>();
  const seen = new Set<string>();
  const variants = new OpenVariants();
  let cases = 0;
  let replies = 0;

  function fail(name: string, reply: string, given: Case): void {
    const entry = broken.get(name) ?? { count: 0, examples: [] };
    entry.count += 1;
    if (entry.examples.length < SHOWN) entry.examples.push(`${reply}   ${JSON.stringify(given)}`);
    broken.set(name, entry);
  }

  function check(guard: Guard, given: Case, decision: Decision): void {
    // Everything that the wording and its check depend on.
    const { because: _, notify: __, ...worded } = decision;
    const key = JSON.stringify([guard.policy.name, worded, decision.because[0]?.rule, given.issue, given.paid, given.returnFreight, given.tier, given.resolved, given.verification === 'confirmed']);
    if (seen.has(key)) return;
    seen.add(key);
    for (const locale of ['zh', 'en'] as const) {
      for (const channel of ['private', 'public'] as const) {
        for (const register of ['letter', 'chat'] as const) {
          for (let round = 0; round < SEEDS_EACH; round++, seed++) {
            const named = round % 2 === 0 ? {} : { customerName: locale === 'zh' ? '王女士' : 'Ms. Lee' };
            const reply = compose(decision, { policy: guard.policy, locale, channel, register, seed, issue: given.issue, ...named });
            replies += 1;
            const context: Context = {
              complaint: decision.openWith === 'apology',
              resolved: given.resolved === true,
              verified: given.verification === 'confirmed',
              channel,
              paid: given.paid,
              ...(given.returnFreight === undefined ? {} : { returnFreight: given.returnFreight }),
              tier: given.tier ?? 'frontline',
              decision,
            };
            const report = guard.check(reply, context);
            for (const finding of report.findings) fail(`${finding.rule} (${finding.severity})`, reply, given);
            for (const fault of commitmentFaults(report, decision, channel)) fail(fault, reply, given);
            variants.see(reply);
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
  for (const variant of variants.left()) broken.set(`never said: ${variant}`, { count: 1, examples: [] });
  const faults = [...broken].map(([name, fault]) => ({ name, ...fault })).sort((a, b) => b.count - a.count);
  return { cases, different: seen.size, replies, faults };
}
