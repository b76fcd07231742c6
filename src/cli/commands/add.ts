import { InvalidArgumentError, Option } from 'commander';
import { CATEGORIES } from '../../index.ts';
import type { Category } from '../../index.ts';
import { readerOption, withContext } from '../args.ts';
import type { Registration, ReplyFlags } from '../args.ts';
import { readContext } from '../context.ts';
import { EXIT, UsageError } from '../failure.ts';
import { userLanguage } from '../language.ts';
import { withNotes } from '../notes.ts';
import { readShop, withShop } from '../shop.ts';

/** The options of `replyguard add` as they were typed. */
interface AddFlags extends Omit<ReplyFlags, 'jsonl' | 'lines'> {
  readonly good?: true;
  readonly label?: readonly Category[];
  readonly mark?: string;
  readonly why?: string;
  readonly knownGap?: string;
  readonly id?: string;
  readonly to?: string;
  readonly yes?: true;
  readonly color: boolean;
}

/** `replyguard add` */
export const registerAdd: Registration = (program, shell) => {
  const command = program
    .command('add')
    .summary('add a fixture: a reply, and what it must get')
    .description("Add a fixture to the shop's own: shows what the reply gets now, and writes it to the file of its category.")
    .argument('<reply>', 'the reply, word for word')
    .addOption(new Option('--good', 'the reply must get nothing').conflicts(['label', 'mark']))
    .option('--label <category>', 'what it must get; may be given several times, or separated by commas', labels)
    .option('--mark <words>', 'the words that must be underlined')
    .option('--why <text>', 'why it is good or bad')
    .option('--known-gap <reason>', 'enter it as one that fails for now')
    .option('--id <id>', 'its name (default: category and number)')
    .option('--to <file>', "the file (default: the category's among the shop's fixtures)")
    .option('--yes', 'do not ask before writing')
    .addOption(readerOption())
    .option('--no-color', 'no colours')
    .action(async (reply: string, flags: AddFlags) => {
      const { addFixture } = await import('../add/add.ts');
      if (reply.trim() === '') throw new UsageError('the reply is empty');
      const shop = await readShop(flags, shell.cwd);
      const { lang, ...rest } = flags;
      const options = {
        shop,
        reply,
        labels: flags.good === true ? [] : flags.label,
        mark: flags.mark,
        why: flags.why,
        gap: flags.knownGap,
        id: flags.id,
        to: flags.to,
        context: await readContext(rest, shell.cwd),
        reader: flags.reader,
        language: userLanguage(lang ?? shop.lang, process.env),
        yes: flags.yes === true,
      };
      await addFixture(options, shell.terminal(flags.color));
      shell.finish(EXIT.clean);
    });
  withNotes(withContext(withShop(command)), {
    examples: ['replyguard add "退款今晚到账" --label timeline', 'replyguard add "退款一般3-5个工作日到账" --good'],
  });
};

function labels(text: string, before: readonly Category[] = []): readonly Category[] {
  const named = text.split(/[,，\s]+/).map((word) => {
    const category = CATEGORIES.find((name) => name === word);
    if (category === undefined) throw new InvalidArgumentError(`expected one of ${CATEGORIES.join(', ')}`);
    return category;
  });
  return [...before, ...named];
}
