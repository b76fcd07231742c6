import { Option } from 'commander';
import type { Command } from 'commander';
import { policyOption, wholeNumber } from '../args.ts';
import type { Registration, Shell } from '../args.ts';
import { caseOf, withCase } from '../case.ts';
import type { CaseFlags } from '../case.ts';
import { tryDefaults } from '../check.ts';
import { readPolicy } from '../context.ts';
import { composing, deciding } from '../decide.ts';
import type { CaseDefaults } from '../decide.ts';
import { UsageError } from '../failure.ts';
import { Guards } from '../guards.ts';
import { withNotes } from '../notes.ts';
import { transform } from '../transform.ts';
import type { Transformation } from '../transform.ts';

/** The options of `replyguard decide` and `replyguard compose` as they were typed. */
interface CasesFlags extends CaseFlags {
  readonly policy: string;
  readonly jsonl?: true;
  readonly locale?: 'zh' | 'en';
  readonly register?: 'letter' | 'chat';
  readonly customerName?: string;
  readonly seed?: number;
}

/** `replyguard decide` */
export const registerDecide: Registration = (program, shell) => {
  const description = 'Decide what to do about cases: JSON as documented, files, or standard input (-).';
  const command = casesCommand(program, shell, 'decide', 'decide what to do about a case', description, deciding);
  withNotes(withCase(command), { ...NOTES, examples: examplesOf('decide', '> decisions.jsonl') });
};

/** `replyguard compose` */
export const registerCompose: Registration = (program, shell) => {
  const description = 'Decide what to do about cases and word the reply.';
  const command = casesCommand(program, shell, 'compose', 'word the decision of a case', description, composing)
    .addOption(new Option('--locale <language>', "language of the reply (default: the policy's)").choices(['zh', 'en']))
    .addOption(new Option('--register <register>', 'formal letter or short chat (default: chat)').choices(['letter', 'chat']))
    .option('--customer-name <name>', 'name in the salutation')
    .option('--seed <number>', 'chooses among the approved variants', wholeNumber);
  withNotes(withCase(command), { ...NOTES, examples: examplesOf('compose --locale en', '> replies.jsonl') });
};

const NOTES = {
  says: ['A case needs --issue and --paid; with --issue and no argument it is what the options say.'],
  exit: '0, or 2 for a wrong call or a case that could not be used.',
};

function examplesOf(name: string, into: string): string[] {
  return [
    `replyguard ${name} --issue damaged --paid 89 --verification confirmed --ask compensation --ask-amount 300`,
    `replyguard ${name} '{"issue":"damaged","paid":89,"verification":"confirmed"}'`,
    `replyguard ${name} --policy us-store case.json`,
    `replyguard ${name} --tier senior - < case.json`,
    `replyguard ${name} --jsonl < cases.jsonl ${into}`,
  ];
}

type Making = (guards: Guards, defaults: CaseDefaults, flags: CasesFlags) => Transformation;

function casesCommand(program: Command, shell: Shell, name: string, summary: string, description: string, making: Making): Command {
  return program
    .command(name)
    .summary(summary)
    .description(description)
    .argument('[cases...]', 'a case as JSON, a file, or - for standard input')
    .addOption(policyOption())
    .option('--jsonl', 'one JSON object a line in, one a line out: {"id","policy","case"}')
    .action(async (cases: readonly string[], flags: CasesFlags) => {
      const policy = await readPolicy(flags.policy, shell.cwd);
      const guards = new Guards('rules');
      await tryDefaults(guards, { policy, context: {} });
      const defaults = { policy, fields: caseOf(flags), jsonl: flags.jsonl === true };
      const terminal = shell.terminal(false);
      // A case that says nothing itself is what the options say.
      const inputs = cases.length === 0 && flags.issue !== undefined && !defaults.jsonl ? ['{}'] : cases;
      if (inputs.length === 0 && terminal.stdinIsTerminal) {
        throw new UsageError('no case: give --issue and --paid, JSON, a file, or pipe one in');
      }
      shell.finish(await transform(inputs, making(guards, defaults, flags), terminal));
    });
}
