import { EXIT, UsageError } from './failure.ts';
import { findSources } from './inputs.ts';
import type { Source } from './inputs.ts';
import { Output, readText } from './io.ts';
import type { Terminal } from './io.ts';
import { readLines } from './lines.ts';
import { errorLine, outputLine, readRecord } from './record.ts';
import type { BrokenLine, JsonRecord } from './record.ts';

/** What became of one input. */
export interface Outcome {
  /** The fields of the output line, after its `id`. */
  readonly fields: object;
  /** What a person reads. */
  readonly text: string;
  /** Whether the exit status is to say that something is left to do. */
  readonly open?: boolean;
}

/** A command that turns each input into one output. */
export interface Transformation {
  /** Every source holds one JSON object a line, and so does the output. */
  readonly jsonl: boolean;
  /** Every line of a text is an input of its own. */
  readonly lines: boolean;
  /** Turns a JSON line; a string is a fault, as `path: what was expected`. */
  fromRecord(record: JsonRecord): Promise<Outcome | string>;
  /** Turns a text, the whole of a source or one line of it. */
  fromText(text: string): Promise<Outcome | string>;
}

/**
 * Runs a command over everything that the arguments name; output lines come in the order of the input.
 *
 * @returns the exit status: 0, 1 where something is left open, 2 where an input could not be used.
 * @throws UsageError for an argument that cannot be used.
 */
export async function transform(arguments_: readonly string[], command: Transformation, terminal: Terminal): Promise<number> {
  const sources = await findSources(arguments_, command, terminal);
  const output = new Output(terminal.stdout);
  let failed = false;
  let open = false;
  const answer = async (input: JsonRecord | BrokenLine | string, result: Outcome | string, asJson: boolean): Promise<void> => {
    const place = typeof input === 'string' ? { line: 1 } : input;
    if (typeof result === 'string') {
      failed = true;
      await output.write(errorLine({ ...place, error: result }));
      return;
    }
    open ||= result.open === true;
    await output.write(asJson && typeof input !== 'string' ? outputLine(input.identity, result.fields) : `${result.text}\n`);
  };
  for (const source of sources) {
    try {
      await readSource(source, command, answer, output);
    } catch (error) {
      if (error instanceof Error && 'syscall' in error) throw new UsageError(`cannot read ${source.name}: ${error.message}`);
      throw error;
    }
  }
  await output.flush();
  return failed ? EXIT.misuse : open ? EXIT.findings : EXIT.clean;
}

type Answer = (input: JsonRecord | BrokenLine | string, result: Outcome | string, asJson: boolean) => Promise<void>;

async function readSource({ shape, open }: Source, command: Transformation, answer: Answer, output: Output): Promise<void> {
  if (shape === 'whole') {
    const text = (await readText(open())).replace(/\r?\n$/, '');
    await answer(text, await command.fromText(text), false);
    return;
  }
  for await (const batch of readLines(open())) {
    for (const line of batch) {
      if (shape === 'jsonl') {
        const record = readRecord(line);
        await answer(record, 'error' in record ? record.error : await command.fromRecord(record), true);
      } else {
        const place = { line: line.number, value: {} };
        await answer(place, line.text === null ? 'line: expected UTF-8' : await command.fromText(line.text), false);
      }
    }
    await output.flush();
  }
}
