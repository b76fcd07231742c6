import { Option } from 'commander';
import { readerOption, withContext } from '../args.ts';
import type { Registration, ReplyFlags } from '../args.ts';
import { readContext } from '../context.ts';
import { EXIT, UsageError } from '../failure.ts';
import { describeError } from '../guards.ts';
import { readText } from '../io.ts';
import { userLanguage } from '../language.ts';
import { isRecord } from '../record.ts';
import { withNotes } from '../notes.ts';
import { readShop, withShop } from '../shop.ts';

/** The options of `replyguard explain` as they were typed. */
interface ExplainFlags extends Omit<ReplyFlags, 'jsonl' | 'lines'> {
  readonly format: 'drawing' | 'json';
  readonly color: boolean;
}

/** `replyguard explain` */
export const registerExplain: Registration = (program, shell) => {
  const command = program
    .command('explain')
    .summary('show how a reply is read')
    .description('Draw a reply: its clauses, what each word is read as, what the clauses do, and why each rule fired or kept silent.')
    .argument('[reply]', 'the reply; standard input if left out')
    .addOption(new Option('--format <format>', 'how it is printed').choices(['drawing', 'json']).default('drawing'))
    .addOption(readerOption())
    .option('--no-color', 'no colours')
    .action(async (given: string | undefined, flags: ExplainFlags) => {
      const terminal = shell.terminal(flags.color);
      if (given === undefined && terminal.stdinIsTerminal) throw new UsageError('nothing to explain: give a reply, or pipe one in');
      const reply = given ?? (await readText(terminal.stdin)).replace(/\r?\n$/, '');
      const shop = await readShop(flags, shell.cwd);
      const { policy } = shop;
      const language = userLanguage(flags.lang ?? shop.lang, process.env);
      const { anatomyOf } = await import('../../testing/index.ts');
      const reader = flags.reader === 'rules' ? {} : { reader: (await import('../../learned/index.ts')).learnedReader() };
      const context = { lang: language, ...(await readContext(flags, shell.cwd)) };
      let anatomy;
      try {
        const named = typeof policy === 'string' || isRecord(policy) ? { policy } : {};
        anatomy = anatomyOf(reply, { ...named, extend: shop.extension, ...reader, context, language });
      } catch (error) {
        throw new UsageError(describeError(error, 'explain'));
      }
      if (flags.format === 'json') terminal.stdout.write(`${JSON.stringify(anatomy, null, 2)}\n`);
      else {
        const { drawing } = await import('../explain/drawing.ts');
        const columns = process.stdout.columns ?? 100;
        terminal.stdout.write(drawing(anatomy, { language, colour: terminal.colour, columns }));
      }
      shell.finish(EXIT.clean);
    });
  withContext(withShop(command));
  withNotes(command, { examples: ['replyguard explain "亲，退款24小时内一定到账哦"', 'replyguard explain --policy us-store --format json < reply.txt'] });
};
