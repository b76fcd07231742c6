import { resolve } from 'node:path';
import type { Extension } from '../index.ts';
import { UsageError, EXIT } from './failure.ts';
import { formatOf } from './formats.ts';
import type { FORMATS } from './formats.ts';
import { Guards, describeError } from './guards.ts';
import type { Context, Guard, RawPolicy, ReaderChoice } from './guards.ts';
import { findSources } from './inputs.ts';
import type { Source } from './inputs.ts';
import { Output, readText } from './io.ts';
import type { Terminal } from './io.ts';
import type { CheckedItem, FailedItem, Format } from './item.ts';
import { checkLine } from './jsonl.ts';
import { readLines } from './lines.ts';
import { OutputFile } from './output-file.ts';
import { summary } from './pretty.ts';
import { Suppressions } from './suppressions.ts';
import { Counts } from './tally.ts';

/** Severities that `--fail-on` takes. */
export const FAIL_ON = ['info', 'warn', 'block', 'never'] as const;

/** What `replyguard check` was asked to do. */
export interface CheckOptions {
  /** Name or content of the policy. */
  readonly policy: RawPolicy;
  /** Words, acts and rules of the shop's own. */
  readonly extension: Extension;
  /** What is known about every reply. */
  readonly context: Context;
  readonly format: (typeof FORMATS)[number];
  /** Whether every source holds one JSON object a line. */
  readonly jsonl: boolean;
  /** Whether every line of a text is a reply of its own. */
  readonly lines: boolean;
  /** Lowest severity that makes the exit status 1. */
  readonly failOn: (typeof FAIL_ON)[number];
  readonly reader: ReaderChoice;
  /** Whether to say what was read and excused. */
  readonly explain: boolean;
  /** File that the results go to, instead of standard output. */
  readonly output?: string | undefined;
  /** At most so many findings in a report that is written as a whole (SARIF, JUnit, HTML). */
  readonly maxFindings: number;
  /** Whether CSV begins with a byte order mark. */
  readonly byteOrderMark: boolean;
  readonly suppressions: {
    /** The file of suppressions, if one is named. */
    readonly file?: string | undefined;
    /** Accept every finding of the run. */
    readonly all: boolean;
    /** Take stale entries out of the file. */
    readonly prune: boolean;
  };
}

/**
 * Checks everything that the arguments name and prints the results.
 *
 * @returns the exit status: 0 clean, 1 a finding at or above `failOn`, 2 a line that could not be checked or a stale suppression.
 * @throws UsageError for an argument, a policy or a context that cannot be used.
 */
export async function check(arguments_: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const sources = await findSources(arguments_, options, terminal);
  const guards = new Guards(options.reader, options.extension);
  const { policy } = await tryDefaults(guards, options);
  const now = timeOf(options.context);
  const suppressions = await Suppressions.open({
    ...options.suppressions,
    info: options.failOn === 'info',
    ofFiles: sources.some((source) => source.file),
    today: now.toISOString().slice(0, 10),
    cwd: terminal.cwd,
  });
  const format = await formatOf({
    ...options,
    colour: terminal.colour && options.output === undefined,
    language: options.context.lang ?? policy.language,
    subtitle: `${policy.name} · ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  });
  const file = options.output === undefined ? undefined : await OutputFile.create(resolve(terminal.cwd, options.output));
  const counts = new Counts();
  try {
    const results = resultsOf(sources, arguments_.length === 0, guards, options);
    await print(results, new Output(file?.stream ?? terminal.stdout), format, counts, suppressions);
    await file?.keep();
  } catch (error) {
    await file?.discard();
    throw error;
  }
  if (file !== undefined) terminal.stdout.write(`${options.output}: ${summary(counts.tally)}\n`);
  const { said, stale } = (await suppressions?.finish()) ?? { said: '', stale: false };
  if (said !== '') terminal.stderr.write(`${said}\n`);
  return stale ? EXIT.misuse : counts.exitStatus(options.failOn);
}

/** The time of the run: the one that the context names, so that a run can be repeated. */
function timeOf({ now }: Context): Date {
  const time = new Date(now ?? Date.now());
  return Number.isNaN(time.getTime()) ? new Date() : time;
}

/** Prints results as they come. */
async function print(
  results: AsyncIterable<AsyncIterable<Item> | Iterable<Item> | Source>,
  output: Output,
  format: Format,
  counts: Counts,
  suppressions: Suppressions | undefined,
): Promise<void> {
  await output.write(format.begin());
  for await (const batch of results) {
    if ('shape' in batch) {
      suppressions?.look(batch);
      continue;
    }
    for await (const item of batch) {
      if ('error' in item) {
        suppressions?.fail(item);
        counts.fail();
        await output.write(format.failed(item));
      } else {
        const judged = suppressions?.apply(item) ?? item;
        counts.add(judged.report);
        await output.write(format.checked(judged));
      }
    }
    await output.flush();
  }
  counts.suppress(suppressions?.tally() ?? null);
  await output.write(format.end(counts.tally));
  await output.flush();
}

/**
 * Complains about a wrong policy or context before anything is read.
 *
 * @returns the guard of the policy.
 * @throws UsageError
 */
export async function tryDefaults(guards: Guards, options: Pick<CheckOptions, 'policy' | 'context'>): Promise<Guard> {
  let guard: Guard;
  try {
    guard = await guards.of(options.policy);
  } catch (error) {
    throw new UsageError(describeError(error, '--policy'));
  }
  try {
    guard.check('', options.context);
    return guard;
  } catch (error) {
    throw new UsageError(describeError(error, '--context'));
  }
}

type Item = CheckedItem | FailedItem;

/** The results of all sources; each source itself after the last of its results. */
async function* resultsOf(sources: readonly Source[], implied: boolean, guards: Guards, options: CheckOptions) {
  for (const source of sources) {
    yield* itemsOf(source, implied, guards, options);
    yield source;
  }
}

/** The results of a source, in batches: one for each piece of input that completes a line. */
async function* itemsOf(
  source: Source,
  implied: boolean,
  guards: Guards,
  options: CheckOptions,
): AsyncGenerator<AsyncIterable<Item> | Iterable<Item>> {
  const { name, shape, file } = source;
  const one = async (reply: string, line?: number): Promise<CheckedItem> => {
    const guard = await guards.of(options.policy);
    const explanation = options.explain ? { explanation: guard.explain(reply, options.context) } : {};
    return { source: name, file, verbatim: true, line, reply, report: guard.check(reply, options.context), ...explanation };
  };
  try {
    if (shape === 'whole') {
      const text = withoutLastNewline(await readText(source.open()));
      if (implied && text === '') throw new UsageError('nothing to check: standard input is empty');
      yield [await one(text)];
      return;
    }
    for await (const lines of readLines(source.open())) {
      yield (async function* () {
        for (const line of lines) {
          if (shape === 'jsonl') yield await checkLine(line, source, guards, options);
          else if (line.text === null) yield { source: name, file, line: line.number, error: 'line: expected UTF-8' };
          else yield await one(line.text, line.number);
        }
      })();
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new UsageError(`cannot read ${name}: ${error.message}`);
    throw error;
  }
}

/** Files and pipes end with a newline that nobody wrote into the reply. */
function withoutLastNewline(text: string): string {
  return text.replace(/\r?\n$/, '');
}
