import { CATEGORY_NAMES } from '../../messages/category-names.ts';
import type { Category, Language, Severity, Verdict } from '../../types.ts';

/** What a page says besides the findings. */
export interface Words {
  readonly title: string;
  readonly auditTitle: string;
  readonly category: Readonly<Record<Category, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly replies: string;
  readonly findings: string;
  readonly failed: string;
  readonly suppressed: string;
  readonly suppressedSince: (day: string) => string;
  readonly byCategory: string;
  readonly byRule: string;
  readonly byAgent: string;
  readonly byProduct: string;
  readonly byDay: string;
  readonly flaggedByAgent: string;
  readonly flaggedByProduct: string;
  readonly flaggedByDay: string;
  readonly agents: string;
  readonly products: string;
  readonly others: string;
  readonly filters: string;
  readonly all: string;
  readonly allCategories: string;
  readonly allSeverities: string;
  readonly allRules: string;
  readonly allAgents: string;
  readonly search: string;
  readonly showSuppressed: string;
  readonly more: string;
  /** `{shown}` and `{all}` stand for counts. */
  readonly shown: string;
  readonly nothing: string;
  readonly nothingMatches: string;
  readonly instead: string;
  readonly source: string;
  readonly learned: string;
  readonly absence: string;
  readonly omitted: (listed: number, all: number) => string;
  readonly notChecked: string;
  readonly made: string;
  readonly audited: string;
  readonly skipped: string;
  readonly broken: string;
  readonly flagged: string;
  readonly replyCount: string;
  readonly flaggedOf: string;
  readonly ledger: string;
  readonly promise: string;
  readonly promisesMade: string;
  readonly kept: string;
  readonly brokenPromises: string;
  readonly open: string;
  readonly unknown: string;
  readonly unread: string;
  readonly fulfilment: string;
  readonly fulfilmentNote: string;
  readonly firstContact: string;
  readonly firstContactNote: (solved: number, rated: number) => string;
  readonly noData: string;
  readonly estimate: string;
  readonly problems: string;
  readonly withProducts: string;
  readonly alerts: (threshold: number) => string;
  readonly complaints: string;
  readonly examples: string;
  readonly faults: string;
}

const EN: Words = {
  title: 'Replies checked',
  auditTitle: 'Audit of replies',
  category: CATEGORY_NAMES.en,
  severity: { block: 'block', warn: 'warn', info: 'info' },
  verdict: { block: 'block', warn: 'warn', pass: 'pass' },
  replies: 'replies',
  findings: 'findings',
  failed: 'not checked',
  suppressed: 'suppressed',
  suppressedSince: (day) => `suppressed since ${day}`,
  byCategory: 'Findings by category',
  byRule: 'Findings by rule',
  byAgent: 'Findings by agent',
  byProduct: 'Findings by product',
  byDay: 'Findings by day',
  flaggedByAgent: 'Flagged replies by agent',
  flaggedByProduct: 'Flagged replies by product',
  flaggedByDay: 'Flagged replies by day',
  agents: 'Agents',
  products: 'Products',
  others: 'others',
  filters: 'Filter',
  all: 'all',
  allCategories: 'every category',
  allSeverities: 'every severity',
  allRules: 'every rule',
  allAgents: 'every agent',
  search: 'search in replies',
  showSuppressed: 'suppressed ones too',
  more: 'Show more',
  shown: '{shown} of {all} replies with findings',
  nothing: 'No findings.',
  nothingMatches: 'Nothing matches the filters.',
  instead: 'say instead',
  source: 'source',
  learned: 'learned reader',
  absence: 'something is missing here',
  omitted: (listed, all) => `The first ${listed} of ${all} findings are listed; the figures count all of them.`,
  notChecked: 'Could not be checked',
  made: 'made by replyguard',
  audited: 'replies checked',
  skipped: 'skipped',
  broken: 'unusable',
  flagged: 'flagged',
  replyCount: 'replies',
  flaggedOf: 'replies with a finding of warn or above',
  ledger: 'Promises',
  promise: 'promise',
  promisesMade: 'made',
  kept: 'kept',
  brokenPromises: 'broken',
  open: 'not due yet',
  unknown: 'not known',
  unread: 'in the data, not found in the reply',
  fulfilment: 'Promises kept',
  fulfilmentNote: 'of those whose outcome the data says',
  firstContact: 'Solved at the first contact',
  firstContactNote: (solved, rated) => `${solved} of ${rated} problems`,
  noData: 'the data does not say',
  estimate: 'estimate',
  problems: 'Frequent problems',
  withProducts: 'most often with',
  alerts: (threshold) => `Products with ${threshold} complaints or more`,
  complaints: 'complaints',
  examples: 'Examples',
  faults: 'Rows that could not be used',
};

const ZH: Words = {
  title: '客服回复检查报告',
  auditTitle: '客服回复审计报告',
  category: CATEGORY_NAMES.zh,
  severity: { block: '拦截', warn: '警告', info: '提示' },
  verdict: { block: '拦截', warn: '警告', pass: '通过' },
  replies: '条回复',
  findings: '个问题',
  failed: '条未能检查',
  suppressed: '已接受',
  suppressedSince: (day) => `自 ${day} 起已接受`,
  byCategory: '各类问题',
  byRule: '各规则问题',
  byAgent: '各客服问题',
  byProduct: '各商品问题',
  byDay: '每日问题',
  flaggedByAgent: '各客服有问题的回复',
  flaggedByProduct: '各商品有问题的回复',
  flaggedByDay: '每日有问题的回复',
  agents: '客服',
  products: '商品',
  others: '其他',
  filters: '筛选',
  all: '全部',
  allCategories: '全部类别',
  allSeverities: '全部级别',
  allRules: '全部规则',
  allAgents: '全部客服',
  search: '在回复中查找',
  showSuppressed: '包括已接受的',
  more: '显示更多',
  shown: '有问题的回复：显示 {shown} 条，共 {all} 条',
  nothing: '没有发现问题。',
  nothingMatches: '没有符合筛选条件的回复。',
  instead: '可以这样说',
  source: '出处',
  learned: '模型判断',
  absence: '此处有缺失',
  omitted: (listed, all) => `共 ${all} 个问题，下面列出前 ${listed} 个；统计数字包含全部。`,
  notChecked: '未能检查',
  made: '由 replyguard 生成',
  audited: '条回复已检查',
  skipped: '行跳过',
  broken: '行无法使用',
  flagged: '有问题',
  replyCount: '回复数',
  flaggedOf: '有警告及以上问题的回复',
  ledger: '承诺',
  promise: '承诺',
  promisesMade: '承诺数',
  kept: '已兑现',
  brokenPromises: '未兑现',
  open: '未到期',
  unknown: '无记录',
  unread: '数据里有，回复里没有读出',
  fulfilment: '承诺兑现率',
  fulfilmentNote: '仅计有结果记录的承诺',
  firstContact: '一次性解决率',
  firstContactNote: (solved, rated) => `${rated} 个问题中 ${solved} 个`,
  noData: '数据中没有记录',
  estimate: '估计值',
  problems: '高频问题',
  withProducts: '多见于',
  alerts: (threshold) => `投诉达到 ${threshold} 次的商品`,
  complaints: '投诉数',
  examples: '例子',
  faults: '无法使用的行',
};

/** The words of a page in a language. */
export function wordsOf(language: Language): Words {
  return language === 'zh' ? ZH : EN;
}
