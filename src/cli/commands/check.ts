import { Option } from 'commander';
import { readerOption, wholeNumber, withContext } from '../args.ts';
import type { Registration, ReplyFlags } from '../args.ts';
import { check, FAIL_ON } from '../check.ts';
import type { CheckOptions } from '../check.ts';
import { readContext } from '../context.ts';
import { FORMATS } from '../formats.ts';
import { withNotes } from '../notes.ts';
import { readShop, withShop } from '../shop.ts';
import { SUPPRESSIONS_FILE } from '../suppressions.ts';

/** The options of `replyguard check` as they were typed. */
interface CheckFlags extends ReplyFlags {
  readonly format?: CheckOptions['format'];
  readonly output?: string;
  readonly maxFindings: number;
  readonly bom?: true;
  readonly suppressions?: string;
  readonly suppressAll?: true;
  readonly pruneSuppressions?: true;
  readonly failOn: CheckOptions['failOn'];
  readonly color: boolean;
  readonly explain?: true;
}

/** `replyguard check` */
export const registerCheck: Registration = (program, shell) => {
  const command = program
    .command('check')
    .summary('check replies')
    .description('Check replies: a text, files, patterns such as "replies/*.txt", or standard input (-).')
    .argument('[replies...]', 'a reply, a file, a pattern, or - for standard input')
    .addOption(
      new Option('--format <format>', 'how results are printed (default: pretty, with --jsonl: jsonl)').choices(FORMATS),
    )
    .option('--output <file>', 'where results are written (default: standard output)')
    .addOption(
      new Option(
        '--jsonl',
        'one JSON object a line in, one a line out: {"id","reply","lang","policy","context","agent","product","day"}',
      ).conflicts('lines'),
    )
    .option('--lines', 'every line of a text is a reply of its own')
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit status 1')
        .choices(FAIL_ON)
        .default('warn'),
    )
    .addOption(readerOption())
    .option('--max-findings <count>', 'findings in one sarif, junit or html report; the rest is counted', wholeNumber, 5000)
    .option('--bom', 'csv begins with a byte order mark, as Excel wants it')
    .option('--explain', 'also list what was promised, and near matches with the words that excused them')
    .option('--no-color', 'no colours')
    .action(async (replies: readonly string[], flags: CheckFlags) => {
      const { policy = 'default', extension } = await readShop(flags, shell.cwd);
      const options = {
        policy,
        extension,
        context: await readContext(flags, shell.cwd),
        format: flags.format ?? (flags.jsonl ? 'jsonl' : 'pretty'),
        jsonl: flags.jsonl === true,
        lines: flags.lines === true,
        failOn: flags.failOn,
        reader: flags.reader,
        explain: flags.explain === true,
        output: flags.output,
        maxFindings: flags.maxFindings,
        byteOrderMark: flags.bom === true,
        suppressions: {
          file: flags.suppressions,
          all: flags.suppressAll === true,
          prune: flags.pruneSuppressions === true,
        },
      } satisfies CheckOptions;
      shell.finish(await check(replies, options, shell.terminal(flags.color)));
    });
  withShop(command)
    .optionsGroup('Findings that are accepted for now:')
    .option('--suppressions <file>', `the findings that are accepted (default: ${SUPPRESSIONS_FILE}, where it exists)`)
    .addOption(new Option('--suppress-all', 'accept every finding of this run: write them into the file').conflicts('pruneSuppressions'))
    .option('--prune-suppressions', 'take what is gone out of the file');
  withContext(command);
  withNotes(command, {
    exit: '0 clean, 1 a finding at or above --fail-on, 2 a wrong call, a line that could not be checked, or a suppression whose finding is gone.',
    examples: [
      'replyguard check "24小时内退款一定到账"',
      'replyguard check --policy us-store --complaint reply.txt "replies/*.txt"',
      'replyguard check --paid 89 < reply.txt',
      'replyguard check --jsonl < replies.jsonl > reports.jsonl',
      'replyguard check --format html --output report.html replies.jsonl',
    ],
  });
};
