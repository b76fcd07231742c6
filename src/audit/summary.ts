/**
 * What an audit says in the end: plain JSON, every list sorted, so that two runs over the same rows give the same text. Reports
 * render this; it is made from the mergeable totals by `summarize`.
 */
import type { Category, Severity, Span } from '../types.ts';

/** Findings by severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** What became of the rows. `read` is the sum of the other three. */
export interface RowCounts {
  /** Rows met, blank ones left out. */
  readonly read: number;
  /** Replies that were checked. */
  readonly audited: number;
  /** Rows that hold no reply of an agent: another role, an empty reply. */
  readonly skipped: number;
  /** Rows that could not be read; each is listed with its place. */
  readonly broken: number;
}

/** What a share rests on: `count` of `of`. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** `count / of`, from 0 to 1; null where `of` is 0: the data does not say. */
  readonly rate: number | null;
}

/** What became of promises. */
export interface PromiseCounts {
  /** Promises that count: all commitments but the agent's own immediate acts ("one moment, I'm looking"). */
  readonly made: number;
  /** Kept, as the data says. */
  readonly kept: number;
  /** Broken or late, as the data says. */
  readonly broken: number;
  /** Not due yet, as the data says. */
  readonly open: number;
  /** The data does not say. */
  readonly unknown: number;
}

/** The replies of an agent, a day or a product. */
export interface Group {
  /** Its name as the data writes it, spaces at the ends left out. */
  readonly name: string;
  /** Replies checked. */
  readonly replies: number;
  /** Replies whose verdict is `warn`. */
  readonly warned: number;
  /** Replies whose verdict is `block`. */
  readonly blocked: number;
  /** Share of replies with a finding of warn or above. */
  readonly flagged: Share;
  /** Findings of warn or above by category; categories without one are absent. */
  readonly categories: Readonly<Partial<Record<Category, number>>>;
  readonly promises: PromiseCounts;
  /** 承诺兑现率 of the group: kept of those whose outcome is known. */
  readonly fulfilment: Share;
  /** Complaints (see {@link ProductAlert}). */
  readonly complaints: number;
}

/** The groups of one kind. */
export interface Groups {
  /** Groups with a name, most flagged replies first, then by name. */
  readonly groups: readonly Group[];
  /** All rows of groups beyond the limit together; null where every group is listed. */
  readonly others: Group | null;
  /** How many different names there were; an estimate where `others` is not null. */
  readonly distinct: number;
}

/** Findings of one category. */
export interface CategoryCount {
  readonly category: Category;
  readonly counts: SeverityCounts;
  /** Replies with a finding of the category of warn or above. */
  readonly replies: number;
}

/** Findings of one rule. */
export interface RuleCount {
  /** Id of the rule, e.g. `timeline/refund-arrival`. */
  readonly rule: string;
  readonly category: Category;
  readonly counts: SeverityCounts;
}

/** A problem that comes often: a kind of finding, or a kind of problem that the data names. */
export interface Problem {
  /** `rule`: findings of a rule; `issue`: the column of the problem's kind. */
  readonly kind: 'rule' | 'issue';
  /** The rule's id, or the name as the data writes it. */
  readonly name: string;
  /** Replies that have it. */
  readonly replies: number;
  /** Products that it comes with most, at most five. */
  readonly products: readonly { readonly name: string; readonly replies: number }[];
}

/** A product at or above the policy's complaint threshold (`productAlert`). */
export interface ProductAlert {
  readonly product: string;
  /** Conversations with a complaint about it; without a conversation column, rows with one. */
  readonly complaints: number;
  /** False where the number is an estimate: above the limit of what is counted exactly. */
  readonly exact: boolean;
}

/** Problems solved at the first contact (一次性解决率). */
export interface FirstContact {
  /** What was counted as a problem: the customer with the product, the conversation, or the row. */
  readonly caseBy: 'customer-product' | 'customer' | 'conversation' | 'row';
  /** Problems met; an estimate where `exact` is false. */
  readonly cases: number;
  /** Problems whose rows say whether they were solved; those in the sample where `exact` is false. */
  readonly rated: number;
  /** Of these, solved at whatever contact. */
  readonly solved: Share;
  /** Of these, solved with a single contact: 一次性解决率. */
  readonly solvedAtFirst: Share;
  /** False where the shares come from the fixed sample of problems that is kept beyond the limit. */
  readonly exact: boolean;
}

/** A finding shown with its reply. */
export interface Example {
  readonly source: string;
  /** Line or row in the source, from 1. */
  readonly row: number;
  readonly agent?: string;
  readonly day?: string;
  readonly product?: string;
  /** The reply, at most {@link EXAMPLE_LENGTH} UTF-16 units, cut at the end or around the finding. */
  readonly reply: string;
  readonly category: Category;
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, in the reply's language. */
  readonly message: string;
  /** What may be said instead. */
  readonly advice: string;
  /** The words of the finding, as a place in `reply`. */
  readonly span: Span;
}

/** Longest text of an example, in UTF-16 units. */
export const EXAMPLE_LENGTH = 400;

/** A row, or a value in it, that could not be used. */
export interface Fault {
  readonly source: string;
  /** Line or row in the source, from 1; 0 for the source as a whole. */
  readonly row: number;
  /** `row`: the row was not audited; `value`: the row was audited without this value. */
  readonly level: 'row' | 'value';
  /** `path: what was expected`. */
  readonly error: string;
}

/** What an audit found. Plain JSON. */
export interface AuditSummary {
  /** Version of the package. */
  readonly version: string;
  /** Version of this shape. */
  readonly schema: 1;
  readonly rows: RowCounts;
  /** Replies by verdict. */
  readonly verdicts: Readonly<Record<'pass' | 'warn' | 'block', number>>;
  /** Findings by severity. */
  readonly findings: SeverityCounts;
  /** Every category, over-promises first, those without findings included. */
  readonly categories: readonly CategoryCount[];
  /** Rules with findings, most findings of warn or above first. */
  readonly rules: readonly RuleCount[];
  readonly agents: Groups;
  /** Days in their order. */
  readonly days: Groups;
  readonly products: Groups;
  readonly promises: PromiseCounts;
  /** 承诺兑现率: kept, of the promises whose outcome the data says (kept or broken). */
  readonly fulfilment: Share;
  /** Promises by what was promised, most frequent first. */
  readonly promisesByAct: readonly ({ readonly act: string; readonly fulfilment: Share } & PromiseCounts)[];
  /** Null where no row says whether the problem was solved. */
  readonly firstContact: FirstContact | null;
  /** Most frequent first, at most 20. */
  readonly problems: readonly Problem[];
  /** The policy's `productAlert`. */
  readonly productAlert: number;
  /** Most complaints first. */
  readonly alerts: readonly ProductAlert[];
  /** At most 20 findings a category, chosen by chance but always the same for the same rows; gravest first. */
  readonly examples: readonly Example[];
  /** The first 100 faults in the order of their places; all of them are in `faults.csv` of the output folder. */
  readonly faults: readonly Fault[];
}
