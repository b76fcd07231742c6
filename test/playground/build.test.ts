import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundlePlayground } from '../../playground/build.ts';
import { ROOT } from '../../scripts/root.ts';

it('the page becomes one script that loads nothing else', async () => {
  const { script, imports } = await bundlePlayground();
  expect(imports).toEqual([]);
  expect(script.length).toBeGreaterThan(500_000);
});

it('the page forbids inline script, requests and markup made from strings', () => {
  const page = readFileSync(join(ROOT, 'playground/index.html'), 'utf8');
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.split('; ') ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  const folder = join(ROOT, 'playground/src');
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser/);
});
