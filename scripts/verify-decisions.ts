/**
 * Shows the invariants of the decision function over the discretised space of cases.
 *
 *   npx tsx scripts/verify-decisions.ts           the whole space: minutes
 *   npx tsx scripts/verify-decisions.ts --slice   every 61st case: seconds, for CI
 */
import { createDecider, DECISION_ROWS } from '../src/decision/index.ts';
import type { Case, Decision } from '../src/decision/index.ts';
import { overlapsOf } from '../src/decision/overlap.ts';
import { loadPolicy } from '../src/policy/index.ts';
import type { Policy } from '../src/policy/index.ts';
import { INVARIANTS, raisesNothing } from './decision-invariants.ts';
import { expectedDecision } from './decision-reference.ts';
import { decisionSpace } from './decision-space.ts';

const step = process.argv.includes('--slice') ? 61 : 1;
const SHOWN = 5;

/** The presets, and a shop that moved every value that decisions look at. */
const policies: Policy[] = [
  loadPolicy('default'),
  loadPolicy('us-store'),
  loadPolicy({
    extends: 'us-store',
    name: 'moved',
    caps: { coupon: 7.77, goodwill: { amount: 4.5, ceiling: null } },
    returnWindowDays: 0,
    lowValue: 0,
    partialRefundShare: 0.35,
    riskClaims: 2,
    productAlert: 1,
    maxOffers: 3,
    tierFactors: { senior: 2.5, supervisor: 4 },
  }),
];

const broken = new Map<string, { count: number; examples: string[] }>();
const reached = new Set<string>();
const actions = new Map<string, number>();
let total = 0;

function fail(name: string, policy: Policy, given: Case, decision?: Decision): void {
  const entry = broken.get(name) ?? { count: 0, examples: [] };
  entry.count += 1;
  if (entry.examples.length < SHOWN) {
    entry.examples.push(`${policy.name} ${JSON.stringify(given)} → ${JSON.stringify(decision)}`);
  }
  broken.set(name, entry);
}

function check(given: Case, policy: Policy, decide: (given: Case) => Decision): void {
  total += 1;
  let decision: Decision;
  try {
    decision = decide(given);
  } catch {
    fail('total: every valid case gets a decision', policy, given);
    return;
  }
  actions.set(decision.action, (actions.get(decision.action) ?? 0) + 1);
  for (const { rule } of decision.because) reached.add(rule);
  for (const [name, holds] of Object.entries(INVARIANTS)) {
    if (!holds(given, decision, policy)) fail(name, policy, given, decision);
  }
  if (JSON.stringify(decide({ ...given })) !== JSON.stringify(decision)) {
    fail('deterministic: the same case gets the same decision', policy, given, decision);
  }
  if ((given.contacts ?? 1) > 1 && !raisesNothing(decide({ ...given, contacts: 1 }), decision)) {
    fail('contacts never raise an amount', policy, given, decision);
  }
  const expected = expectedDecision(given, policy);
  const agrees =
    expected.action === decision.action &&
    expected.escalateTo === decision.escalateTo &&
    expected.askEvidence === decision.askEvidence &&
    expected.openWith === decision.openWith &&
    JSON.stringify(expected.notify) === JSON.stringify(decision.notify) &&
    JSON.stringify(expected.offers) === JSON.stringify(decision.offers);
  if (!agrees) fail('the table decides as the specification read a second time', policy, given, decision);
}

const started = performance.now();
for (const policy of policies) {
  const decide = createDecider({ policy });
  // The presets are what shops use; the moved policy shows that the rules follow its values.
  const stride = policy.name === 'moved' ? step * 5 : step;
  for (const block of decisionSpace(policy)) {
    const before = total;
    for (let index = 0; index < block.size; index += stride) check(block.at(index), policy, decide);
    console.log(`${policy.name.padEnd(9)} ${block.name.padEnd(11)} ${String(total - before).padStart(9)} of ${block.size} cases`);
  }
}

const unreached = DECISION_ROWS.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
const overlaps = policies.flatMap((policy) => overlapsOf(DECISION_ROWS, policy));
console.log(`\n${total} cases, ${Object.keys(INVARIANTS).length + 4} invariants, ${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`decided: ${[...actions].map(([action, count]) => `${action} ${count}`).join(', ')}`);
console.log(`rows: ${DECISION_ROWS.length}, reached ${DECISION_ROWS.length - unreached.length}`);
console.log(`rows that no case reaches: ${unreached.length}${unreached.map((id) => `\n  ${id}`).join('')}`);
console.log(`pairs of rows that overlap without a precedence: ${overlaps.length}${overlaps.map(({ first, second }) => `\n  ${first} and ${second}`).join('')}`);
for (const [name, { count, examples }] of broken) {
  console.log(`\nBROKEN ${name}: ${count} cases${examples.map((example) => `\n  ${example}`).join('')}`);
}
console.log(`${Object.keys(INVARIANTS).length + 4 - broken.size} passed, ${broken.size} failed`);
if (broken.size > 0 || unreached.length > 0 || overlaps.length > 0) process.exitCode = 1;
