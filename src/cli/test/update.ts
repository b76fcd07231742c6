import { confirm } from '../ask.ts';
import { EXIT, UsageError } from '../failure.ts';
import type { Terminal } from '../io.ts';
import { writeGaps } from './gaps.ts';
import type { TestOptions, TestRun } from './test.ts';

/**
 * Enters what fails as known gaps and takes the mark from what passes by now; labels stay as they are. The failures have been
 * printed; without `yes` the person at the terminal is asked first.
 *
 * @returns the exit status
 * @throws UsageError where nobody can be asked.
 */
export async function updateGaps({ failed, stale }: TestRun, { language, update }: TestOptions, terminal: Terminal): Promise<number> {
  const zh = language === 'zh';
  if (failed.length + stale.length === 0) return EXIT.clean;
  const plan = zh
    ? `${failed.length} 条记为已知不足（known-gap），${stale.length} 条去掉 known-gap；期望结果不变。`
    : `${failed.length} become known gaps, ${stale.length} are known gaps no more; no label changes.`;
  terminal.stdout.write(`${plan}\n`);
  if (update === 'ask' && !terminal.stdinIsTerminal) {
    throw new UsageError(zh ? '没有可以回答的终端：确认要改请加 --yes' : 'there is no terminal to ask at: add --yes to change the files');
  }
  if (update === 'ask' && !(await confirm(zh ? '写入文件吗？(y/N) ' : 'Write the files? (y/N) '))) return EXIT.findings;
  await writeGaps(
    [
      ...failed.map(({ fixture, got }) => ({ fixture, reason: (zh ? '实报 ' : 'gets ') + (got.join(', ') || (zh ? '无' : 'nothing')) })),
      ...stale.map(({ fixture }) => ({ fixture, reason: undefined })),
    ],
    terminal.cwd,
  );
  return EXIT.clean;
}
