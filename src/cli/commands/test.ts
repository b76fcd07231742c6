import { Option } from 'commander';
import { readerOption } from '../args.ts';
import type { Registration } from '../args.ts';
import type { ReaderChoice } from '../guards.ts';
import { userLanguage } from '../language.ts';
import { readShop, withShop } from '../shop.ts';
import type { ShopFlags } from '../shop.ts';

/** The options of `replyguard test` as they were typed. */
interface TestFlags extends ShopFlags {
  readonly reader: ReaderChoice;
  readonly lang?: string;
  readonly format: 'pretty' | 'json';
  readonly color: boolean;
}

/** `replyguard test` */
export const registerTest: Registration = (program, shell) => {
  const command = program
    .command('test')
    .summary('run fixtures: replies and what they must get')
    .description("Run fixtures (YAML, JSONL) with the shop's policy and words: those of the shop's file, or the paths that are given.")
    .argument('[paths...]', 'fixture files, folders or patterns')
    .addOption(readerOption())
    .addOption(new Option('--format <format>', 'how results are printed').choices(['pretty', 'json']).default('pretty'))
    .addOption(new Option('--lang <language>', "language of messages (default: the shop's file's, else the terminal's)").choices(['zh', 'en']))
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      `
Exit status: 0 all pass, 1 some fail, 2 a wrong call or a faulty file.

Examples:
  replyguard test
  replyguard test fixtures/refunds.yml --policy us-store`,
    )
    .action(async (paths: readonly string[], flags: TestFlags) => {
      const { fixturesOf, printRun, runShop } = await import('../test/test.ts');
      const shop = await readShop(flags, shell.cwd);
      const language = userLanguage(flags.lang ?? shop.lang, process.env);
      const options = { shop, paths, reader: flags.reader, language, format: flags.format };
      const run = await runShop(fixturesOf(options, shell.cwd), options);
      shell.finish(printRun(run, options, shell.terminal(flags.color)));
    });
  withShop(command);
};
