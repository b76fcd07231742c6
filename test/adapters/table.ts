/**
 * The replies that every adapter is tried with. Whatever the framework, the findings must be those of a plain check: an adapter
 * brings text and context to the guard and what it says back, and judges nothing itself.
 */
import { createGuard } from '../../src/index.ts';
import type { Category, Context, Finding, Guard, Turn } from '../../src/index.ts';

/** One reply with the talk before it. */
export interface AdapterCase {
  readonly id: string;
  readonly reply: string;
  /** What the customer said last; adapters take it from the framework's own messages. */
  readonly customer: string;
  /** What was said before that; likewise from the framework's messages. */
  readonly history: readonly Turn[];
  /** What only the shop knows; adapters get it through the framework's own channel for such things. */
  readonly context: Omit<Context, 'customer' | 'history'>;
  /** What is found, at `warn` or above, in the order of its place; empty for a good reply. */
  readonly categories: readonly Category[];
  /** Whether the reply is a violation under the default `failOn`. */
  readonly blocked: boolean;
}

type Given = Pick<AdapterCase, 'id' | 'reply' | 'categories' | 'blocked'> & Partial<AdapterCase>;

function adapterCase(given: Given): AdapterCase {
  return { customer: '你好，在吗？', history: [], context: {}, ...given };
}

/** The shared table. */
export const ADAPTER_CASES: readonly AdapterCase[] = [
  adapterCase({ id: 'zh-multiple', reply: '给您三倍赔偿。', categories: ['compensation'], blocked: true }),
  adapterCase({ id: 'zh-arrival', reply: '退款24小时内到账。', categories: ['timeline'], blocked: true }),
  adapterCase({ id: 'zh-liability', reply: '这肯定是仓库发错了。', categories: ['liability'], blocked: true }),
  adapterCase({ id: 'zh-verified', reply: '这肯定是仓库发错了。', context: { verified: true }, categories: [], blocked: false }),
  adapterCase({
    id: 'zh-middle',
    reply: '亲，很抱歉！我们给您三倍赔偿。退款24小时内到账。请您放心。',
    customer: '锅一打开就是裂的！',
    context: { complaint: true },
    categories: ['compensation', 'timeline'],
    blocked: true,
  }),
  adapterCase({
    id: 'zh-absence',
    reply: '我帮您查一下。',
    customer: '锅一打开就是裂的！',
    context: { complaint: true },
    categories: ['no-apology'],
    blocked: false,
  }),
  adapterCase({
    id: 'zh-apologized',
    reply: '我帮您查一下。',
    customer: '锅一打开就是裂的！',
    context: { complaint: true, apologized: true },
    categories: [],
    blocked: false,
  }),
  adapterCase({
    id: 'zh-proof',
    reply: '麻烦拍张照片看看是哪里没声音。',
    customer: '手机一点声音都没有',
    categories: ['evidence-pressure'],
    blocked: false,
  }),
  adapterCase({
    id: 'zh-public',
    reply: '您好，您的手机号13800138000我们已记录。',
    context: { channel: 'public' },
    categories: ['public-exposure'],
    blocked: true,
  }),
  adapterCase({
    id: 'zh-paid',
    reply: '给您退款200元。',
    context: { paid: 100 },
    categories: ['compensation'],
    blocked: true,
  }),
  adapterCase({
    id: 'zh-history-not-judged',
    reply: '退款一般在审核通过后3-5个工作日到账，请您留意。',
    customer: '你们说过三倍赔偿！',
    history: [
      { role: 'customer', text: '锅是裂的。' },
      { role: 'agent', text: '给您三倍赔偿，退款24小时内到账。' },
    ],
    categories: [],
    blocked: false,
  }),
  adapterCase({
    id: 'en-multiple',
    reply: "I guarantee you'll get triple your money back.",
    customer: 'My pan is cracked.',
    categories: ['compensation'],
    blocked: true,
  }),
  adapterCase({
    id: 'en-arrival',
    reply: 'We will refund you within 24 hours, guaranteed.',
    customer: 'Where is my refund?',
    categories: ['timeline', 'guarantee'],
    blocked: true,
  }),
  adapterCase({
    id: 'en-off-platform',
    reply: "Please text me on my personal WhatsApp and I'll sort it out.",
    customer: 'My pan is cracked.',
    categories: ['off-platform'],
    blocked: true,
  }),
  adapterCase({
    id: 'en-middle',
    reply: "I'm sorry for the trouble. We will give you triple your money back. The refund usually takes 3-5 business days after approval.",
    customer: 'My pan arrived cracked!',
    context: { complaint: true },
    categories: ['compensation'],
    blocked: true,
  }),
  adapterCase({
    id: 'en-good',
    reply: "I'm sorry about this. Once the return is approved, your refund usually takes 3-5 business days.",
    customer: 'My pan arrived cracked!',
    context: { complaint: true },
    categories: [],
    blocked: false,
  }),
];

/** The guard that every adapter's tests share; sharing it is part of what is tried. */
export const guard: Guard = createGuard();

/** The whole context of a case, as an adapter ought to have put it together. */
export function contextOf({ customer, history, context }: AdapterCase): Context {
  return { ...context, customer, history };
}

/** What a plain check finds: what every adapter must find too. */
export function findingsOf(given: AdapterCase): readonly Finding[] {
  return guard.check(given.reply, contextOf(given)).findings;
}

/** A text cut into pieces of `size` characters, as a model would stream it. */
export function pieces(text: string, size = 2): string[] {
  const characters = [...text];
  const cut: string[] = [];
  for (let at = 0; at < characters.length; at += size) cut.push(characters.slice(at, at + size).join(''));
  return cut;
}
