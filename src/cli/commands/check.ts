import { Option } from 'commander';
import { readerOption, withContext } from '../args.ts';
import type { Registration, ReplyFlags } from '../args.ts';
import { check, FAIL_ON } from '../check.ts';
import type { CheckOptions } from '../check.ts';
import { readContext } from '../context.ts';
import { readShop, withShop } from '../shop.ts';

/** The options of `replyguard check` as they were typed. */
interface CheckFlags extends ReplyFlags {
  readonly format: 'pretty' | 'json';
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
    .addOption(new Option('--format <format>', 'how results are printed').choices(['pretty', 'json']).default('pretty'))
    .addOption(
      new Option(
        '--jsonl',
        'one JSON object a line in, one a line out: {"id","reply","lang","policy","context"}',
      ).conflicts(['format', 'lines']),
    )
    .option('--lines', 'every line of a text is a reply of its own')
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that makes the exit status 1')
        .choices(FAIL_ON)
        .default('warn'),
    )
    .addOption(readerOption())
    .option('--explain', 'also list what was promised, and near matches with the words that excused them')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      `
Exit status: 0 clean, 1 a finding at or above --fail-on, 2 a wrong call or a line that could not be checked.

Examples:
  replyguard check "24小时内退款一定到账"
  replyguard check --policy us-store --complaint "replies/*.txt"
  replyguard check --jsonl < replies.jsonl > reports.jsonl`,
    )
    .action(async (replies: readonly string[], flags: CheckFlags) => {
      const { policy = 'default', extension } = await readShop(flags, shell.cwd);
      const options = {
        policy,
        extension,
        context: await readContext(flags, shell.cwd),
        format: flags.jsonl ? ('jsonl' as const) : flags.format,
        lines: flags.lines === true,
        failOn: flags.failOn,
        reader: flags.reader,
        explain: flags.explain === true,
      };
      shell.finish(await check(replies, options, shell.terminal(flags.color)));
    });
  withContext(withShop(command));
};
