/** The committed lists of gaps and of passing fixtures on disk (Node only). */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Baseline, IdsByFile } from './gaps.ts';

/** Names of the two lists inside the fixture folder. */
export const BASELINE_FILES = { gaps: 'known-gaps.json', passing: 'passing.json' } as const;

const listSchema = z.record(z.string(), z.array(z.string()));

/**
 * Reads a list of ids by file.
 *
 * @param text JSON
 * @returns the list
 * @throws if the JSON has another shape
 */
export function parseIds(text: string): IdsByFile {
  return listSchema.parse(JSON.parse(text));
}

/**
 * Reads the lists of a fixture folder; a list that isn't there is empty.
 *
 * @param folder the fixture folder
 * @returns both lists
 */
export function readBaseline(folder: string): Baseline {
  const read = (name: string) => {
    const file = join(folder, name);
    return existsSync(file) ? parseIds(readFileSync(file, 'utf8')) : {};
  };
  return { gaps: read(BASELINE_FILES.gaps), passing: read(BASELINE_FILES.passing) };
}

/**
 * Writes the lists, one id a line, so that a change is a readable difference.
 *
 * @param folder the fixture folder
 * @param baseline the lists
 */
export function writeBaseline(folder: string, baseline: Baseline): void {
  writeFileSync(join(folder, BASELINE_FILES.gaps), `${JSON.stringify(baseline.gaps, null, 2)}\n`);
  writeFileSync(join(folder, BASELINE_FILES.passing), `${JSON.stringify(baseline.passing, null, 2)}\n`);
}
