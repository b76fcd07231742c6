import { watch } from 'node:fs';
import { UsageError } from '../failure.ts';
import type { Terminal } from '../io.ts';

/** Milliseconds without a change after which the fixtures run again: editors write in several steps. */
const QUIET = 150;

/**
 * Runs, and runs again whenever a file in the shop's folder changes, until the process is interrupted. A faulty file is
 * reported and waited out.
 */
export async function watchShop(run: () => Promise<{ readonly folder: string }>, { stdout, cwd }: Terminal): Promise<void> {
  const once = async (): Promise<string> => {
    try {
      return (await run()).folder;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      stdout.write(`${error.message.trim()}\n`);
      return cwd;
    }
  };
  const folder = await once();
  const changes = watch(folder, { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((_done, fail) => {
    changes.on('error', fail);
    changes.on('change', (_kind, name) => {
      if (!/\.(ya?ml|jsonl?)$/.test(String(name)) || /(^|[\\/])(node_modules|\.git)[\\/]/.test(String(name))) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        stdout.write(`\n── ${String(name)} ──\n`);
        once().catch(fail);
      }, QUIET);
    });
  });
}
