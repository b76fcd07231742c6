#!/usr/bin/env node
import { CommanderError } from 'commander';
import colors from 'picocolors';
import { VERSION } from '../index.ts';
import { createProgram } from './args.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, OutputClosed, UsageError } from './failure.ts';
import { userLanguage } from './language.ts';

/** Runs the command line; the exit status is set, never forced, so that all output is written. */
async function main(): Promise<void> {
  const program = createProgram(VERSION, userLanguage(undefined, process.env));
  const shell = {
    cwd: process.cwd(),
    terminal: (colour: boolean) => ({
      stdin: process.stdin,
      stdinIsTerminal: process.stdin.isTTY === true,
      stdout: process.stdout,
      stderr: process.stderr,
      cwd: process.cwd(),
      colour: colour && colors.isColorSupported && (process.stdout.isTTY === true || Boolean(process.env.FORCE_COLOR)),
    }),
    finish(status: number) {
      process.exitCode = status;
    },
  };
  // Whoever reads the output may leave early (`replyguard … | head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  for (const register of COMMANDS) register(program, shell);
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Says what went wrong on standard error, and returns the exit status. */
function report(error: unknown): number {
  if (error instanceof OutputClosed) return EXIT.clean;
  // Commander has already printed its own complaint, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.misuse;
  const message = error instanceof UsageError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `${colors.createColors(colors.isColorSupported && process.stderr.isTTY === true).red('replyguard:')} ${message}\n`,
  );
  return EXIT.misuse;
}

await main();
