import { Option } from 'commander';
import { readerOption, withContext } from '../args.ts';
import type { Registration, ReplyFlags } from '../args.ts';
import { tryDefaults } from '../check.ts';
import { readContext } from '../context.ts';
import { fixing } from '../fix.ts';
import { Guards } from '../guards.ts';
import { withNotes } from '../notes.ts';
import { readShop, withShop } from '../shop.ts';
import { transform } from '../transform.ts';

/** `replyguard fix` */
export const registerFix: Registration = (program, shell) => {
  const command = program
    .command('fix')
    .summary('mend replies')
    .description('Mend replies: each offending clause gives way to wording that is true under the policy, or is left out.')
    .argument('[replies...]', 'a reply, a file, a pattern, or - for standard input')
    .addOption(
      new Option(
        '--jsonl',
        'one JSON object a line in, one a line out: {"id","reply","lang","policy","context","case"}',
      ).conflicts('lines'),
    )
    .option('--lines', 'every line of a text is a reply of its own')
    .addOption(readerOption())
    .action(async (replies: readonly string[], flags: ReplyFlags) => {
      const { policy = 'default', extension } = await readShop(flags, shell.cwd);
      const defaults = { policy, context: await readContext(flags, shell.cwd), explain: false };
      const guards = new Guards(flags.reader, extension);
      await tryDefaults(guards, defaults);
      const shape = { jsonl: flags.jsonl === true, lines: flags.lines === true };
      shell.finish(await transform(replies, fixing(guards, defaults, shape), shell.terminal(false)));
    });
  withContext(withShop(command));
  withNotes(command, {
    exit: '0 all mended or clean, 1 a reply that cannot be mended, 2 a wrong call or a line that could not be used.',
    examples: [
      'replyguard fix "亲，退款24小时内一定到账"',
      'replyguard fix --policy us-store --complaint reply.txt',
      'replyguard fix --lines < replies.txt > mended.txt',
      'replyguard fix --jsonl < replies.jsonl > mended.jsonl',
    ],
  });
};
