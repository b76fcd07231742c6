import { suppressedCount } from './jsonl.ts';
import type { CheckedItem, FailedItem, Format } from './item.ts';

/** One JSON array for the whole run: each reply's source, line and id, then its report as the library gives it. */
export function jsonFormat(): Format {
  let separator = '\n';
  const element = (item: CheckedItem | FailedItem, rest: object): string => {
    const place = { source: item.source, ...(item.line === undefined ? {} : { line: item.line }) };
    const id = item.identity === undefined ? '' : `,"id":${item.identity}`;
    const text = `${separator}${JSON.stringify(place).slice(0, -1)}${id},${JSON.stringify(rest).slice(1)}`;
    separator = ',\n';
    return text;
  };
  return {
    begin: () => '[',
    checked: (item) =>
      element(item, {
        ...item.report,
        ...suppressedCount(item.suppression),
        ...(item.explanation === undefined ? {} : { explanation: item.explanation }),
      }),
    failed: (item) => element(item, { error: item.error }),
    end: () => '\n]\n',
  };
}
