import { resolve } from 'node:path';
import { Option } from 'commander';
import { readerOption, wholeNumber } from '../args.ts';
import type { Registration } from '../args.ts';
import type { AuditOptions } from '../audit/index.ts';
import { FAIL_ON } from '../check.ts';
import { readContext } from '../context.ts';
import { UsageError } from '../failure.ts';
import { userLanguage } from '../language.ts';
import { withNotes } from '../notes.ts';
import { readShop, withShop } from '../shop.ts';
import type { ShopFlags } from '../shop.ts';

/** The options of `replyguard audit` as they were typed. */
interface AuditFlags extends ShopFlags {
  readonly map: readonly string[];
  readonly header: boolean;
  readonly encoding?: NonNullable<AuditOptions['encoding']>;
  readonly context?: string;
  readonly out?: string;
  readonly resume?: true;
  readonly restart?: true;
  readonly threads?: number;
  readonly format: 'pretty' | 'json';
  readonly failOn: AuditOptions['failOn'];
  readonly reader: AuditOptions['reader'];
  readonly lang?: 'zh' | 'en';
  readonly progress: boolean;
  readonly color: boolean;
  readonly checkpointSeconds: number;
}

/** `replyguard audit` */
export const registerAudit: Registration = (program, shell) => {
  const command = program
    .command('audit')
    .summary('audit a month of chats')
    .description('Audit chats: files or folders with CSV, TSV, JSONL, TXT (also .gz) or spreadsheets (XLSX), of any size.')
    .argument('<chats...>', 'files or folders');
  withShop(command)
    .addOption(
      new Option('--map <column=header>', 'which header holds what, e.g. reply=回复内容; may be given again').argParser(
        (value: string, before: readonly string[]) => [...before, value],
      ).default([], 'guessed from the headers'),
    )
    .option('--no-header', 'tables have no header: columns are numbers from 1, e.g. --map reply=3')
    .addOption(new Option('--encoding <encoding>', 'of text files (default: guessed for each)').choices(['utf-8', 'gb18030']))
    .option('--context <json|file>', 'what is known about every reply, as JSON')
    .option('--out <folder>', 'folder for the ledger, the findings, the tables and the checkpoint')
    .option('--resume', 'go on with the unfinished audit in the folder, if there is one')
    .addOption(new Option('--restart', 'forget the unfinished audit in the folder').conflicts('resume'))
    .option('--threads <count>', 'threads (default: as many as there are cores)', wholeNumber)
    .addOption(new Option('--format <format>', 'how the summary is printed').choices(['pretty', 'json']).default('pretty'))
    .addOption(new Option('--fail-on <severity>', 'lowest severity that makes the exit status 1').choices(FAIL_ON).default('warn'))
    .addOption(readerOption())
    .addOption(new Option('--lang <language>', 'language of what is printed, and of messages').choices(['zh', 'en']))
    .option('--no-progress', 'no progress bar')
    .option('--no-color', 'no colours')
    .addOption(new Option('--checkpoint-seconds <seconds>', 'least time between two checkpoints').argParser(wholeNumber).default(5))
    .action(async (chats: readonly string[], flags: AuditFlags) => {
      if (flags.threads === 0) throw new UsageError('--threads: expected a whole number from 1');
      if (flags.out === undefined && (flags.resume || flags.restart)) throw new UsageError('--resume and --restart need --out');
      const { audit } = await import('../audit/index.ts');
      const shop = await readShop(flags, shell.cwd);
      const lang = flags.lang ?? shop.lang;
      const context = await readContext(flags.context === undefined ? {} : { context: flags.context }, shell.cwd);
      const options: AuditOptions = {
        policy: shop.policy ?? 'default',
        extension: shop.extension,
        reader: flags.reader,
        context: lang === undefined ? context : { lang, ...context },
        map: flags.map,
        encoding: flags.encoding,
        header: flags.header,
        folder: flags.out === undefined ? undefined : resolve(shell.cwd, flags.out),
        unfinished: flags.resume ? 'resume' : flags.restart ? 'restart' : 'refuse',
        threads: flags.threads,
        format: flags.format,
        failOn: flags.failOn,
        language: userLanguage(lang, process.env),
        progress: flags.progress,
        checkpointEvery: flags.checkpointSeconds * 1000,
        messages: process.stderr,
      };
      shell.finish(await audit(chats, options, shell.terminal(flags.color)));
    });
  withNotes(command, {
    says: [
      'Columns: reply, role, agent, day, time, product, conversation, customer, message, complaint, solved, outcome, contact, issue, paid.',
      'They are guessed from common headers in Chinese and English, and shown before the audit begins.',
    ],
    exit: '0 clean, 1 a finding at or above --fail-on, 2 a wrong call or a row that could not be read, 130 interrupted.',
    examples: [
      'replyguard audit chats.csv',
      'replyguard audit 五月/ --out 质检结果 --map reply=回复内容',
      'replyguard audit chats.jsonl.gz --out result --resume',
    ],
  });
};
