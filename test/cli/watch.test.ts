import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { watchShop } from '../../src/cli/test/watch.ts';

it('runs again for a change that falls into the first run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'replyguard-watch-'));
  const stdout = new PassThrough();
  let runs = 0;
  let out = '';
  stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  try {
    void watchShop(
      folder,
      async () => {
        runs += 1;
        if (runs > 1) return;
        await new Promise((done) => setTimeout(done, 300));
        writeFileSync(join(folder, 'own.yml'), '[]');
        await new Promise((done) => setTimeout(done, 300));
      },
      { stdout } as unknown as Parameters<typeof watchShop>[2],
    );
    await expect.poll(() => runs, { timeout: 10_000 }).toBe(2);
    expect(out).toContain('own.yml');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
