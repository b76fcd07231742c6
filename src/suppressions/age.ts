const DAY = 86_400_000;

/** Whole days from one day to another, both `YYYY-MM-DD`; never below 0. */
export function daysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/** The earliest of some days; undefined where there is none. */
export function oldest(days: Iterable<string>): string | undefined {
  let first: string | undefined;
  for (const day of days) if (first === undefined || day < first) first = day;
  return first;
}
