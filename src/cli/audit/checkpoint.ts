/** What an audit leaves in its output folder so that it can go on after an interruption. */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditTotals } from '../../audit/index.ts';
import { UsageError } from '../failure.ts';
import type { Position } from './cut.ts';
import type { List } from './lists.ts';

/** The state of an audit between two batches. */
export interface Checkpoint {
  readonly schema: 1;
  /** What must be the same for the audit to go on: part → its value as text. */
  readonly conditions: Readonly<Record<string, string>>;
  /** The source that is being read, by its number, and the place in it. */
  readonly source: number;
  readonly position: Position;
  /** Everything counted before the position. */
  readonly totals: AuditTotals;
  /** Bytes of the lists that belong to what was counted. */
  readonly lists: Readonly<Record<List, number>>;
}

const NAME = 'checkpoint.json';

/** The checkpoint of a folder; null where there is none. */
export async function readCheckpoint(folder: string): Promise<Checkpoint | null> {
  let text: string;
  try {
    text = await readFile(join(folder, NAME), 'utf8');
  } catch {
    return null;
  }
  try {
    const checkpoint: Checkpoint = JSON.parse(text);
    if (checkpoint.schema === 1) return checkpoint;
  } catch {
    // Written by something else: said below.
  }
  throw new UsageError(`${join(folder, NAME)}: expected a checkpoint of this version; --restart begins anew`);
}

/** Writes a checkpoint so that at every moment the folder holds the old one or the new one, whole. */
export async function writeCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
  const temporary = join(folder, `${NAME}.new`);
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(JSON.stringify(checkpoint));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, NAME));
}

/** Removes the checkpoint: the audit is complete. */
export async function removeCheckpoint(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true });
  await rm(join(folder, `${NAME}.new`), { force: true });
}

/**
 * Makes sure that going on means the same audit.
 *
 * @throws UsageError that names what has changed.
 */
export function compareConditions(then: Checkpoint['conditions'], now: Checkpoint['conditions']): void {
  const changed = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((part) => then[part] !== now[part]);
  if (changed.length > 0) {
    throw new UsageError(`the unfinished audit was begun with another ${changed.join(', ')}: give the same, or --restart to begin anew`);
  }
}
