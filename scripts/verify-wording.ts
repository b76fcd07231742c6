/**
 * Shows over the discretised case space that what is decided can be said: each composed reply passes the check under
 * the policy and the decision, with the tier and the freight of the case; its commitments are exactly those of the
 * decision (act, time, amount; alternatives are alternatives); a public reply commits to nothing; no slot is left open;
 * every variant of every phrase that a case can need was used.
 *
 *   npx tsx scripts/verify-wording.ts           every 7th case: minutes
 *   npx tsx scripts/verify-wording.ts --slice   every 997th case: seconds, for CI
 */
import { verifyWording } from './wording-verification.ts';

const { cases, different, replies, faults } = verifyWording(process.argv.includes('--slice') ? 997 : 7);
for (const { name, count, examples } of faults) {
  console.log(`${count} × ${name}`);
  for (const example of examples) console.log(`    ${example}`);
}
console.log(`wording: ${cases} cases, ${different} different ones, ${replies} replies checked, ${faults.length} kinds of fault`);
process.exitCode = faults.length > 0 ? 1 : 0;
