import type { Instant } from './context.ts';

const MINUTE = 60_000;

/** Digits at fixed places, then an optional part for seconds, then the offset. */
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a moment as ISO 8601 with offset, `2024-05-27T10:00:00+08:00`.
 * @returns null where it is something else, a day that does not exist (February 30) included.
 */
export function readInstant(text: string): Instant | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((digits) => (digits === undefined ? 0 : Number(digits)));
  const offset = readOffset(match[7] ?? 'Z');
  if (offset === null || hour > 23 || minute > 59 || second > 59) return null;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, second);
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  return { epoch: local.getTime() - offset * MINUTE, offset };
}

/** The local time of a moment as ISO 8601, which is what calendar places are reckoned by. */
export function localTime({ epoch, offset }: Instant): string {
  return `${new Date(epoch + offset * MINUTE).toISOString().slice(0, 19)}Z`;
}

function readOffset(text: string): number | null {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 14 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
