/**
 * `npm run docs:rules`: writes the rule reference to `docs/rules/`, a page a rule, in English and Chinese; with `--check` it only
 * says whether the pages are fresh.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadFixtures } from '../../src/testing/files.ts';
import { readRules } from '../rule-data.ts';
import { ROOT } from '../root.ts';
import { makePages } from './pages.ts';
import type { Pages } from './pages.ts';

const FOLDER = join(ROOT, 'docs/rules');

/** The pages as the rule data and the fixtures would give them. */
export function rulePages(): Pages {
  return makePages(readRules(), loadFixtures(['*.yml'], { root: join(ROOT, 'fixtures'), each: false }));
}

/** Paths of pages that are missing, out of date or left over. */
export function stalePages(pages: Pages): string[] {
  const committed = new Map(committedPaths().map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]));
  const paths = new Set([...committed.keys(), ...pages.keys()]);
  return [...paths].filter((path) => committed.get(path) !== pages.get(path)).sort();
}

function committedPaths(): string[] {
  try {
    return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).map((path) => path.replaceAll('\\', '/'));
  } catch {
    return [];
  }
}

if (process.argv[1] === join(ROOT, 'scripts/reference/rules.ts')) {
  const pages = rulePages();
  const stale = stalePages(pages);
  if (process.argv.includes('--check')) {
    console.log(stale.length === 0 ? `rule pages: ${pages.size}, fresh` : `stale: ${stale.join(', ')}; run npm run docs:rules`);
    process.exitCode = stale.length === 0 ? 0 : 1;
  } else {
    for (const path of stale) {
      const file = join(FOLDER, path);
      const text = pages.get(path);
      if (text === undefined) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    console.log(`rule pages: ${pages.size}, ${stale.length} written`);
  }
}
