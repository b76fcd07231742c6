import type { Act } from './acts/act.ts';
import type { ResolvedContext } from './context/context.ts';
import { readContext } from './context/index.ts';
import type { Context } from './context/index.ts';
import { Engine } from './engine.ts';
import type { EngineData, Hit, Reading, Run, RunOptions, Silence } from './engine.ts';
import { InputError } from './errors.ts';
import { commitmentOf, evidenceOf, spanOf } from './findings.ts';
import { fillTemplate, formatAmount, formatDuration } from './messages/format.ts';
import type { Policy } from './policy/policy.ts';
import type { ActSummary, Commitment, Excuse, Explanation, Finding, Note, Report } from './report.ts';
import type { Duration, Language, Money, Multiple, Severity, Verdict } from './types.ts';
import { languageOf, unsupportedLanguage } from './text/script.ts';
import { VERSION } from './version.ts';

/** At most so many findings stand in a report. */
const MAX_FINDINGS = 100;
const RANK: Readonly<Record<Severity, number>> = { info: 0, warn: 1, block: 2 };

/** Checks replies against one policy. Holds no state between checks: one guard serves any number of requests. */
export interface Guard {
  /** The policy that replies are judged by. */
  readonly policy: Policy;
  /**
   * Checks a reply.
   *
   * @param reply The reply as it would be sent; any string at all.
   * @param context What is known about the talk; all fields optional, unknown ones refused.
   * @throws InputError if the reply is no string. ContextError if the context is wrong; it names the path.
   */
  check(reply: string, context?: Context): Report;
  /** As `check`, and says also which near matches were excused, and by which cue. */
  explain(reply: string, context?: Context): Explanation;
}

/** A second opinion on a reply, e.g. the learned reader of `replyguard/learned`. */
export interface SecondReader {
  /**
   * Candidates that the rules may have missed.
   *
   * @param run What the rules read.
   * @param report What the rules found.
   */
  read(run: Run, engine: Engine, report: Report, language: Language): readonly Finding[];
}

/** Makes a guard from an engine and a policy. */
export function guardOf(engine: Engine, policy: Policy, second?: SecondReader): Guard {
  const judge = (reply: string, context: Context | undefined, options: RunOptions): { run: Run; language: Language } => {
    if (typeof reply !== 'string') throw new InputError([{ path: 'reply', expected: 'a string' }]);
    const resolved = readContext(context);
    const run = judgeReading(engine, engine.read(reply), policy, resolved, options);
    return { run, language: resolved.lang ?? languageOf(reply, policy.language) };
  };
  return {
    policy,
    check(reply, context) {
      const { run, language } = judge(reply, context, {});
      return reportOf(engine, run, reply, language, second);
    },
    explain(reply, context) {
      const { run, language } = judge(reply, context, { explain: true });
      return {
        ...reportOf(engine, run, reply, language, second),
        excused: run.silences.map((silence) => excuseOf(silence, reply, engine)),
        acts: run.acts.map((act) => summaryOf(act, reply, engine)),
      };
    },
  };
}

/** Judges what was read, from the first sentence to the end. */
export function judgeReading(engine: Engine, reading: Reading, policy: Policy, context: ResolvedContext, options: RunOptions = {}): Run {
  const run = engine.begin(policy, context, options);
  for (const sentence of reading.sentences) run.sentence(sentence);
  run.end();
  return run;
}

/** The findings of a run, in somebody's language. */
export function findingsOf(engine: Engine, run: Run, reply: string, language: Language): Finding[] {
  const findings: Finding[] = [];
  for (const hit of run.hits) {
    const finding = findingOf(hit, run, reply, language, engine);
    if (!covered(findings, finding)) findings.push(finding);
  }
  return findings;
}

/** Makes an engine; a separate step so that guards of several policies can share one. */
export function engineOf(data: EngineData): Engine {
  return new Engine(data);
}

function reportOf(engine: Engine, run: Run, reply: string, language: Language, second: SecondReader | undefined): Report {
  const findings = findingsOf(engine, run, reply, language);
  const commitments: Commitment[] = [];
  for (const act of run.acts) {
    const commitment = commitmentOf(act, reply, run.policy.currency);
    if (commitment !== undefined) commitments.push(commitment);
  }
  const report = assemble(findings, commitments, notesOf(reply, language));
  if (second === undefined) return report;
  const more = second.read(run, engine, report, language);
  return more.length === 0 ? report : assemble([...findings, ...more], commitments, report.notes);
}

