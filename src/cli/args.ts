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

/** The options of `replyguard fix` as they were typed. */
export type FixFlags = Omit<CheckFlags, 'format' | 'failOn' | 'explain' | 'color'>;

/** The options of `replyguard decide` and `replyguard compose` as they were typed. */
export interface CaseFlags {
  readonly policy: string;
  readonly jsonl?: true;
  readonly locale?: 'zh' | 'en';
  readonly register?: 'letter' | 'chat';
  readonly customerName?: string;
  readonly seed?: number;
}

/** What each command does with what was typed after it. */
export interface Actions {
  check(arguments_: readonly string[], flags: CheckFlags): Promise<void>;
  fix(arguments_: readonly string[], flags: FixFlags): Promise<void>;
  decide(arguments_: readonly string[], flags: CaseFlags): Promise<void>;
  compose(arguments_: readonly string[], flags: CaseFlags): Promise<void>;
}

/**
 * The commands and their options. A wrong option throws a `CommanderError` instead of ending the process.
 *
 * @param version what `--version` prints.
 * @param actions what the commands do.
 */
export function createProgram(version: string, actions: Actions): Command {
  const program = new Command('replyguard')
    .description('Checks customer-service replies, in Chinese and English, against the policy of a shop.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(replyguard --help shows every option)');

  const check = program
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
    .addHelpText(
      'after',
      `
Exit status: 0 clean, 1 a finding at or above --fail-on, 2 a wrong call or a line that could not be checked.

Examples:
  replyguard check "24小时内退款一定到账"
  replyguard check --policy us-store --complaint "replies/*.txt"
  replyguard check --jsonl < replies.jsonl > reports.jsonl`,
    )
    .action(actions.check);
  withContext(check);

  const fix = program
    .command('fix')
    .summary('mend replies')
    .description('Mend replies: each offending clause gives way to wording that is true under the policy, or is left out.')
    .argument('[replies...]', 'a reply, a file, a pattern, or - for standard input')
    .option('--policy <name|file>', 'default, us-store, or a JSON file', 'default')
    .addOption(
      new Option(
        '--jsonl',
        'one JSON object a line in, one a line out: {"id","reply","lang","policy","context","case"}',
      ).conflicts('lines'),
    )
    .option('--lines', 'every line of a text is a reply of its own')
    .addOption(
      new Option('--reader <reader>', 'the rules alone, or the rules and the learned reader')
        .choices(READERS)
        .default('both'),
    )
    .addHelpText(
      'after',
      `
Exit status: 0 all mended or clean, 1 a reply that cannot be mended, 2 a wrong call or a line that could not be used.

Example:
  replyguard fix "亲,退款24小时内一定到账"`,
    )
    .action(actions.fix);
  withContext(fix);

  casesCommand(program, 'decide', 'decide what to do about a case', 'Decide what to do about cases: JSON as documented, files, or standard input (-).').action(
    actions.decide,
  );
  casesCommand(program, 'compose', 'word the decision of a case', 'Decide what to do about cases and word the reply.')
    .addOption(new Option('--locale <language>', "language of the reply (default: the policy's)").choices(['zh', 'en']))
    .addOption(new Option('--register <register>', 'formal letter or short chat (default: chat)').choices(['letter', 'chat']))
    .option('--customer-name <name>', 'name in the salutation')
    .option('--seed <number>', 'chooses among the approved variants', wholeNumber)
    .action(actions.compose);
  return program;
}

function casesCommand(program: Command, name: string, summary: string, description: string): Command {
  return program
    .command(name)
    .summary(summary)
    .description(description)
    .argument('[cases...]', 'a case as JSON, a file, or - for standard input')
    .option('--policy <name|file>', 'default, us-store, or a JSON file', 'default')
    .option('--jsonl', 'one JSON object a line in, one a line out: {"id","policy","case"}')
    .addHelpText(
      'after',
      `
Exit status: 0, or 2 for a wrong call or a case that could not be used.

Example:
  replyguard ${name} '{"issue":"damaged","paid":89,"verification":"confirmed"}'`,
    );
}

/** The options that say what is known about the replies. */
function withContext(command: Command): Command {
  return command
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
    .addOption(new Option('--lang <language>', 'language of the messages').choices(['zh', 'en']));
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number of 0 or more');
  return Number(text);
}
