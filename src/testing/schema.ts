/**
 * The shape of a fixture file, written down once: the loader checks with it, and the JSON Schema that editors
 * use is generated from it.
 */
import * as z from 'zod/mini';
import { TIERS } from '../policy/index.ts';
import { CATEGORIES } from '../types.ts';

function described<T extends z.ZodMiniType>(schema: T, description: string, more: Readonly<Record<string, unknown>> = {}): T {
  z.globalRegistry.add(schema, { description, ...more });
  return schema;
}

const text = () => z.string().check(z.minLength(1));
const amount = () => z.number().check(z.nonnegative());
const category = z.enum(CATEGORIES);

/** The case of a fixture, as `check` takes it. */
const context = z.strictObject({
  complaint: z.optional(described(z.boolean(), 'The customer complains. 客户是在投诉。')),
  resolved: z.optional(described(z.boolean(), 'The problem has been solved. 问题已经解决。')),
  verified: z.optional(described(z.boolean(), 'The cause has been verified. 原因已经核实。')),
  apologized: z.optional(described(z.boolean(), 'An apology was made earlier in the talk. 之前已经道过歉。')),
  channel: z.optional(described(z.enum(['private', 'public']), 'Where the reply will stand; private if left out.')),
  evidenceRequests: z.optional(
    described(z.int().check(z.nonnegative()), 'How often proof was asked for before. 之前要过几次凭证。'),
  ),
  customer: z.optional(described(z.string(), "The customer's last message. 客户的上一句话。")),
  history: z.optional(
    described(
      z.array(z.strictObject({ role: z.enum(['customer', 'agent']), text: z.string() })),
      'Earlier turns of the talk, oldest first.',
    ),
  ),
  paid: z.optional(described(amount(), "What the customer paid, in the policy's currency. 实付金额。")),
  returnFreight: z.optional(described(amount(), 'What sending the goods back costs. 退回运费。')),
  tier: z.optional(described(z.enum(TIERS), "The agent's authority; frontline if left out. 客服级别。")),
  decision: z.optional(described(z.record(z.string(), z.unknown()), 'The decision that the reply announces.')),
  now: z.optional(described(text(), 'The time of writing, ISO 8601 with offset.')),
  lang: z.optional(z.enum(['zh', 'en'])),
});

const source = z.strictObject({
  article: described(text(), 'Number of the article, e.g. "000".'),
  quote: described(text(), 'The words of the article.'),
});

const words = z.union([text(), z.array(text()).check(z.minLength(1))]);

/** One fixture as it stands in a file. */
export const fixtureSchema = z.strictObject({
  id: described(text(), 'A name that no other fixture has, e.g. timeline-012. 编号，不能重复。'),
  reply: described(text(), 'The reply, word for word. 客服的回复原文。'),
  labels: z.optional(
    described(z.array(category).check(z.minLength(1)), 'What the reply must get, all of it. 必须报出的类别。'),
  ),
  good: z.optional(described(z.literal(true), 'true: the reply must get nothing. 好回复，什么都不该报。')),
  each: z.optional(
    described(
      z.array(text()).check(z.minLength(1)),
      'Phrases that are put in place of {} in the reply (and in mark), one after the other; each of the replies must get the same. 逐个代入 {} 的说法，结果都应一样。',
      { uniqueItems: true },
    ),
  ),
  allowed: z.optional(
    described(z.array(category), 'Labels neither asked for nor held against. 报不报都可以的类别。'),
  ),
  lang: z.optional(described(z.enum(['zh', 'en']), 'Language; if left out, the script of the reply decides.')),
  policy: z.optional(
    described(
      z.union([text(), z.record(z.string(), z.unknown())]),
      'A preset (default, us-store) or a policy; if left out, default for Chinese and us-store for English.',
    ),
  ),
  context: z.optional(described(context, 'What is known about the case. 这段对话的背景。')),
  mark: z.optional(
    described(
      z.union([text(), z.partialRecord(category, words)]),
      'The words that must be underlined: a text if there is one label, else label: text. 要划出的原词。',
    ),
  ),
  source: z.optional(
    described(source, 'Where the example comes from. 出处。'),
  ),
  why: z.optional(described(z.string(), 'Why it is good or bad, in a few words. 理由。')),
  'known-gap': z.optional(
    described(text(), "Why it fails today; it is counted and doesn't fail the run. 目前还做不到的原因。"),
  ),
  fragment: z.optional(
    described(z.literal(true), 'true: a phrase that documents a rule, not a reply; it is not judged. 只作说明。'),
  ),
});

/** Keys of an entry, for messages. */
export const ENTRY_KEYS: readonly string[] = Object.keys(fixtureSchema.shape);
/** Keys of a context, for messages. */
export const CONTEXT_KEYS: readonly string[] = Object.keys(context.shape);
/** Keys of a source, for messages. */
export const SOURCE_KEYS: readonly string[] = Object.keys(source.shape);

/** A fixture file: a list of fixtures. */
export const fixtureFileSchema = z.array(fixtureSchema);

/** One fixture as it stands in a file. */
export type FixtureEntry = z.infer<typeof fixtureSchema>;

/**
 * The JSON Schema (draft-07) of a YAML fixture file, for editors.
 *
 * @returns a plain JSON value
 */
export function fixtureJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(fixtureFileSchema, { target: 'draft-7' });
  const entry = {
    ...(typeof schema.items === 'object' && !Array.isArray(schema.items) ? schema.items : {}),
    // What the loader checks beyond the types: every entry says what it expects, and only once.
    oneOf: [{ required: ['labels'] }, { required: ['good'] }],
  };
  return {
    ...schema,
    title: 'replyguard fixtures',
    description: 'Replies and what the check must say about them. 回复样例与期望结果。',
    items: entry,
  };
}
