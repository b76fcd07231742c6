import type { Finding } from '../report.ts';
import type { Severity } from '../types.ts';
import { visible, visibleLine } from './characters.ts';
import { describePlace } from './place.ts';
import { MAX_FINDINGS } from './result.ts';
import type { CheckedReply, Place, Renderer, RenderOptions } from './result.ts';
import { xmlAttribute, xmlText } from './xml.ts';

/** What the JUnit report takes. */
export interface JunitOptions extends Pick<RenderOptions, 'maxFindings'> {
  /** Lowest severity that makes a test case fail; `never`: none does. Default: `warn`. */
  readonly failOn?: Severity | 'never';
}

const RANK: Readonly<Record<Severity | 'never', number>> = { info: 0, warn: 1, block: 2, never: 3 };

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

/** A source: its test cases as text. */
interface Suite extends Counts {
  readonly cases: string[];
  /** Replies beyond the bound. */
  omitted: number;
}

/**
 * JUnit XML: a suite for each source, a test case for each reply. A reply fails with its findings at or above `failOn`, those below
 * stand in `system-out`; one whose findings are all suppressed is skipped. Of clean and of failed replies at most `maxFindings` are
 * listed each; the suite says how many were left out.
 */
export function junitRenderer({ failOn = 'warn', maxFindings = MAX_FINDINGS }: JunitOptions = {}): Renderer {
  const suites = new Map<string, Suite>();
  const listed = { clean: 0, failed: 0 };
  const suiteOf = (source: string): Suite => {
    const known = suites.get(source);
    const suite = known ?? { tests: 0, failures: 0, errors: 0, skipped: 0, cases: [], omitted: 0 };
    if (known === undefined) suites.set(source, suite);
    return suite;
  };
  const add = (place: Place, kind: 'clean' | 'failures' | 'errors' | 'skipped', content: string): void => {
    const suite = suiteOf(place.source);
    const bound = kind === 'clean' || kind === 'skipped' ? 'clean' : 'failed';
    if (listed[bound] >= maxFindings) {
      suite.omitted += 1;
      return;
    }
    listed[bound] += 1;
    suite.tests += 1;
    if (kind !== 'clean') suite[kind] += 1;
    suite.cases.push(testCase(place, content));
  };
  return {
    begin: () => '',
    checked(item) {
      const open = item.report.findings.filter((_, index) => !item.suppressed?.[index]);
      const failing = open.filter(({ severity }) => RANK[severity] >= RANK[failOn]);
      const rest = open.filter((finding) => !failing.includes(finding));
      const aside = rest.length === 0 ? '' : `<system-out>${xmlText(visible(rest.map(describe).join('\n\n')))}</system-out>`;
      if (failing.length > 0) add(item, 'failures', failure(item, failing) + aside);
      else if (open.length === 0 && item.report.findings.length > 0) add(item, 'skipped', skipped(item));
      else add(item, 'clean', aside);
      return '';
    },
    failed(item) {
      add(item, 'errors', `<error${xmlAttribute('message', visible(item.error))} type="unusable"/>`);
      return '';
    },
    end: () => document([...suites]),
  };
}

function failure(item: CheckedReply, findings: readonly Finding[]): string {
  const { rule, message } = findings[0]!;
  const more = findings.length > 1 ? ` (+${findings.length - 1})` : '';
  const text = `${describePlace(item)}\n${item.reply}\n\n${findings.map(describe).join('\n\n')}`;
  return `<failure${xmlAttribute('message', `${visible(message)}${more}`)}${xmlAttribute('type', rule)}>${xmlText(visible(text))}</failure>`;
}

function skipped({ suppressed = [] }: CheckedReply): string {
  const days = suppressed.flatMap((entry) => (entry === undefined ? [] : [entry.since])).sort();
  return `<skipped${xmlAttribute('message', `${days.length} suppressed since ${days[0] ?? ''}`)}/>`;
}

function describe({ severity, rule, text, message, advice }: Finding): string {
  const words = text === '' ? '' : ` “${text}”`;
  return `${severity} ${rule}${words}\n${message}${advice === '' ? '' : `\n→ ${advice}`}`;
}

function testCase(place: Place, content: string): string {
  const { source, file, line, id } = place;
  const name = [...(id === undefined ? [] : [id]), ...(line === undefined ? [] : [`line ${line}`])].join(', ');
  const where = file === false ? '' : xmlAttribute('file', source) + xmlAttribute('line', line);
  const head = `<testcase${xmlAttribute('classname', visibleLine(source))}${xmlAttribute('name', visibleLine(name === '' ? source : name))}${where}`;
  return `    ${head}${content === '' ? '/>' : `>${content}</testcase>`}\n`;
}

function document(suites: readonly (readonly [string, Suite])[]): string {
  const total: Counts = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  let body = '';
  for (const [name, suite] of suites) {
    for (const key of ['tests', 'failures', 'errors', 'skipped'] as const) total[key] += suite[key];
    const note = suite.omitted === 0 ? '' : `    <system-out>${suite.omitted} more replies are not listed</system-out>\n`;
    body += `  <testsuite${xmlAttribute('name', visibleLine(name))}${counts(suite)}>\n${suite.cases.join('')}${note}  </testsuite>\n`;
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="replyguard"${counts(total)}>\n${body}</testsuites>\n`;
}

function counts({ tests, failures, errors, skipped: passedOver }: Counts): string {
  return ` tests="${tests}" failures="${failures}" errors="${errors}" skipped="${passedOver}"`;
}