function assemble(found: readonly Finding[], commitments: readonly Commitment[], notes: readonly Note[]): Report {
  let verdict: Verdict = 'pass';
  for (const { severity } of found) {
    if (severity !== 'info' && (verdict === 'pass' || RANK[severity] > RANK[verdict])) verdict = severity;
  }
  const findings = [...found].sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    version: VERSION,
    schema: 1,
    verdict,
    findings: findings.length > MAX_FINDINGS ? findings.slice(0, MAX_FINDINGS) : findings,
    commitments,
    notes,
    ...(findings.length > MAX_FINDINGS ? { truncated: true as const } : {}),
  };
}

/** Whether a finding of the same category and at least the same severity marks the place already. */
function covered(findings: readonly Finding[], next: Finding): boolean {
  return findings.some(
    (known) =>
      known.category === next.category &&
      known.start <= next.start &&
      known.end >= next.end &&
      RANK[known.severity] >= RANK[next.severity],
  );
}

function severityOf(hit: Hit, policy: Policy): Severity {
  const { rule } = hit;
  if (hit.borderline || rule.status === 'preview') return 'info';
  return policy.severities[rule.id] ?? rule.severity ?? policy.severities[rule.category];
}

function findingOf(hit: Hit, run: Run, reply: string, language: Language, engine: Engine): Finding {
  const { rule, act, facts } = hit;
  const span = act === undefined ? hit.place! : spanOf(act);
  const text = reply.slice(span.start, span.end);
  const incomparable = 'comparable' in facts && facts.comparable === false;
  const slots = slotsOf(facts, text, run.policy, language);
  return {
    ...facts,
    category: rule.category,
    rule: rule.id,
    severity: incomparable ? 'warn' : severityOf(hit, run.policy),
    start: span.start,
    end: span.end,
    text,
    message: fillTemplate(rule.message[language], slots),
    advice: fillTemplate(rule.advice[language], slots),
    act: act?.type.name ?? rule.category,
    evidence: act === undefined ? [] : act.tokens.map((token) => evidenceOf(token, act, engine.lexicon)),
    source: rule.source,
    reader: 'rules',
  } as Finding;
}

interface Facts {
  readonly promised?: Duration | null;
  readonly allowed?: Duration | null;
  readonly offered?: Money | Multiple | null;
  readonly cap?: Money | Multiple | null;
}

function slotsOf(facts: Facts, text: string, policy: Policy, language: Language): Record<string, string | undefined> {
  const { promised, allowed, offered, cap } = facts;
  const { timelines, caps } = policy;
  return {
    text,
    promised: promised ? formatDuration(promised, language) : undefined,
    allowed: allowed ? formatDuration(allowed, language) : undefined,
    offered: offered ? formatAmount(offered, language) : undefined,
    cap: cap ? formatAmount(cap, language) : undefined,
    refund: formatDuration(timelines.refund, language),
    verification: formatDuration(timelines.verification, language),
    dispatch: formatDuration(timelines.dispatch, language),
    review: formatDuration(timelines.escalationReview, language),
    coupon: formatAmount(caps.coupon, language),
    goodwill: formatAmount(caps.goodwill.amount, language),
  };
}

function notesOf(reply: string, language: Language): Note[] {
  if (!unsupportedLanguage(reply)) return [];
  const message =
    language === 'zh' ? '回复主要是中英文以外的语言,未能检查。' : 'The reply is mostly in another language than Chinese or English and could not be checked.';
  return [{ code: 'unsupported-language', message }];
}

function excuseOf({ rule, act, by, cue }: Silence, reply: string, engine: Engine): Excuse {
  const { start, end } = spanOf(act);
  return {
    rule: rule.id,
    category: rule.category,
    act: act.type.name,
    text: reply.slice(start, end),
    by,
    ...(cue === undefined ? {} : { cue: evidenceOf(cue, act, engine.lexicon) }),
    start,
    end,
  };
}

function summaryOf(act: Act, reply: string, engine: Engine): ActSummary {
  const { start, end } = spanOf(act);
  return {
    act: act.type.name,
    text: reply.slice(start, end),
    modifiers: Object.keys(act.modifiers),
    pattern: act.pattern,
    evidence: act.tokens.map((token) => evidenceOf(token, act, engine.lexicon)),
    start,
    end,
  };
}
