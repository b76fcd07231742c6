import type { Extension } from '../index.ts';
import { UsageError, EXIT } from './failure.ts';
import { Guards, describeError } from './guards.ts';
import type { Context, RawPolicy, ReaderChoice } from './guards.ts';
import { findSources } from './inputs.ts';
import type { Source } from './inputs.ts';
import { Output, readText } from './io.ts';
import type { Terminal } from './io.ts';
import type { CheckedItem, FailedItem, Format, Tally } from './item.ts';
import { jsonFormat } from './json.ts';
import { checkLine, jsonlFormat } from './jsonl.ts';
import { readLines } from './lines.ts';
import { prettyFormat } from './pretty.ts';

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
  readonly format: 'pretty' | 'json' | 'jsonl';
  /** Whether every line of a text is a reply of its own. */
  readonly lines: boolean;
  /** Lowest severity that makes the exit status 1. */
  readonly failOn: (typeof FAIL_ON)[number];
  readonly reader: ReaderChoice;
  /** Whether to say what was read and excused. */
  readonly explain: boolean;
}

/**
 * Checks everything that the arguments name and prints the results.
 *
 * @returns the exit status: 0 clean, 1 a finding at or above `failOn`, 2 a line that could not be checked.
 * @throws UsageError for an argument, a policy or a context that cannot be used.
 */
export async function check(arguments_: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const sources = await findSources(arguments_, { jsonl: options.format === 'jsonl', lines: options.lines }, terminal);
  const guards = new Guards(options.reader, options.extension);
  await tryDefaults(guards, options);

  const tally: Tally = {
    verdicts: { pass: 0, warn: 0, block: 0 },
    findings: { info: 0, warn: 0, block: 0 },
    failed: 0,
  };
  const format = formatOf(options, terminal);
  const output = new Output(terminal.stdout);
  await output.write(format.begin());
  for (const source of sources) {
    for await (const batch of itemsOf(source, arguments_.length === 0, guards, options)) {
      for await (const item of batch) {
        count(tally, item);
        await output.write('error' in item ? format.failed(item) : format.checked(item));
      }
      await output.flush();
    }
  }
  await output.write(format.end(tally));
  await output.flush();
  return exitStatus(tally, options.failOn);
}

/**
 * Complains about a wrong policy or context before anything is read.
 *
 * @throws UsageError
 */
export async function tryDefaults(guards: Guards, options: Pick<CheckOptions, 'policy' | 'context'>): Promise<void> {
  let guard;
  try {
    guard = await guards.of(options.policy);
  } catch (error) {
    throw new UsageError(describeError(error, '--policy'));
  }
  try {
    guard.check('', options.context);
  } catch (error) {
    throw new UsageError(describeError(error, '--context'));
  }
}

type Item = CheckedItem | FailedItem;

/** The results of a source, in batches: one for each piece of input that completes a line. */
async function* itemsOf(
  source: Source,
  implied: boolean,
  guards: Guards,
  options: CheckOptions,
): AsyncGenerator<AsyncIterable<Item> | Iterable<Item>> {
  const { name, shape } = source;
  const one = async (reply: string, line?: number): Promise<CheckedItem> => {
    const guard = await guards.of(options.policy);
    const explanation = options.explain ? { explanation: guard.explain(reply, options.context) } : {};
    return { source: name, line, reply, report: guard.check(reply, options.context), ...explanation };
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
          if (shape === 'jsonl') yield await checkLine(line, name, guards, options);
          else if (line.text === null) yield { source: name, line: line.number, error: 'line: expected UTF-8' };
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

function formatOf(options: CheckOptions, terminal: Terminal): Format {
  if (options.format === 'jsonl') return jsonlFormat;
  if (options.format === 'json') return jsonFormat();
  return prettyFormat({ colour: terminal.colour });
}

function count(tally: Tally, item: Item): void {
  if ('error' in item) {
    tally.failed += 1;
    return;
  }
  tally.verdicts[item.report.verdict] += 1;
  for (const { severity } of item.report.findings) tally.findings[severity] += 1;
}

function exitStatus(tally: Tally, failOn: CheckOptions['failOn']): number {
  if (tally.failed > 0) return EXIT.misuse;
  if (failOn === 'never') return EXIT.clean;
  const { info, warn, block } = tally.findings;
  const reached = block + (failOn === 'block' ? 0 : warn) + (failOn === 'info' ? info : 0);
  return reached > 0 ? EXIT.findings : EXIT.clean;
}
