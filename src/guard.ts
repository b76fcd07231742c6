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
import { languageOfReasons, repair } from './repair/repair.ts';
import type { Repair } from './repair/repair.ts';
import type { ActSummary, Commitment, Excuse, Explanation, Finding, Note, Report } from './report.ts';
import { violationsOf } from './stream/violation.ts';
import type { FailOn } from './stream/violation.ts';
import type { Category, Duration, Language, Money, Multiple, Severity, Span, Verdict } from './types.ts';
import { languageOf, unsupportedLanguage } from './text/script.ts';
import { VERSION } from './version.ts';

/** At most so many findings stand in a report. */
const MAX_FINDINGS = 100;
const CHECK: RunOptions = {};
const EXPLAIN: RunOptions = { explain: true };
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
  /**
   * Mends a reply: each offending clause gives way to wording that is true under the policy, or is left out; every
   * other character stays. The mended reply passes the check; one that cannot be mended comes back as it was, with
   * the reason in `unfixed`, and with what `options.instead` makes, if it is given.
   *
   * @throws As `check`.
   */
  fix(reply: string, context?: Context, options?: FixOptions): Repair;
}

/** What a repair may fall back to. */
export interface FixOptions {
  /** Mend findings of this severity and above, and let the others be. Default `warn`. */
  readonly failOn?: FailOn;
  /**
   * Makes the reply to send in the place of one that cannot be mended, e.g. `composed(theCase)` of
   * `replyguard/decision`. Called only then. Default: none.
   */
  readonly instead?: (policy: Policy) => string;
}

/** What a second reader makes of a reply. */
export interface Opinion {
  /** What the rules missed. */
  readonly found: readonly Finding[];
  /** Findings of the rules that it does not believe; they report at `info`. */
  readonly doubted: readonly Finding[];
}

/** A second opinion on a reply, e.g. the learned reader of `replyguard/learned`. */
export interface SecondReader {
  /**
   * @param run What the rules read.
   * @param engine The engine that read it.
   * @param report What the rules found.
   * @param language Language of messages.
   */
  read(run: Run, engine: Engine, report: Report, language: Language): Opinion;
}

/** Makes a guard from an engine and a policy. */
export function guardOf(engine: Engine, policy: Policy, second?: SecondReader): Guard {
  const judge = (reply: string, context: Context | undefined, options: RunOptions): Run => {
    if (typeof reply !== 'string') throw new InputError([{ path: 'reply', expected: 'a string' }]);
    return judgeReading(engine, engine.read(reply), policy, readContext(context), options);
  };
  const check = (reply: string, context?: Context): Report => reportOf(engine, judge(reply, context, CHECK), reply, second);
  return {
    policy,
    check,
    fix(reply, context, { instead, failOn = 'warn' } = {}) {
      if (typeof reply !== 'string') throw new InputError([{ path: 'reply', expected: 'a string' }]);
      const { complaint, lang } = readContext(context);
      const repaired = repair(reply, (candidate) => gravest(check(candidate, context), failOn), { complaint, language: languageOfReasons(reply, lang) });
      return repaired.unfixed === undefined || instead === undefined ? repaired : { ...repaired, instead: instead(policy) };
    },
    explain(reply, context) {
      const run = judge(reply, context, EXPLAIN);
      return {
        ...reportOf(engine, run, reply, second),
        excused: run.silences.map((silence) => excuseOf(silence, reply, engine)),
        acts: run.acts.map((act) => summaryOf(act, reply, engine)),
      };
    },
  };
}

function gravest(report: Report, failOn: FailOn): Report {
  return failOn === 'warn' ? report : { ...report, findings: violationsOf(report, failOn) };
}

/** Judges what was read, from the first sentence to the end. */
export function judgeReading(engine: Engine, reading: Reading, policy: Policy, context: ResolvedContext, options: RunOptions = {}): Run {
  const run = engine.begin(policy, context, options);
  const { sentences } = reading;
  for (let at = 0; at < sentences.length; at++) run.sentence(sentences[at]!);
  run.end();
  return run;
}

/** The findings of a run, in somebody's language; the first hundred of them. */
export function findingsOf(engine: Engine, run: Run, reply: string, language: Language): Finding[] {
  return collect(engine, run, reply, language).findings;
}

interface Collected {
  readonly findings: Finding[];
  readonly verdict: Verdict;
  /** Whether there are more than fit into a report. */
  readonly truncated: boolean;
}

/** Beyond the hundredth finding only the verdict counts: nothing is written that no report shows. */
function collect(engine: Engine, run: Run, reply: string, language: Language): Collected {
  const findings: Finding[] = [];
  let verdict: Verdict = 'pass';
  let truncated = false;
  for (const hit of run.hits) {
    const severity = severityOf(hit, run.policy);
    if (findings.length === MAX_FINDINGS) {
      truncated ||= !covered(findings, hit.rule.category, severity, placeOf(hit));
      verdict = worse(verdict, severity);
      continue;
    }
    const span = placeOf(hit);
    if (covered(findings, hit.rule.category, severity, span)) continue;
    findings.push(findingOf(hit, severity, span, run, reply, language, engine));
    verdict = worse(verdict, severity);
  }
  return { findings, verdict, truncated };
}

