import { Option } from 'commander';
import { readerOption } from '../args.ts';
import type { Registration } from '../args.ts';
import type { ReaderChoice } from '../guards.ts';
import { userLanguage } from '../language.ts';
import { withNotes } from '../notes.ts';
import { readShop, shopFolder, withShop } from '../shop.ts';
import type { ShopFlags } from '../shop.ts';

/** The options of `replyguard test` as they were typed. */
interface TestFlags extends ShopFlags {
  readonly reader: ReaderChoice;
  readonly lang?: string;
  readonly format: 'pretty' | 'json';
  readonly color: boolean;
  readonly coverage?: true;
  readonly mutate?: true | 'own' | 'all';
  readonly watch?: true;
  readonly update?: true;
  readonly yes?: true;
  readonly withLibrary?: true;
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
    .option('--coverage', 'also list rules, own words, cues and policy values that no bad or no good fixture shows')
    .addOption(
      new Option('--mutate [scope]', "also take each piece of the shop's own data away (all: the library's too), and list what no fixture notices").choices(['own', 'all']),
    )
    .option('--with-library', "also run the library's own fixtures with the shop's words: what passed without them must still pass")
    .option('--watch', 'run again whenever a file changes')
    .option('--update', 'enter fixtures that fail as known gaps, after showing them and asking; labels are never changed')
    .option('--yes', 'with --update: do not ask')
    .option('--no-color', 'no colours')
    .action(async (paths: readonly string[], flags: TestFlags) => {
      const { testShop } = await import('../test/test.ts');
      const { watchShop } = await import('../test/watch.ts');
      const terminal = shell.terminal(flags.color);
      const once = async (): Promise<number> => {
        const shop = await readShop(flags, shell.cwd);
        const language = userLanguage(flags.lang ?? shop.lang, process.env);
        const options = {
          shop,
          paths,
          language,
          reader: flags.reader,
          format: flags.format,
          coverage: flags.coverage === true,
          mutate: flags.mutate === true ? ('own' as const) : flags.mutate,
          withLibrary: flags.withLibrary === true,
          update: flags.update === true ? (flags.yes === true ? ('yes' as const) : ('ask' as const)) : undefined,
        };
        return testShop(options, terminal);
      };
      if (flags.watch === true) await watchShop(shopFolder(flags, shell.cwd), once, terminal);
      else shell.finish(await once());
    });
  withShop(command);
  withNotes(command, {
    exit: '0 all pass, 1 some fail, 2 a wrong call or a faulty file.',
    examples: [
      'replyguard test',
      'replyguard test fixtures/refunds.yml --policy us-store',
      'replyguard test "fixtures/*.jsonl" --coverage --mutate',
      'replyguard test --watch',
    ],
  });
};
