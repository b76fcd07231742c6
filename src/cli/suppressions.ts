import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Finding, Report } from '../index.ts';
import type * as Reports from '../reports/index.ts';
import type { StaleEntry, Suppressed, SuppressionCollector, SuppressionEntry, Suppressor } from '../reports/index.ts';
import { UsageError } from './failure.ts';
import { describeError } from './guards.ts';
import { idText } from './identity.ts';
import type { Source } from './inputs.ts';
import type { CheckedItem, FailedItem, Tally } from './item.ts';
import { harmlessLine } from './width.ts';

/** The file that is used where it exists and no other is named. */
export const SUPPRESSIONS_FILE = 'replyguard-suppressions.json';

/** What is to be done with suppressions. */
export interface SuppressionOptions {
  /** The file, if one was named. */
  readonly file?: string | undefined;
  /** Accept every finding of the run. */
  readonly all: boolean;
  /** Take out what is stale. */
  readonly prune: boolean;
  /** Whether findings of severity `info` are accepted too: only where they would fail. */
  readonly info: boolean;
  /** Whether files are checked: a text or a pipe takes no notice of a file that was not named. */
  readonly ofFiles: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly cwd: string;
}

/** Stale entries that are named one by one. */
const NAMED = 10;

/** The suppressions of one run: what is covered, what is new, what is stale. */
export class Suppressions {
  readonly #path: string;
  readonly #name: string;
  readonly #options: SuppressionOptions;
  readonly #reports: typeof Reports;
  readonly #before: readonly SuppressionEntry[];
  readonly #suppressor: Suppressor;
  readonly #collector: SuppressionCollector;
  readonly #looked = new Set<string>();
  readonly #unsure = new Set<string>();
  #covered = 0;
  #oldest: string | undefined;

  private constructor(path: string, options: SuppressionOptions, reports: typeof Reports, before: readonly SuppressionEntry[]) {
    this.#path = path;
    this.#name = relative(options.cwd, path).replaceAll('\\', '/');
    this.#options = options;
    this.#reports = reports;
    this.#before = before;
    this.#suppressor = new reports.Suppressor(before);
    this.#collector = new reports.SuppressionCollector(before, options.today);
  }

