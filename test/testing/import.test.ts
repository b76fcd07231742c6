import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const line = `${JSON.stringify({ id: 'x-1', lang: 'zh', reply: '今晚到账', context: {}, labels: ['timeline'], allowed: [], why: 'fast' })}\n`;

function importing(name: string, corrections: string | null = null) {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const source = join(folder, name);
  const target = join(folder, 'out.jsonl');
  writeFileSync(source, line);
  if (corrections !== null) writeFileSync(join(folder, 'corrections.yml'), corrections);
  const run = spawnSync('npx', ['tsx', 'scripts/import-corpus.ts', source, target], { cwd: root, encoding: 'utf8' });
  return { ...run, written: run.status === 0 ? readFileSync(target, 'utf8') : null };
}

describe('import-corpus', () => {
  it('writes fixtures, with the corrections that stand beside them', () => {
    const { written, stdout } = importing('a.jsonl', '- { id: x-1, was: [timeline], labels: [guarantee], reason: because }');
    expect(written).toBe('{"id":"x-1","lang":"zh","reply":"今晚到账","labels":["guarantee"],"why":"because"}\n');
    expect(stdout).toContain('1 fixtures, 1 corrected');
  });

  it('refuses real chats by their name', () => {
    const { status, stderr } = importing('real-a.jsonl');
    expect(status).toBe(2);
    expect(stderr).toContain('real chats');
  });
});
