import type { Report } from '../../report.ts';
import type { Protected } from '../../stream/outcome.ts';

/** What an adapter leaves beside a reply, where customers may come to see it: what became of the reply, and none of its unsent words. */
export interface Notice extends Pick<Protected, 'outcome' | 'attempts' | 'error'> {
  /** What was found, where the reply was sent as it came. */
  readonly report?: Report;
  /** The rules that were broken, where it was not. */
  readonly rules?: readonly string[];
}

/** The notice of a result. */
export function noticeOf({ outcome, attempts, error, report }: Protected): Notice {
  const sent = outcome === 'passed' || outcome === 'reported';
  return {
    outcome,
    attempts,
    ...(error === undefined ? {} : { error }),
    ...(report === null ? {} : sent ? { report } : { rules: rulesOf(report) }),
  };
}

/** The rules of the findings, each once. */
export function rulesOf({ findings }: Report): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}
