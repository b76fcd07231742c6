import { rules as ownRules } from '../generated/rules.ts';
import { fillTemplate } from '../messages/format.ts';
import { usualSeverity } from '../policy/resolve.ts';
import type { Finding } from '../report.ts';
import type { Rule } from '../rules/rule.ts';
import type { Category, Language, Severity } from '../types.ts';

/** A rule as reports speak of it. */
export interface RuleText {
  readonly id: string;
  readonly category: Category;
  /** Its severity where the policy sets none. */
  readonly severity: Severity;
  /** What it flags, without the values of a case. */
  readonly message: string;
  /** A wording that may be said instead. */
  readonly advice: string;
  /** Where it comes from. */
  readonly source: string;
}

/** The texts of all rules, in a language; those of the shop's own replace the library's of the same id. */
export function ruleTexts(language: Language, extra: readonly Rule[] = []): RuleText[] {
  const byId = new Map([...ownRules, ...extra].map((rule) => [rule.id, rule]));
  return [...byId.values()]
    .map((rule) => ({
      id: rule.id,
      category: rule.category,
      severity: rule.status === 'preview' ? 'info' : (rule.severity ?? usualSeverity(rule.category)),
      message: fillTemplate(rule.message[language], () => '…'),
      advice: fillTemplate(rule.advice[language], () => '…'),
      source: `${rule.source.article}: ${rule.source.passage}`,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** What a finding says of a rule that no data describes, e.g. one of the learned reader. */
export function ruleTextOf({ rule, category, severity, message, advice, source }: Finding): RuleText {
  return { id: rule, category, severity, message, advice, source: `${source.article}: ${source.passage}` };
}
