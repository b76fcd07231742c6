import { Command, InvalidArgumentError, Option } from 'commander';
import { FAIL_ON } from './check.ts';
import type { CheckOptions } from './check.ts';
import type { ContextFlags } from './context.ts';
import { READERS } from './guards.ts';

/** The options of `replyguard check` as they were typed. */
export interface CheckFlags extends ContextFlags {
  readonly policy: string;
  readonly format: 'pretty' | 'json';
  readonly jsonl?: true;
  readonly lines?: true;
  readonly failOn: CheckOptions['failOn'];
  readonly reader: CheckOptions['reader'];
  readonly color: boolean;
  readonly explain?: true;
}

/** Called with what was typed after `replyguard check`. */
export type CheckAction = (arguments_: readonly string[], flags: CheckFlags) => Promise<void>;

/**
 * The commands and their options. A wrong option throws a `CommanderError` instead of ending the process.
 *
 * @param version what `--version` prints.
 */
export function createProgram(version: string, check: CheckAction): Command {
  const program = new Command('replyguard')
    .description('Checks customer-service replies, in Chinese and English, against the policy of a shop.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(replyguard --help shows every option)');

  program
    .command('check')
    .summary('check replies')
    .description('Check replies: a text, files, patterns such as "replies/*.txt", or standard input (-).')
    .argument('[replies...]', 'a reply, a file, a pattern, or - for standard input')
    .option('--policy <name|file>', 'default, us-store, or a JSON file', 'default')
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
    .addOption(
      new Option('--reader <reader>', 'the rules alone, or the rules and the learned reader')
        .choices(READERS)
        .default('both'),
    )
    .option('--explain', 'also list what was promised, and near matches with the words that excused them')
    .option('--no-color', 'no colours')
    .optionsGroup('What is known about the case:')
    .option('--context <json|file>', 'the whole context as JSON')
    .option('--complaint', 'the customer complains')
    .option('--resolved', 'the problem has been solved')
    .option('--verified', 'the cause has been verified')
    .option('--apologized', 'an apology was made before')
    .addOption(new Option('--channel <channel>', 'where the reply will stand').choices(['private', 'public']))
    .option('--evidence-requests <count>', 'how often proof was requested before', wholeNumber)
    .option('--customer <text>', "the customer's last message")
    .addOption(new Option('--tier <tier>', 'who answers').choices(['frontline', 'senior', 'supervisor']))
    .option('--now <time>', 'the time of writing, ISO 8601 with offset')
    .addOption(new Option('--lang <language>', 'language of the messages').choices(['zh', 'en']))
    .addHelpText(
      'after',
      `
Exit status: 0 clean, 1 a finding at or above --fail-on, 2 a wrong call or a line that could not be checked.

Examples:
  replyguard check "24小时内退款一定到账"
  replyguard check --policy us-store --complaint "replies/*.txt"
  replyguard check --jsonl < replies.jsonl > reports.jsonl`,
    )
    .action(check);
  return program;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number of 0 or more');
  return Number(text);
}