function worse(verdict: Verdict, severity: Severity): Verdict {
  if (severity === 'info' || verdict === 'block') return verdict;
  return severity;
}

/** Makes an engine; a separate step so that guards of several policies can share one. */
export function engineOf(data: EngineData): Engine {
  return new Engine(data);
}

function reportOf(engine: Engine, run: Run, reply: string, second: SecondReader | undefined): Report {
  const unread = run.foreign > 0 && unsupportedLanguage(reply);
  const language = run.hits.length > 0 || unread || second !== undefined ? languageFor(run, reply) : run.policy.language;
  const collected = run.hits.length === 0 ? NOTHING : collect(engine, run, reply, language);
  const notes = unread ? notesOf(language) : [];
  const report = assemble(collected, commitmentsOf(run, reply), notes);
  if (second === undefined) return report;
  const { found, doubted } = second.read(run, engine, report, language);
  if (found.length === 0 && doubted.length === 0) return report;
  const believed = collected.findings.map((finding): Finding => (doubted.includes(finding) ? { ...finding, severity: 'info' } : finding));
  const findings = [...believed, ...found];
  const verdict = findings.reduce<Verdict>((worst, { severity }) => worse(worst, severity), 'pass');
  return assemble({ findings, verdict, truncated: collected.truncated }, report.commitments, notes);
}

const NOTHING: Collected = { findings: [], verdict: 'pass', truncated: false };

function languageFor({ context, policy }: Run, reply: string): Language {
  return context.lang ?? languageOf(reply, policy.language);
}

function commitmentsOf(run: Run, reply: string): Commitment[] {
  const commitments: Commitment[] = [];
  const { judged, policy } = run;
  for (let at = 0; at < judged.length; at++) {
    if (!judged[at]!.type.commitment) continue;
    const commitment = commitmentOf(judged[at]!, reply, policy.currency);
    if (commitment !== undefined) commitments.push(commitment);
  }
  return commitments;
}

function assemble(collected: Collected, commitments: readonly Commitment[], notes: readonly Note[]): Report {
  const { verdict } = collected;
  const findings = collected.findings.length > 1 ? [...collected.findings].sort((a, b) => a.start - b.start || a.end - b.end) : [...collected.findings];
  if (!collected.truncated && findings.length <= MAX_FINDINGS) return { version: VERSION, schema: 1, verdict, findings, commitments, notes };
  return { version: VERSION, schema: 1, verdict, findings: findings.slice(0, MAX_FINDINGS), commitments, notes, truncated: true };
}

/** Whether a finding of the same category and at least the same severity marks the place already. */
function covered(findings: readonly Finding[], category: Category, severity: Severity, { start, end }: Span): boolean {
  return findings.some(
    (known) => known.category === category && known.start <= start && known.end >= end && RANK[known.severity] >= RANK[severity],
  );
}

function placeOf({ act, place }: Hit): Span {
  return act === undefined ? place! : spanOf(act);
}

function severityOf({ rule, borderline, facts }: Hit, policy: Policy): Severity {
  if ('comparable' in facts && facts.comparable === false) return 'warn';
  if (borderline || rule.status === 'preview') return 'info';
  return policy.severities[rule.id] ?? rule.severity ?? policy.severities[rule.category];
}

function findingOf(hit: Hit, severity: Severity, span: Span, run: Run, reply: string, language: Language, engine: Engine): Finding {
  const { rule, act, facts } = hit;
  const { start, end } = span;
  const text = reply.slice(start, end);
  const fill = (slot: string): string | undefined => slotOf(slot, facts, text, run.policy, language);
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
    evidence: act === undefined ? [] : act.tokens.map((token) => evidenceOf(token, act, engine.lexicon)),
    source: rule.source,
    reader: 'rules',
  };
  return Object.assign(finding, facts) as Finding;
}

/** The facts of a finding that its message can name. */
export interface Facts {
  readonly promised?: Duration | null;
  readonly allowed?: Duration | null;
  readonly offered?: Money | Multiple | null;
  readonly cap?: Money | Multiple | null;
}

/** What a slot of a message says. */
export function slotOf(slot: string, facts: Facts, text: string, { timelines, caps }: Policy, language: Language): string | undefined {
  switch (slot) {
    case 'text':
      return text;
    case 'promised':
    case 'allowed':
      return facts[slot] ? formatDuration(facts[slot], language) : undefined;
    case 'offered':
    case 'cap':
      return facts[slot] ? formatAmount(facts[slot], language) : undefined;
    case 'refund':
    case 'verification':
    case 'dispatch':
      return formatDuration(timelines[slot], language);
    case 'review':
      return formatDuration(timelines.escalationReview, language);
    case 'coupon':
      return formatAmount(caps.coupon, language);
    case 'goodwill':
      return formatAmount(caps.goodwill.amount, language);
    default:
      return undefined;
  }
}

function notesOf(language: Language): Note[] {
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
