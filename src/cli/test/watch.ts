import { watch } from 'node:fs';
import { UsageError } from '../failure.ts';
import type { Terminal } from '../io.ts';

/** Milliseconds without a change after which the fixtures run again: editors write in several steps. */
const QUIET = 150;

/**
 * Runs, and runs again whenever a file in the folder changes, until the process is interrupted. A faulty file is reported
 * and waited out. The folder is watched from before the first run, so that a change during a run is not lost.
 */
export async function watchShop(folder: string, run: () => Promise<unknown>, { stdout }: Terminal): Promise<void> {
  const once = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      stdout.write(`${error.message.trim()}\n`);
    }
  };
  const changes = watch(folder, { recursive: true });
  let runs: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((_done, fail) => {
    changes.on('error', fail);
    changes.on('change', (_kind, name) => {
      if (!/\.(ya?ml|jsonl?)$/.test(String(name)) || /(^|[\\/])(node_modules|\.git)[\\/]/.test(String(name))) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        runs = runs.then(() => {
          stdout.write(`\n── ${String(name)} ──\n`);
          return once();
        });
        runs.catch(fail);
      }, QUIET);
    });
    runs = once();
    runs.catch(fail);
  });
}
