import { InputError } from '../errors.ts';
import { mending } from '../generated/mending.ts';
import { rules } from '../generated/rules.ts';
import { fillTemplate } from '../messages/format.ts';
import { needsPolicy, slotOf } from '../messages/slots.ts';
import type { Facts } from '../messages/slots.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding, Report } from '../report.ts';
import type { Language, Severity } from '../types.ts';

/** At most so many lines: who writes anew needs the gravest things, not all of them. */
const MAX_LINES = 8;
/** Quoted words are cut here. */
const MAX_QUOTE = 60;
const LOCALES: readonly string[] = ['zh', 'en'];
const RANK: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };

/**
 * Turns findings into instructions for whoever writes the reply anew, a language model or a new agent: one line for
 * each rule that was broken, the gravest first, at most eight, with what may be said and the policy's own values.
 * Findings of severity `info` are left out; no line at all gives the empty string.
 *
 * @param report What `check` found.
 * @param locale Language of the instructions, whatever the reply's.
 * @param policy The policy that the reply was checked by: `guard.policy`. Left out, the lines say what the report itself
 * says and no other times and limits; an advice that takes one of these then stays in the report's language.
 * @throws InputError if the locale is none.
 */
export function feedback(report: Report, locale: Language, policy?: Policy): string {
  if (!LOCALES.includes(locale)) throw new InputError([{ path: 'locale', expected: 'zh or en' }]);
  const lines = new Map<string, string>();
  const findings = report.findings.filter(({ severity }) => severity !== 'info');
  const told = new Set<string>();
  for (const finding of [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.start - b.start)) {
    if (lines.has(finding.rule) || lines.size === MAX_LINES) continue;
    const values = told.has(finding.category) || policy === undefined ? undefined : mending.values[finding.category]?.[locale];
    told.add(finding.category);
    lines.set(finding.rule, lineOf(finding, values, locale, policy));
  }
  return [...lines.values()].map((line) => `- ${line}`).join('\n');
}

function lineOf(finding: Finding, values: string | undefined, locale: Language, policy: Policy | undefined): string {
  const quote = quoteOf(finding.text);
  const facts = factsOf(finding);
  const fill = (slot: string): string | undefined => slotOf(slot, facts, quote, policy, locale);
  // A rule of the shop's own is known by its finding alone, in the reply's language.
  const rule = rules.find(({ id }) => id === finding.rule);
  const worded = (name: 'message' | 'advice'): string => {
    const template = rule?.[name][locale];
    return template === undefined || (policy === undefined && needsPolicy(template)) ? finding[name] : fillTemplate(template, fill);
  };
  const texts: Readonly<Record<string, string>> = { text: quote, message: worded('message'), advice: worded('advice') };
  const line = fillTemplate(mending.feedback[mending.ways[finding.category]][locale], (slot) => texts[slot]);
  if (values === undefined) return line;
  return `${line}${locale === 'en' ? ' ' : ''}${fillTemplate(values, fill)}`;
}

function factsOf(finding: Finding): Facts {
  if (finding.category === 'timeline') return { promised: finding.promised, allowed: finding.allowed };
  return finding.category === 'compensation' ? { offered: finding.offered, cap: finding.cap } : {};
}

/** The words on one line, cut where they are long. */
function quoteOf(text: string): string {
  const line = text.split('\n').join(' ').trim();
  if (line.length <= MAX_QUOTE) return line;
  return `${[...line.slice(0, MAX_QUOTE)].slice(0, -1).join('')}…`;
}
