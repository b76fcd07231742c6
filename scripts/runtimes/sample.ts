/** The sample that every runtime works on: the hand-written fixtures that pass, the decision fixtures, and hostile text. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadFixtures, readBaseline } from '../../src/testing/index.ts';
import { ROOT } from '../root.ts';

/** A reply with what it must get. */
interface SampleReply {
  readonly id: string;
  readonly reply: string;
  readonly policy: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly labels: readonly string[];
  readonly allowed: readonly string[];
}

/** A case with what must be decided, as far as its fixture says. */
interface SampleCase {
  readonly id: string;
  readonly policy: unknown;
  readonly given: unknown;
  readonly action?: string;
}

interface DecisionFixture {
  readonly id: string;
  readonly policy?: unknown;
  readonly case: unknown;
  readonly expect?: { readonly action?: string };
}

/** What `work.mjs` takes. Plain JSON. */
export interface Sample {
  readonly replies: readonly SampleReply[];
  readonly cases: readonly SampleCase[];
  readonly hostile: readonly string[];
}

/** Text that has broken readers before: lone surrogates, marks without a letter, directions, long runs. */
const HOSTILE = [
  '',
  '\u0000\uFEFF\u200B\u2060',
  '\uD83D 退款24小时内到账 \uDE00',
  '退\u200B款\u200D2\uFE0F4小时内\u202E到账\u202C',
  'İı ſ ß ﬁ e\u0301 \u0301\u0301\u0301',
  '<script>alert("退款24小时内到账")</script>',
  '退款24小时内到账。'.repeat(200),
  `${'('.repeat(5000)}${'9'.repeat(5000)}元`,
];

/** Gathers the sample from the committed fixtures. */
export function gatherSample(): Sample {
  const root = join(ROOT, 'fixtures');
  const passing = new Set(Object.values(readBaseline(root).passing).flat());
  const replies = loadFixtures(['*.yml'], { root, each: false })
    .filter(({ id, fragment }) => !fragment && passing.has(id))
    .map(({ id, reply, policy, context, lang, labels, allowed }) => ({ id, reply, policy, context: { lang, ...context }, labels, allowed }));
  return { replies, cases: gatherCases(join(root, 'decisions')), hostile: HOSTILE };
}

function gatherCases(folder: string): SampleCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as DecisionFixture[])
    .map(({ id, policy = 'default', case: given, expect }) => ({ id, policy, given, ...(expect?.action === undefined ? {} : { action: expect.action }) }));
}
