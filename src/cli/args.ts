import { Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../index.ts';
import type { ContextFlags } from './context.ts';
import { READERS } from './guards.ts';
import { helpIn } from './help.ts';
import type { ReaderChoice } from './guards.ts';
import type { Terminal } from './io.ts';
import type { ShopFlags } from './shop.ts';

/** What a command gets from the process that it runs in. */
export interface Shell {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** The streams, with colours only if they are wanted and can be shown. */
  terminal(colour: boolean): Terminal;
  /** Sets the exit status; nothing is cut short. */
  finish(status: number): void;
}

/** Where a reply can stand. */
export const CHANNELS = ['private', 'public'] as const;

/** Who can answer. */
export const TIERS = ['frontline', 'senior', 'supervisor'] as const;

/** Adds one command to the program: its options, its help, and what it does. One file for each, under `commands/`. */
export type Registration = (program: Command, shell: Shell) => void;

/** The options of every command that reads replies. */
export interface ReplyFlags extends ContextFlags, ShopFlags {
  readonly jsonl?: true;
  readonly lines?: true;
  readonly reader: ReaderChoice;
}

/**
 * The program, without commands yet. A wrong option throws a `CommanderError` instead of ending the process.
 *
 * @param version what `--version` prints.
 * @param language language of the help.
 */
export function createProgram(version: string, language: Language = 'en'): Command {
  return new Command('replyguard')
    .description('Checks customer-service replies, in Chinese and English, against the policy of a shop.')
    .configureHelp(helpIn(language))
    .version(version)
    .exitOverride()
    .showHelpAfterError('(replyguard --help shows every option)');
}

/** `--policy`. */
export function policyOption(): Option {
  return new Option('--policy <name|file>', 'default, us-store, or a JSON file').default('default');
}

/** `--reader`. */
export function readerOption(): Option {
  return new Option('--reader <reader>', 'the rules alone, or the rules and the learned reader').choices(READERS).default('both');
}

/** The options that say what is known about the replies. */
export function withContext(command: Command): Command {
  return command
    .optionsGroup('What is known about the case:')
    .option('--context <json|file>', 'the whole context as JSON')
    .option('--complaint', 'the customer complains')
    .option('--resolved', 'the problem has been solved')
    .option('--verified', 'the cause has been verified')
    .option('--apologized', 'an apology was made before')
    .addOption(new Option('--channel <channel>', 'where the reply will stand').choices(CHANNELS))
    .option('--evidence-requests <count>', 'how often proof was requested before', wholeNumber)
    .option('--customer <text>', "the customer's last message")
    .option('--paid <amount>', "what the customer paid for the item, in the policy's currency", amount)
    .option('--return-freight <amount>', 'what the return costs', amount)
    .addOption(new Option('--tier <tier>', 'who answers').choices(TIERS))
    .option('--now <time>', 'the time of writing, ISO 8601 with offset')
    .addOption(new Option('--lang <language>', 'language of the messages').choices(['zh', 'en']));
}

/** Reads an option's value as a whole number from 0 on. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('expected a whole number of 0 or more');
  return Number(text);
}

/** Reads an option's value as an amount of money from 0 on. */
export function amount(text: string): number {
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(text)) throw new InvalidArgumentError('expected a number of 0 or more');
  return Number(text);
}
