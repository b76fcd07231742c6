import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePages, silences } from '../../scripts/reference/pages.ts';
import { rulePages, stalePages } from '../../scripts/reference/rules.ts';
import { readRules } from '../../scripts/rule-data.ts';
import type { RuleFile } from '../../scripts/rule-data.ts';

const pages = rulePages();
const rules = readRules();

/** A rule as small as it can be, for what is looked at here. */
const rule = (change: Partial<RuleFile>): RuleFile => ({
  file: 'rules/categories/cold/new.yml',
  id: 'cold/new',
  category: 'cold',
  status: 'stable',
  source: { article: 'own', passage: 'a passage' },
  acts: ['new-act'],
  message: { zh: '不好', en: 'Bad | so bad.' },
  advice: { zh: '好', en: 'Better.' },
  examples: { bad: [{ reply: 'a `tick` and | a bar\nand a line', mark: 'a bar' }], good: [{ reply: '好' }] },
  ...change,
});

describe('the rule pages', () => {
  it('are as rules and fixtures would give them (npm run docs:rules)', () => expect(stalePages(pages)).toEqual([]));

  it('are one a rule in each language, and every one stands in its index', () => {
    for (const { id } of rules) {
      expect(pages.has(`en/${id}.md`)).toBe(true);
      expect(pages.has(`zh/${id}.md`)).toBe(true);
      expect(pages.get('README.md')).toContain(`(en/${id}.md)`);
      expect(pages.get('README.zh-CN.md')).toContain(`(zh/${id}.md)`);
    }
  });

  it('link only to pages that are there, and leave no slot or undefined value', () => {
    for (const [path, text] of pages) {
      for (const [, target] of text.matchAll(/\]\(([^)]+\.md)\)/g)) expect(pages.has(normalize(join(dirname(path), target!))), `${path} → ${target}`).toBe(true);
      expect(text.includes('undefined') || /\{(?:\}|promised|allowed|offered|cap)/.test(text), path).toBe(false);
    }
  });

  it('say why a rule keeps silent, in words', () => {
    const one = rule({ unless: ['hedged'], with: ['full-refund'], without: ['empathy', 'rude-dismissal'], context: { complaint: true, evidenceRequests: 2 } });
    const other = rule({ id: 'cold/rude', acts: ['rude-dismissal', 'empathy'] });
    expect(silences(one, [one, other], 'en')).toEqual([
      'it is only an estimate (“usually”, “about”, “should”)',
      'the reply does not also grant a full refund',
      'the reply also shows understanding',
      'another rule says it already: [cold/rude](../cold/rude.md)',
      'the context does not say `complaint: true`',
      'the context counts fewer than 2 earlier requests for proof (`evidenceRequests`)',
      'the policy switches it off (below)',
    ]);
    expect(silences(one, [one, other], 'zh')).toContain('回复里同时表示理解');
  });

  it('stay readable for an act that has no words yet, and for text that looks like markup', () => {
    const text = makePages([rule({ without: ['act-of-tomorrow'] })], []).get('en/cold/new.md')!;
    expect(text).toContain('- the reply also `act-of-tomorrow`');
    expect(text).toContain('- ``a `tick` and | a bar⏎and a line``<br>marked: `a bar`');
  });
});
