import { relative, resolve } from 'node:path';
import { Option } from 'commander';
import type { Registration } from '../args.ts';
import { EXIT } from '../failure.ts';
import { userLanguage } from '../language.ts';
import { withNotes } from '../notes.ts';

/** The options of `replyguard init` as they were typed. */
interface InitFlags {
  readonly lang?: string;
}

/** `replyguard init` */
export const registerInit: Registration = (program, shell) => {
  const command = program
    .command('init')
    .summary("make a shop's folder")
    .description("Make a shop's folder: a policy to fill in, a vocabulary, and first fixtures, all with comments.")
    .argument('[folder]', 'where; the current folder if left out', '.')
    .addOption(new Option('--lang <language>', "language of comments and examples (default: the terminal's)").choices(['zh', 'en']))
    .action(async (folder: string, flags: InitFlags) => {
      const { makeShop } = await import('../init/init.ts');
      const language = userLanguage(flags.lang, process.env);
      const names = await makeShop(resolve(shell.cwd, folder), language);
      const shown = relative(shell.cwd, resolve(shell.cwd, folder));
      const enter = shown === '' ? '' : `  cd ${shown}\n`;
      const next = language === 'zh' ? '下一步：' : 'Next:';
      shell.terminal(false).stdout.write(`${names.map((name) => `  + ${shown === '' ? '' : `${shown}/`}${name}\n`).join('')}\n${next}\n${enter}  replyguard test\n`);
      shell.finish(EXIT.clean);
    });
  withNotes(command, { examples: ['replyguard init', 'replyguard init my-shop --lang zh'] });
};
