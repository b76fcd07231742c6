/** The built core in a runtime that need not be Node: no built-ins, only what JavaScript itself has. Ends with `N passed, N failed`. */
import { createGuard } from '../dist/index.js';

const replies = [
  ['亲，退款24小时内一定到账哦', 'default', 'block'],
  ['Your refund will definitely be in your account tomorrow.', 'us-store', 'block'],
  ['您好，请问您想了解哪款商品呢？', 'default', 'pass'],
  ['The medium fits a waist of 30 to 32 inches.', 'us-store', 'pass'],
];
const wrong = replies.filter(([reply, policy, verdict]) => createGuard({ policy }).check(reply).verdict !== verdict);
for (const [reply] of wrong) console.log(`not so: ${reply}`);
console.log(`${replies.length - wrong.length} passed, ${wrong.length} failed`);
if (wrong.length > 0) throw new Error('the core judges otherwise here');