  /**
   * The suppressions that hold for a run; undefined where there are none to be read or written.
   *
   * @throws UsageError for a file that is named and not there, or cannot be used.
   */
  static async open(options: SuppressionOptions): Promise<Suppressions | undefined> {
    const { file, all, prune, cwd, ofFiles } = options;
    if (file === undefined && !all && !prune && !ofFiles) return undefined;
    const path = resolve(cwd, file ?? SUPPRESSIONS_FILE);
    const there = existsSync(path);
    if (!there && (prune || (file !== undefined && !all))) {
      throw new UsageError(`no suppressions file ${file ?? SUPPRESSIONS_FILE}: make one with --suppress-all`);
    }
    if (!there && !all) return undefined;
    const reports = await import('../reports/index.ts');
    if (!there) return new Suppressions(path, options, reports, []);
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      throw new UsageError(`cannot read ${file ?? SUPPRESSIONS_FILE}: ${error instanceof Error ? error.message : String(error)}`);
    });
    try {
      return new Suppressions(path, options, reports, reports.parseSuppressions(text));
    } catch (error) {
      throw new UsageError(describeError(error, file ?? SUPPRESSIONS_FILE));
    }
  }

  /** The item with the findings that are covered taken out of its report. */
  apply(item: CheckedItem): CheckedItem {
    const whole = item.report;
    const covered = this.#cover(item, whole.findings);
    for (const entry of covered) {
      if (entry === undefined) continue;
      this.#covered += 1;
      this.#oldest = this.#reports.oldest([entry.since, this.#oldest ?? entry.since]);
    }
    const findings = whole.findings.filter((_, index) => covered[index] === undefined);
    const report: Report = { ...whole, findings, verdict: this.#reports.openVerdict({ report: whole, suppressed: covered }) };
    return { ...item, report, suppression: { whole, covered } };
  }

  /** A source of which everything has been checked. */
  look({ name, file }: Pick<Source, 'name' | 'file'>): void {
    this.#looked.add(this.#fileOf({ source: name, file }));
  }

  /** A line that could not be checked: what it would have had is not known, so nothing of its file is stale. */
  fail(item: FailedItem): void {
    this.#unsure.add(this.#fileOf(item));
  }

  /** What `Tally` says of suppressions. */
  tally(): Tally['suppressed'] {
    const { today } = this.#options;
    return { findings: this.#covered, days: this.#reports.daysBetween(this.#oldest ?? today, today) };
  }

  /** Writes the file if that was asked for; returns what there is to say, and whether stale entries make the run fail. */
  async finish(): Promise<{ readonly said: string; readonly stale: boolean }> {
    const checked = (file: string): boolean => this.#looked.has(file) && !this.#unsure.has(file);
    const looked = { checked, exists: (file: string) => file.startsWith('(') || existsSync(resolve(dirname(this.#path), file)) };
    if (this.#options.all) {
      const entries = this.#collector.entries(checked).filter(({ file }) => checked(file) || looked.exists(file));
      await this.#write(entries);
      const count = entries.reduce((sum, entry) => sum + entry.count, 0);
      return { said: `${this.#name}: ${count} findings accepted, ${entries.length} entries`, stale: false };
    }
    const stale = this.#suppressor.stale(looked);
    if (stale.length === 0) return { said: '', stale: false };
    if (this.#options.prune) {
      const kept = this.#suppressor.pruned(looked);
      await this.#write(kept);
      const gone = this.#before.length - kept.length;
      return { said: `${this.#name}: ${gone} entries taken out, ${stale.length - gone} lowered`, stale: false };
    }
    return { said: this.#complaint(stale), stale: true };
  }

  #cover(item: CheckedItem, findings: readonly Finding[]): (Suppressed | undefined)[] {
    const file = this.#fileOf(item);
    const wholeFile = item.file && item.line === undefined;
    const reply = this.#reports.replyKey({ id: idText(item.identity), wholeFile, text: item.reply });
    if (!this.#options.all) return this.#suppressor.cover({ file, reply, findings });
    const accepted = findings.filter(({ severity }) => severity !== 'info' || this.#options.info);
    const days = this.#collector.add({ file, reply, findings: accepted });
    return findings.map((finding) => days[accepted.indexOf(finding)]);
  }

  /** The source as the file names it: relative to the file, so that the current folder does not matter. */
  #fileOf({ source, file }: Pick<CheckedItem | FailedItem, 'source' | 'file'>): string {
    if (!file) return source;
    return relative(dirname(this.#path), resolve(this.#options.cwd, source)).replaceAll('\\', '/');
  }

  async #write(entries: readonly SuppressionEntry[]): Promise<void> {
    try {
      await writeFile(this.#path, this.#reports.formatSuppressions(entries));
    } catch (error) {
      throw new UsageError(`cannot write ${this.#name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #complaint(stale: readonly StaleEntry[]): string {
    const lines = stale.slice(0, NAMED).map(({ file, reply, rule, count, found, since }) => {
      const days = this.#reports.daysBetween(since, this.#options.today);
      return `  ${harmlessLine(`${file} ${reply} ${rule}`)}: ${count} accepted on ${since} (${days} days ago), ${found} found`;
    });
    if (stale.length > NAMED) lines.push(`  and ${stale.length - NAMED} more`);
    return [
      `${this.#name} accepts findings that are gone: ${stale.length} stale ${stale.length === 1 ? 'entry' : 'entries'}`,
      ...lines,
      'Run the same command with --prune-suppressions to take them out.',
    ].join('\n');
  }
}
