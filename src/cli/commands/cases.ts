import { Option } from 'commander';
import type { Command } from 'commander';
import { policyOption, wholeNumber } from '../args.ts';
import type { Registration, Shell } from '../args.ts';
import { tryDefaults } from '../check.ts';
import { readPolicy } from '../context.ts';
import { composing, deciding } from '../decide.ts';
import { Guards } from '../guards.ts';
import type { RawPolicy } from '../guards.ts';
import { transform } from '../transform.ts';
import type { Transformation } from '../transform.ts';

/** The options of `replyguard decide` and `replyguard compose` as they were typed. */
interface CaseFlags {
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
  casesCommand(program, shell, 'decide', 'decide what to do about a case', description, deciding);
};

/** `replyguard compose` */
export const registerCompose: Registration = (program, shell) => {
  const description = 'Decide what to do about cases and word the reply.';
  casesCommand(program, shell, 'compose', 'word the decision of a case', description, composing)
    .addOption(new Option('--locale <language>', "language of the reply (default: the policy's)").choices(['zh', 'en']))
    .addOption(new Option('--register <register>', 'formal letter or short chat (default: chat)').choices(['letter', 'chat']))
    .option('--customer-name <name>', 'name in the salutation')
    .option('--seed <number>', 'chooses among the approved variants', wholeNumber);
};

type Making = (guards: Guards, policy: RawPolicy, jsonl: boolean, flags: CaseFlags) => Transformation;

function casesCommand(program: Command, shell: Shell, name: string, summary: string, description: string, making: Making): Command {
  return program
    .command(name)
    .summary(summary)
    .description(description)
    .argument('[cases...]', 'a case as JSON, a file, or - for standard input')
    .addOption(policyOption())
    .option('--jsonl', 'one JSON object a line in, one a line out: {"id","policy","case"}')
    .addHelpText(
      'after',
      `
Exit status: 0, or 2 for a wrong call or a case that could not be used.

Example:
  replyguard ${name} '{"issue":"damaged","paid":89,"verification":"confirmed"}'`,
    )
    .action(async (cases: readonly string[], flags: CaseFlags) => {
      const policy = await readPolicy(flags.policy, shell.cwd);
      const guards = new Guards('rules');
      await tryDefaults(guards, { policy, context: {} });
      shell.finish(await transform(cases, making(guards, policy, flags.jsonl === true, flags), shell.terminal(false)));
    });
}
