import type { Act } from './acts/act.ts';
import { spanOf } from './acts/span.ts';
import { Collector, MAX_FINDINGS, specificFirst, worse } from './collector.ts';
import type { ResolvedContext } from './context/context.ts';
import type { Engine, Reading } from './engine.ts';
import { commitmentOf, evidenceOf } from './findings.ts';
import type { Policy } from './policy/policy.ts';
import type { ActSummary, Commitment, Excuse, Explanation, Finding, Note, Report } from './report.ts';
import type { Run, RunOptions, Silence } from './run.ts';
import type { SecondReader } from './second-reader.ts';
import { languageOf, unsupportedLanguage } from './text/script.ts';
import type { Language, Verdict } from './types.ts';
import { VERSION } from './version.ts';

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

/** The language of messages: the context's, else the reply's own. */
export function languageFor({ context, policy }: Run, reply: string): Language {
  return context.lang ?? languageOf(reply, policy.language);
}

/** The report on a run, with the second reader's opinion if there is one. */
export function reportOf(engine: Engine, run: Run, reply: string, second: SecondReader | undefined): Report {
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

/** The report of a run that explains, with what was excused and read. */
export function explanationOf(engine: Engine, run: Run, reply: string, second: SecondReader | undefined): Explanation {
  return {
    ...reportOf(engine, run, reply, second),
    excused: run.silences.map((silence) => excuseOf(silence, reply, engine)),
    acts: run.acts.map((act) => summaryOf(act, reply, engine)),
  };
}

type Collected = Pick<Collector, 'findings' | 'verdict' | 'truncated'>;

const NOTHING: Collected = { findings: [], verdict: 'pass', truncated: false };

function collect(engine: Engine, run: Run, reply: string, language: Language): Collected {
  const collector = new Collector(engine, run.policy);
  for (const hit of specificFirst(run.hits)) collector.add(hit, reply, language);
  return collector;
}

function assemble(collected: Collected, commitments: readonly Commitment[], notes: readonly Note[]): Report {
  const { verdict } = collected;
  const findings = collected.findings.slice();
  if (findings.length > 1) findings.sort((a, b) => a.start - b.start || a.end - b.end);
  if (!collected.truncated && findings.length <= MAX_FINDINGS) return { version: VERSION, schema: 1, verdict, findings, commitments, notes };
  return { version: VERSION, schema: 1, verdict, findings: findings.slice(0, MAX_FINDINGS), commitments, notes, truncated: true };
}

function commitmentsOf({ judged, policy, context }: Run, reply: string): Commitment[] {
  const commitments: Commitment[] = [];
  for (let at = 0; at < judged.length; at++) {
    if (!judged[at]!.type.commitment) continue;
    const commitment = commitmentOf(judged[at]!, reply, policy.currency, context.now);
    if (commitment !== undefined) commitments.push(commitment);
  }
  return commitments;
}

function notesOf(language: Language): Note[] {
  const message =
    language === 'zh' ? '回复主要是中英文以外的语言，未能检查。' : 'The reply is mostly in another language than Chinese or English and could not be checked.';
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
