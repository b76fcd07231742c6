import type { Column } from '../../audit/index.ts';
import type { Category, Language } from '../../index.ts';

/** What an audit prints, in the language of the person at the terminal. */
export interface Words {
  readonly columns: Readonly<Record<Column, string>>;
  readonly categories: Readonly<Record<Category, string>>;
  readonly notUsed: string;
  readonly plainLines: string;
  readonly refused: string;
  readonly rows: string;
  readonly audited: string;
  readonly skipped: string;
  readonly broken: string;
  readonly verdicts: string;
  readonly findings: string;
  readonly replies: string;
  readonly flagged: string;
  readonly agents: string;
  readonly days: string;
  readonly products: string;
  readonly fulfilment: string;
  readonly firstContact: string;
  readonly solved: string;
  readonly notKnown: string;
  readonly of: string;
  readonly promises: string;
  readonly kept: string;
  readonly brokenPromises: string;
  readonly open: string;
  readonly unknown: string;
  readonly problems: string;
  readonly alerts: string;
  readonly complaints: string;
  readonly threshold: string;
  readonly none: string;
  readonly more: string;
  readonly others: string;
  readonly faults: string;
  readonly sampled: string;
  readonly written: string;
  readonly resumed: string;
  readonly stopped: string;
}

const zh: Words = {
  columns: {
    reply: '客服回复', role: '发言人', agent: '客服', day: '日期', time: '时间', product: '商品', conversation: '会话', customer: '客户',
    message: '客户消息', complaint: '是否投诉', solved: '是否解决', outcome: '承诺结果', contact: '第几次联系', issue: '问题类型', paid: '实付',
  },
  categories: {
    guarantee: '保证结果', liability: '武断定责', compensation: '补偿超限', timeline: '时效承诺', disclosure: '泄露内部信息', future: '远期承诺',
    arguing: '争辩', 'review-pressure': '施压评价', vague: '含糊其辞', cold: '冷漠', 'no-apology': '缺少致歉', 'evidence-pressure': '索证施压',
    'off-platform': '引导站外', 'public-exposure': '公开泄露隐私',
  },
  notUsed: '未用到的列', plainLines: '每行一条回复', refused: '无法质检',
  rows: '行', audited: '已质检回复', skipped: '非客服回复', broken: '坏行', verdicts: '结论', findings: '问题', replies: '回复', flagged: '有问题',
  agents: '客服', days: '日期', products: '商品',
  fulfilment: '承诺兑现率', firstContact: '一次性解决率', solved: '解决率', notKnown: '数据未说明', of: '/',
  promises: '承诺', kept: '已兑现', brokenPromises: '未兑现', open: '未到期', unknown: '未知',
  problems: '高频问题', alerts: '投诉达到预警线的商品', complaints: '投诉', threshold: '预警线', none: '无', more: '其余', others: '其他',
  faults: '读不了的行和值', sampled: '抽样估计', written: '已写入', resumed: '接着上次继续，已完成行数', stopped: '已中断，加 --resume 可继续',
};

const en: Words = {
  columns: {
    reply: 'reply', role: 'role', agent: 'agent', day: 'day', time: 'time', product: 'product', conversation: 'conversation', customer: 'customer',
    message: 'message', complaint: 'complaint', solved: 'solved', outcome: 'outcome', contact: 'contact', issue: 'issue', paid: 'paid',
  },
  categories: {
    guarantee: 'guarantee', liability: 'liability', compensation: 'compensation', timeline: 'timeline', disclosure: 'disclosure', future: 'future',
    arguing: 'arguing', 'review-pressure': 'review-pressure', vague: 'vague', cold: 'cold', 'no-apology': 'no-apology',
    'evidence-pressure': 'evidence-pressure', 'off-platform': 'off-platform', 'public-exposure': 'public-exposure',
  },
  notUsed: 'columns not used', plainLines: 'every line is a reply', refused: 'cannot be audited',
  rows: 'rows', audited: 'replies audited', skipped: 'no reply of an agent', broken: 'broken rows', verdicts: 'verdicts', findings: 'findings',
  replies: 'replies', flagged: 'flagged', agents: 'agents', days: 'days', products: 'products',
  fulfilment: 'promises kept', firstContact: 'solved at the first contact', solved: 'solved', notKnown: 'the data does not say', of: 'of',
  promises: 'promises', kept: 'kept', brokenPromises: 'broken', open: 'open', unknown: 'unknown',
  problems: 'frequent problems', alerts: 'products at the complaint threshold', complaints: 'complaints', threshold: 'threshold', none: 'none',
  more: 'more', others: 'others', faults: 'rows and values that could not be read', sampled: 'from a sample', written: 'written to',
  resumed: 'going on; rows done before', stopped: 'stopped; --resume goes on',
};

/** What an audit prints. */
export const WORDS: Readonly<Record<Language, Words>> = { zh, en };
