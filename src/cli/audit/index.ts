/** `replyguard audit`: from the arguments to the files, the printed summary and the exit status. */
import { availableParallelism } from 'node:os';
import { summarize } from '../../audit/index.ts';
import type { AuditSummary } from '../../audit/index.ts';
import { VERSION } from '../../index.ts';
import type { Context, Extension, Language } from '../../index.ts';
import { tryDefaults } from '../check.ts';
import type { CheckOptions } from '../check.ts';
import { EXIT, UsageError } from '../failure.ts';
import { Guards } from '../guards.ts';
import type { RawPolicy, ReaderChoice } from '../guards.ts';
import type { Terminal } from '../io.ts';
import { Output } from '../io.ts';
import type { Encoding } from './batch.ts';
import { readOverrides } from './mapping.ts';
import { mappingText } from './mapping-text.ts';
import { ProgressBar } from './progress.ts';
import { finishAudit, runAudit } from './run.ts';
import type { Watcher } from './run.ts';
import { findFiles, inspect } from './sources.ts';
import type { Refusal, Source, SourceOptions } from './sources.ts';
import { summaryText } from './summary-text.ts';
import { writeTables } from './tables.ts';
import { WORDS } from './words.ts';

/** What `replyguard audit` was asked to do. */
export interface AuditOptions {
  readonly policy: RawPolicy;
  readonly extension: Extension;
  readonly reader: ReaderChoice;
  readonly context: Context;
  readonly map: readonly string[];
  readonly encoding: Encoding | undefined;
  readonly header: boolean;
  /** Folder of the lists, absolute; absent: only the summary is printed. */
  readonly folder: string | undefined;
  readonly unfinished: 'refuse' | 'resume' | 'restart';
  /** Threads; absent: as many as there are cores. */
  readonly threads: number | undefined;
  readonly format: 'pretty' | 'json';
  readonly failOn: CheckOptions['failOn'];
  readonly language: Language;
  readonly progress: boolean;
  /** Least time between two checkpoints, in milliseconds. */
  readonly checkpointEvery: number;
  /** Standard error. */
  readonly messages: NodeJS.WriteStream;
}

/** Exit status of an audit that was stopped by a signal. */
const STOPPED = 130;

/**
 * Audits everything that the arguments name.
 *
 * @returns the exit status: 0 clean, 1 a finding at or above `failOn`, 2 a row or a file that could not be audited, 130 stopped.
 * @throws UsageError for arguments, options or files that cannot be used.
 */
export async function audit(arguments_: readonly string[], options: AuditOptions, terminal: Terminal): Promise<number> {
  const { folder, language, messages, policy, extension, reader, context } = options;
  const guards = new Guards(reader, extension);
  await tryDefaults(guards, { policy, context });
  const { sources, refusals } = await inspectAll(await findFiles(arguments_, terminal.cwd, folder), terminal.cwd, options);
  messages.write(mappingText(sources, refusals, language));
  if (sources.length === 0) throw new UsageError('there is nothing to audit');

  const stop = { asked: false };
  const onSignal = (): void => {
    stop.asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  const watching = watch(options, () => stop.asked);
  try {
    const { totals, complete } = await runAudit(
      {
        sources,
        refusals,
        setup: { policy, extension, reader, context },
        threads: options.threads ?? availableParallelism(),
        folder,
        unfinished: options.unfinished,
        conditions: conditionsOf(sources, refusals, options),
        checkpointEvery: options.checkpointEvery,
      },
      watching.watcher,
    );
    watching.close();
    if (!complete) {
      messages.write(`${folder === undefined ? '' : WORDS[language].stopped}\n`);
      return STOPPED;
    }
    const summary = summarize(totals, (await guards.of(policy)).policy);
    if (folder !== undefined) {
      await writeTables(folder, summary, language, arguments_.join(', '));
      await finishAudit(folder);
    }
    const output = new Output(terminal.stdout);
    await output.write(options.format === 'json' ? `${JSON.stringify(summary)}\n` : summaryText(summary, language, terminal.colour));
    await output.flush();
    if (folder !== undefined) messages.write(`${WORDS[language].written} ${folder}\n`);
    return exitStatus(summary, options.failOn);
  } finally {
    watching.close();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
  }
}

async function inspectAll(files: readonly string[], cwd: string, options: AuditOptions): Promise<{ sources: Source[]; refusals: Refusal[] }> {
  const sourceOptions: SourceOptions = { map: readOverrides(options.map), encoding: options.encoding, header: options.header };
  const sources: Source[] = [];
  const refusals: Refusal[] = [];
  for (const file of files) {
    for (const found of await inspect(file, cwd, sourceOptions)) {
      if ('layout' in found) sources.push(found);
      else refusals.push(found);
    }
  }
  return { sources, refusals };
}

/** What must be the same for an unfinished audit to be gone on with. */
function conditionsOf(sources: readonly Source[], refusals: readonly Refusal[], options: AuditOptions): Record<string, string> {
  const { policy, extension, reader, context } = options;
  const files = [...sources.map(({ name, size, changed }) => [name, size, changed]), ...refusals.map(({ name }) => [name])];
  return {
    version: VERSION,
    policy: JSON.stringify(policy),
    extension: JSON.stringify(extension),
    reader,
    context: JSON.stringify(context),
    files: JSON.stringify(files),
    columns: JSON.stringify(sources.map(({ layout, start }) => [layout, start])),
  };
}

function watch(options: AuditOptions, stopping: () => boolean): { readonly watcher: Watcher; close(): void } {
  const bar = options.progress ? new ProgressBar(options.messages, options.language) : undefined;
  let open = true;
  return {
    watcher: {
      resumed: (rows) => void options.messages.write(`${WORDS[options.language].resumed} ${rows}\n`),
      counted: (progress) => bar?.update(progress),
      stopping,
    },
    close() {
      if (open) bar?.stop();
      open = false;
    },
  };
}

function exitStatus({ rows, findings }: AuditSummary, failOn: AuditOptions['failOn']): number {
  if (rows.broken > 0) return EXIT.misuse;
  if (failOn === 'never') return EXIT.clean;
  const reached = findings.block + (failOn === 'block' ? 0 : findings.warn) + (failOn === 'info' ? findings.info : 0);
  return reached > 0 ? EXIT.findings : EXIT.clean;
}
