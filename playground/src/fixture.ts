import { stringify } from 'yaml';
import type { Category, Context, PolicyInput, PolicyName, Report } from '../../src/index.ts';
import { languageOf } from '../../src/testing/fixture.ts';

/** What a fixture is made of. */
export interface FixtureParts {
  readonly id: string;
  readonly reply: string;
  readonly context: Context;
  readonly policy: PolicyName | PolicyInput;
  readonly report: Report;
  /** What the reply must get; null: what it gets now. */
  readonly wanted: readonly Category[] | null;
}

/** The categories of a report that count as labels, each once, in the order of their first finding. */
export function labelsOf({ findings }: Report): Category[] {
  return [...new Set(findings.filter(({ severity }) => severity !== 'info').map(({ category }) => category))];
}

/** The reply as an entry of a fixture file (`fixtures/*.yml`). */
export function fixtureYaml({ id, reply, context, policy, report, wanted }: FixtureParts): string {
  const labels = wanted ?? labelsOf(report);
  const usualPolicy = languageOf(reply) === 'en' ? 'us-store' : 'default';
  const mark = markOf(labels, report);
  const entry = {
    id,
    reply,
    ...(labels.length === 0 ? { good: true } : { labels: [...labels] }),
    ...(Object.keys(context).length === 0 ? {} : { context }),
    ...(policy === usualPolicy ? {} : { policy }),
    ...(mark === undefined ? {} : { mark }),
  };
  return stringify([entry], { lineWidth: 0 });
}

/** The words that are marked now, of those labels that are found: words for one label, words by label for several. */
function markOf(labels: readonly Category[], { findings }: Report): string | Record<string, string> | undefined {
  const words = labels.flatMap((label) => {
    const own = findings.filter(({ category, severity, text }) => category === label && severity !== 'info' && text !== '');
    return own.length === 1 ? [[label, own[0]!.text] as const] : [];
  });
  if (words.length === 0) return undefined;
  return labels.length === 1 ? words[0]![1] : Object.fromEntries(words);
}
