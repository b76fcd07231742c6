import type { Category, Language } from '../types.ts';

/** What people call a category, in reports and on pages. */
export const CATEGORY_NAMES: Readonly<Record<Language, Readonly<Record<Category, string>>>> = {
  en: {
    guarantee: 'Guarantee',
    liability: 'Liability',
    compensation: 'Compensation',
    timeline: 'Timeline',
    disclosure: 'Disclosure',
    future: 'Future',
    arguing: 'Arguing',
    'review-pressure': 'Review pressure',
    vague: 'Vague',
    cold: 'Cold',
    'no-apology': 'No apology',
    'evidence-pressure': 'Evidence pressure',
    'off-platform': 'Off platform',
    'public-exposure': 'Public exposure',
  },
  zh: {
    guarantee: '保证结果',
    liability: '武断定责',
    compensation: '补偿超限',
    timeline: '时效承诺',
    disclosure: '泄露内部信息',
    future: '远期承诺',
    arguing: '争辩',
    'review-pressure': '施压评价',
    vague: '含糊其辞',
    cold: '冷漠',
    'no-apology': '缺少致歉',
    'evidence-pressure': '索证施压',
    'off-platform': '引导站外',
    'public-exposure': '公开泄露隐私',
  },
};
