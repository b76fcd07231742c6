#!/usr/bin/env node
import { CommanderError } from 'commander';
import colors from 'picocolors';
import { VERSION } from '../index.ts';
import { createProgram } from './args.ts';
import { check, tryDefaults } from './check.ts';
import { readContext, readPolicy } from './context.ts';
import { composing, deciding } from './decide.ts';
import { EXIT, OutputClosed, UsageError } from './failure.ts';
import { fixing } from './fix.ts';
import { Guards } from './guards.ts';
import type { Terminal } from './io.ts';
import { transform } from './transform.ts';

/** Runs the command line; the exit status is set, never forced, so that all output is written. */
async function main(): Promise<void> {
  const cwd = process.cwd();
  const terminal = (colour: boolean): Terminal => ({
    stdin: process.stdin,
    stdinIsTerminal: process.stdin.isTTY === true,
    stdout: process.stdout,
    cwd,
    colour: colour && colors.isColorSupported && (process.stdout.isTTY === true || Boolean(process.env.FORCE_COLOR)),
  });
  const program = createProgram(VERSION, {
    async check(arguments_, flags) {
      process.exitCode = await check(
        arguments_,
        {
          policy: await readPolicy(flags.policy, cwd),
          context: await readContext(flags, cwd),
          format: flags.jsonl ? 'jsonl' : flags.format,
          lines: flags.lines === true,
          failOn: flags.failOn,
          reader: flags.reader,
          explain: flags.explain === true,
        },
        terminal(flags.color),
      );
    },
    async fix(arguments_, flags) {
      const defaults = { policy: await readPolicy(flags.policy, cwd), context: await readContext(flags, cwd), explain: false };
      const guards = new Guards(flags.reader);
      await tryDefaults(guards, defaults);
      const shape = { jsonl: flags.jsonl === true, lines: flags.lines === true };
      process.exitCode = await transform(arguments_, fixing(guards, defaults, shape), terminal(false));
    },
    async decide(arguments_, flags) {
      const policy = await readPolicy(flags.policy, cwd);
      const guards = new Guards('rules');
      await tryDefaults(guards, { policy, context: {} });
      process.exitCode = await transform(arguments_, deciding(guards, policy, flags.jsonl === true), terminal(false));
    },
    async compose(arguments_, flags) {
      const policy = await readPolicy(flags.policy, cwd);
      const guards = new Guards('rules');
      await tryDefaults(guards, { policy, context: {} });
      process.exitCode = await transform(arguments_, composing(guards, policy, flags.jsonl === true, flags), terminal(false));
    },
  });
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
