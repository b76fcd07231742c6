import { Command } from 'commander';
import { expect, test } from 'vitest';
import { caseOf, withCase } from '../../src/cli/case.ts';
import { compose, decide } from '../../src/decision/index.ts';
import type { Case } from '../../src/decision/index.ts';
import { BAD, GOOD, replyguard } from './run.ts';

const damaged: Case = { issue: 'damaged', paid: 89, verification: 'confirmed' };
const THREAT = 'If that review stays up, our lawyer will contact you.';

function lines(...values: unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');
}

test('decide: a decision for each case, in order, with the id as it came', async () => {
  const input = lines({ id: 'a', case: damaged }, '{"id":9007199254740993,"policy":"us-store","case":{"issue":"late","paid":20}}', { case: damaged });
  const { status, out, json } = await replyguard(['decide', '--jsonl'], { input });
  const results = json();
  expect(status).toBe(0);
  expect(results[0]).toEqual({ id: 'a', decision: decide(damaged) });
  expect(out.split('\n')[1]).toMatch(/^\{"id":9007199254740993,/);
  expect(results[1]!.decision).toEqual(decide({ issue: 'late', paid: 20 }, 'us-store'));
  expect(Object.keys(results[2]!)).toEqual(['decision']);
});

test('decide: a broken line says its number and the path, the rest goes on, and the exit status is 2', async () => {
  const input = lines(
    { id: 1, case: damaged },
    '',
    '{"id":3,',
    { id: 4 },
    { id: 5, case: { issue: 'damaged' } },
    { id: 6, case: { ...damaged, review: { stars: 9, public: true }, rejected: ['gold'] } },
    { id: 7, case: damaged, policy: 'nowhere' },
    { id: 8, case: { ...damaged, mood: 'angry' } },
    { id: 9, case: null },
    { id: 10, case: damaged },
  );
  for (const command of ['decide', 'compose']) {
    const { status, json, err } = await replyguard([command, '--jsonl'], { input });
    const results = json();
    expect(status).toBe(2);
    expect(err).toBe('');
    expect(results).toHaveLength(9);
    expect(results.map(({ line, id }) => [line, id])).toEqual([
      [undefined, 1],
      [3, undefined],
      [4, 4],
      [5, 5],
      [6, 6],
      [7, 7],
      [8, 8],
      [9, 9],
      [undefined, 10],
    ]);
    const errors = results.map(({ error }) => String(error ?? ''));
    expect(errors[2]).toMatch(/^case: /);
    expect(errors[3]).toMatch(/^case\.paid: /);
    expect(errors[4]).toContain('case.review.stars: ');
    expect(errors[4]).toContain('case.rejected[0]: ');
    expect(errors[5]).toMatch(/^policy/);
    expect(errors[6]).toMatch(/^case\.mood: /);
  }
});

test('compose: reply and decision, in the asked language', async () => {
  const input = lines({ id: 'a', case: damaged }, { id: 'b', policy: 'us-store', case: damaged });
  const { status, json } = await replyguard(['compose', '--jsonl', '--locale', 'en', '--register', 'letter', '--customer-name', 'Ms. Lee', '--seed', '3'], { input });
  const results = json();
  const options = { locale: 'en', register: 'letter', customerName: 'Ms. Lee', seed: 3, issue: 'damaged' } as const;
  expect(status).toBe(0);
  expect(results[0]).toEqual({ id: 'a', reply: compose(decide(damaged), options), decision: decide(damaged) });
  expect(results[1]!.reply).toBe(compose(decide(damaged, 'us-store'), { ...options, policy: 'us-store' }));
});

test('compose and decide take one case as an argument too', async () => {
  const given = JSON.stringify(damaged);
  const composed = await replyguard(['compose', given]);
  expect(composed.out).toBe(`${compose(decide(damaged), { issue: 'damaged' })}\n`);
  const decided = await replyguard(['decide', '--policy', 'us-store', given]);
  expect(JSON.parse(decided.out)).toEqual(decide(damaged, 'us-store'));
  const wrong = await replyguard(['decide', '{"issue":"damaged"}']);
  expect(wrong.status).toBe(2);
  expect(wrong.out).toContain('case.paid: ');
  expect((await replyguard(['decide', '--policy', 'nowhere', given])).status).toBe(2);
});

test('a case can be said in options alone, every field of it', async () => {
  const flags = '--issue defective --paid 66.6 --verification pending --evidence-received --evidence-requests 1 --cannot-show --bulky --return-freight 12.5 ' +
    '--stock out --days-since-delivery 3 --ask compensation --ask-amount 30 --rejected goodwill,exchange --rejected coupon --contacts 2 --claims-90d 1 ' +
    '--same-product-complaints 4 --review-stars 2 --review-public --resolved --tier senior --channel public';
  const whole: Case = {
    issue: 'defective', paid: 66.6, verification: 'pending', evidence: { received: true, requests: 1, canShow: false }, bulky: true, returnFreight: 12.5,
    stock: 'out', daysSinceDelivery: 3, ask: { remedy: 'compensation', amount: 30 }, rejected: ['goodwill', 'exchange', 'coupon'], contacts: 2, claims90d: 1,
    sameProductComplaints: 4, review: { stars: 2, public: true }, resolved: true, tier: 'senior', channel: 'public',
  };
  const program = new Command();
  let said: unknown;
  withCase(program).action((given) => {
    said = caseOf(given);
  });
  program.parse(flags.split(' '), { from: 'user' });
  expect(said).toEqual(whole);
  const { status, out } = await replyguard(['decide', ...flags.split(' ')]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual(decide(whole));
});

test('options say what the JSON of a case does not', async () => {
  const given = await replyguard(['decide', '--paid', '89', '--tier', 'senior', '{"issue":"late","tier":"supervisor"}']);
  expect(JSON.parse(given.out)).toEqual(decide({ issue: 'late', paid: 89, tier: 'supervisor' }));
  const piped = await replyguard(['compose', '--paid', '89', '--jsonl'], { input: lines({ id: 1, case: { issue: 'late' } }, { id: 2, case: damaged }) });
  expect(piped.json().map(({ decision }) => decision)).toEqual([decide({ issue: 'late', paid: 89 }), decide(damaged)]);
  const composed = await replyguard(['compose', '--issue', 'damaged', '--paid', '89', '--verification', 'confirmed']);
  expect(composed.out).toBe(`${compose(decide(damaged), { issue: 'damaged' })}\n`);
});

test.each([
  [['--issue', 'damaged'], 'case.paid: '],
  [['--issue', 'damaged', '--paid', '89', '--ask-amount', '5'], 'case.ask.remedy: '],
  [['--issue', 'damaged', '--paid', '89', '--review-public'], 'case.review.stars: '],
  [['--issue', 'damaged', '--paid', '89', '--rejected', 'gold'], 'case.rejected[0]: '],
  [['--issue', 'broken', '--paid', '89'], 'Allowed choices are late, '],
  [['--issue', 'damaged', '--paid', '-3'], 'expected a number of 0 or more'],
])('what an option says wrong is named: %j', async (flags, said) => {
  const { status, out, err } = await replyguard(['decide', ...flags]);
  expect(status).toBe(2);
  expect(out + err).toContain(said);
});

test('fix: the mended reply with its changes; what cannot be mended comes with the reason, and the composed reply where a case is given', async () => {
  const input = lines(
    { id: 1, reply: BAD },
    { id: 2, reply: GOOD },
    { id: 3, reply: THREAT, policy: 'us-store' },
    { id: 4, reply: THREAT, policy: 'us-store', case: damaged },
    { id: 5, reply: 7 },
    { id: 6, reply: GOOD, case: { issue: 'damaged' } },
    { id: 7, reply: GOOD, context: { mood: 1 } },
    { reply: '请提供订单号。', context: { complaint: true } },
  );
  const { status, json } = await replyguard(['fix', '--jsonl', '--reader', 'rules'], { input });
  const results = json();
  expect(status).toBe(2);
  expect(results[0]!.reply).toContain('3-5个工作日');
  expect(Object.keys(results[0]!)).toEqual(['id', 'reply', 'changes']);
  expect(results[1]).toEqual({ id: 2, reply: GOOD, changes: [] });
  expect(results[2]).toMatchObject({ id: 3, reply: THREAT, changes: [] });
  expect(Object.keys(results[2]!)).toEqual(['id', 'reply', 'changes', 'unfixed']);
  expect(results[3]!.instead).toBe(compose(decide(damaged, 'us-store'), { policy: 'us-store', issue: 'damaged' }));
  expect(results.slice(4, 7).map(({ line, id, error }) => [line, id, String(error).split(':')[0]])).toEqual([
    [5, 5, 'reply'],
    [6, 6, 'case.paid'],
    [7, 7, 'context.mood'],
  ]);
  expect(results[7]!.reply).toMatch(/^非常抱歉/);
});

test('fix prints the mended text, line by line if asked, and its exit status says what is left', async () => {
  const mended = await replyguard(['fix', '--reader', 'rules', BAD]);
  expect(mended.status).toBe(0);
  expect(mended.out).toContain('3-5个工作日');
  const two = await replyguard(['fix', '--reader', 'rules', '--lines'], { input: `${BAD}\n${GOOD}\n` });
  expect(two.out.split('\n')).toHaveLength(3);
  expect(two.out).toContain(GOOD);
  expect((await replyguard(['fix', '--reader', 'rules', '--policy', 'us-store', THREAT])).status).toBe(1);
});
