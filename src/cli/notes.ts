import type { Command } from 'commander';

/** What stands below the options in the help of a command. */
export interface Notes {
  /** Sentences that explain, each on a line of its own. Default none. */
  readonly says?: readonly string[];
  /** The exit status, as a sentence. Default: nothing is said of it. */
  readonly exit?: string;
  /** Calls to copy. */
  readonly examples: readonly string[];
}

/** Sentences are broken after so many columns. */
const WIDTH = 100;

/** Puts notes below the help of a command, in the language of the help: its titles' (`helpIn`). */
export function withNotes(command: Command, { says = [], exit, examples }: Notes): Command {
  return command.addHelpText('after', () => {
    const help = command.createHelp();
    const said = (text: string): string => help.styleTitle(text);
    const lines = [...says.map(said), ...(exit === undefined ? [] : [`${said('Exit status: ')}${said(exit)}`])].map((line) => help.boxWrap(line, WIDTH));
    const calls = [said('Examples:'), ...examples.map((example) => `  ${example}`)];
    return ['', ...lines, ...(lines.length === 0 ? [] : ['']), ...calls].join('\n');
  });
}
