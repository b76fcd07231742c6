import { spanOf } from './acts/span.ts';
import type { Engine } from './engine.ts';
import { evidenceOf } from './findings.ts';
import { fillTemplate } from './messages/format.ts';
import { slotOf } from './messages/slots.ts';
import type { Policy } from './policy/policy.ts';
import type { Finding } from './report.ts';
import type { Hit } from './run.ts';
import type { Category, Language, Severity, Span, Verdict } from './types.ts';

/** At most so many findings stand in a report. */
export const MAX_FINDINGS = 100;
const RANK: Readonly<Record<Severity, number>> = { info: 0, warn: 1, block: 2 };

/** Hits in the order in which they are to be collected: a general rule has nothing to add where another has spoken. */
export function specificFirst(hits: readonly Hit[]): readonly Hit[] {
  if (hits.every(({ rule }) => rule.general !== true)) return hits;
  return [...hits.filter(({ rule }) => rule.general !== true), ...hits.filter(({ rule }) => rule.general === true)];
}

/** Makes findings of what a run hits, in the order in which it is given. */
export class Collector {
  /** The first hundred; a place that a finding as grave of the same category marks already is not marked twice. */
  readonly findings: Finding[] = [];
  /** The highest severity, of those beyond the hundredth too. */
  verdict: Verdict = 'pass';
  /** Whether there are more than fit into a report. */
  truncated = false;
  private readonly engine: Engine;
  private readonly policy: Policy;

  constructor(engine: Engine, policy: Policy) {
    this.engine = engine;
    this.policy = policy;
  }

  /** Whether no more findings are kept. */
  get full(): boolean {
    return this.findings.length === MAX_FINDINGS;
  }

  /**
   * Takes one more hit.
   *
   * @param reply The reply, at least as far as it was read.
   * @param language Language of the message.
   */
  add(hit: Hit, reply: string, language: Language): void {
    const severity = severityOf(hit, this.policy);
    const span = placeOf(hit);
    // Beyond the hundredth finding only the verdict counts: nothing is written that no report shows.
    if (this.full) {
      this.truncated ||= !this.covers(hit.rule.category, severity, span);
      this.verdict = worse(this.verdict, severity);
      return;
    }
    if (this.covers(hit.rule.category, severity, span)) return;
    this.findings.push(this.findingOf(hit, severity, span, reply, language));
    this.verdict = worse(this.verdict, severity);
  }

  /** Whether a finding of the same category and at least the same severity marks the place already. */
  private covers(category: Category, severity: Severity, { start, end }: Span): boolean {
    return this.findings.some(
      (known) => known.category === category && known.start <= start && known.end >= end && RANK[known.severity] >= RANK[severity],
    );
  }

  private findingOf({ rule, act, facts }: Hit, severity: Severity, { start, end }: Span, reply: string, language: Language): Finding {
    const text = reply.slice(start, end);
    const fill = (slot: string): string | undefined => slotOf(slot, facts, text, this.policy, language);
    const finding = {
      category: rule.category,
      rule: rule.id,
      severity,
      start,
      end,
      text,
      message: fillTemplate(rule.message[language], fill),
      advice: fillTemplate(rule.advice[language], fill),
      act: act?.type.name ?? rule.category,
      evidence: act === undefined ? [] : act.tokens.map((token) => evidenceOf(token, act, this.engine.lexicon)),
      source: rule.source,
      reader: 'rules',
    };
    return Object.assign(finding, facts) as Finding;
  }
}

/** The worse of a verdict and the severity of one more finding. */
export function worse(verdict: Verdict, severity: Severity): Verdict {
  if (severity === 'info' || verdict === 'block') return verdict;
  return severity;
}

/** How grave a hit is under a policy. */
export function severityOf({ rule, borderline, facts }: Pick<Hit, 'rule' | 'borderline' | 'facts'>, policy: Policy): Severity {
  if ('comparable' in facts && facts.comparable === false) return 'warn';
  if (borderline || rule.status === 'preview') return 'info';
  return policy.severities[rule.id] ?? rule.severity ?? policy.severities[rule.category];
}

function placeOf({ act, place }: Hit): Span {
  return act === undefined ? place! : spanOf(act);
}
