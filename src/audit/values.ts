/** Reading the short values of columns: yes and no, who speaks, what became of a promise. */

/** What became of a promise. `open`: not due yet. */
export type Outcome = 'kept' | 'broken' | 'open' | 'unknown';

/** Who speaks in a row. */
export type Role = 'agent' | 'customer' | 'other';

const YES = ['1', 'true', 'yes', 'y', 't', '是', '有', '对', '√', '✓', '✔'];
const NO = ['0', 'false', 'no', 'n', 'f', '否', '无', '没有', '不是', '×', '✗', '✘'];

const COMPLAINT = wordsOf<boolean>([
  [true, [...YES, '投诉', '客诉', '已投诉', '差评', 'complaint', 'complained']],
  [false, [...NO, '未投诉', '无投诉', '非投诉', '好评', '中评', 'none']],
]);
const SOLVED = wordsOf<boolean | null>([
  [true, [...YES, '已解决', '解决', '完结', '已完结', '已关闭', '完成', '已完成', 'solved', 'resolved', 'closed', 'done']],
  [false, [...NO, '未解决', '没解决', '没有解决', '未完结', 'unsolved', 'unresolved', 'notsolved', 'notresolved', 'reopened']],
  [null, ['-', '未知', '处理中', '待处理', '进行中', 'open', 'pending', 'unknown', 'na', 'n/a', 'null']],
]);
const OUTCOME = wordsOf<Outcome>([
  ['kept', [...YES, '已兑现', '兑现', '按时兑现', '如期兑现', '已履约', '按时', '履约', '已完成', '完成', 'kept', 'fulfilled', 'ontime', 'met', 'done']],
  ['broken', [...NO, '未兑现', '没兑现', '没有兑现', '逾期', '逾期兑现', '超时', '违约', '未履约', '延误', 'broken', 'late', 'missed', 'unfulfilled', 'failed', 'notkept']],
  ['open', ['处理中', '进行中', '未到期', '待兑现', '跟进中', 'open', 'pending', 'notdue', 'inprogress']],
  ['unknown', ['-', '未知', '不详', '无法确认', 'unknown', 'na', 'n/a', 'null', '?']],
]);
const ROLE = wordsOf<Role>([
  ['agent', ['agent', 'seller', 'staff', 'assistant', 'support', 'shop', 'merchant', 'store', 'operator', 'bot', 'robot', 'outbound', 'out', '客服', '坐席', '商家', '卖家', '店铺', '店家', '人工', '人工客服', '机器人', '智能客服', '发送', '发出']],
  ['customer', ['customer', 'buyer', 'user', 'client', 'visitor', 'guest', 'inbound', 'in', 'enduser', '客户', '顾客', '买家', '用户', '访客', '会员', '消费者', '接收', '收到']],
  ['other', ['system', 'note', 'internal', 'event', '系统', '系统消息', '备注', '内部备注', '通知']],
]);

/** Whether a customer complains; undefined for words that are not known. */
export function readComplaint(text: string): boolean | undefined {
  return meaningOf(COMPLAINT, text);
}

/** Whether a problem was solved, null where it is still open; undefined for words that are not known. */
export function readSolved(text: string): boolean | null | undefined {
  return meaningOf(SOLVED, text);
}

/** Who speaks; undefined for words that are not known. */
export function readRole(text: string): Role | undefined {
  return meaningOf(ROLE, text);
}

/**
 * What became of the promises of a reply: one value for all of them, or one each, divided by `;`, `；`, `|`, `、` or `,`.
 *
 * @returns undefined where a word is not known.
 */
export function readOutcomes(text: string): Outcome[] | undefined {
  const outcomes: Outcome[] = [];
  for (const part of text.split(/[;；|、,，]/u)) {
    const outcome = part.trim() === '' ? 'unknown' : meaningOf(OUTCOME, part);
    if (outcome === undefined) return undefined;
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Most values are written as the list has them, and are found without being made plain. */
function meaningOf<Value>(words: ReadonlyMap<string, Value>, text: string): Value | undefined {
  return words.has(text) ? words.get(text) : words.get(plain(text));
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/[\s_-]+(?=.)/gu, '');
}

function wordsOf<Value>(lists: readonly (readonly [Value, readonly string[]])[]): ReadonlyMap<string, Value> {
  return new Map(lists.flatMap(([value, words]) => words.map((word) => [plain(word), value] as const)));
}
