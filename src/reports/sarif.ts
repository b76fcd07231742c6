import type { Finding } from '../report.ts';
import type { Severity } from '../types.ts';
import { OVER_PROMISES } from '../types.ts';
import { VERSION } from '../version.ts';
import { FindingNames } from './fingerprint.ts';
import { contentOf, describePlace, regionOf, uriOf } from './place.ts';
import { MAX_FINDINGS } from './result.ts';
import type { CheckedReply, FailedReply, Place, Renderer, RenderOptions } from './result.ts';
import { ruleTextOf, ruleTexts } from './rules.ts';
import type { RuleText } from './rules.ts';

const LEVEL: Readonly<Record<Severity, string>> = { block: 'error', warn: 'warning', info: 'note' };
/** Name of the fingerprint; the number changes if the way it is made does. */
const FINGERPRINT = 'replyguard/v1';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0: one run with every rule and its help, a result for each finding, a notification for each reply that could not be
 * checked. Written at the end; findings beyond `maxFindings` are counted in the run's `properties.omittedResults`.
 */
export function sarifRenderer({ language = 'en', rules = [], maxFindings = MAX_FINDINGS }: RenderOptions = {}): Renderer {
  const catalogue = ruleTexts(language, rules);
  const indexes = new Map(catalogue.map(({ id }, index) => [id, index]));
  const names = new FindingNames();
  const results: object[] = [];
  const notifications: object[] = [];
  let omitted = 0;

  const indexOf = (finding: Finding): number => {
    const known = indexes.get(finding.rule);
    if (known !== undefined) return known;
    indexes.set(finding.rule, catalogue.length);
    return catalogue.push(ruleTextOf(finding)) - 1;
  };

  return {
    begin: () => '',
    checked(item) {
      item.report.findings.forEach((finding, index) => {
        if (results.length >= maxFindings) omitted += 1;
        else results.push(resultOf(item, index, indexOf(finding), names));
      });
      return '';
    },
    failed(item) {
      if (notifications.length >= maxFindings) omitted += 1;
      else notifications.push(notificationOf(item));
      return '';
    },
    end() {
      const run = {
        tool: {
          driver: {
            name: 'replyguard',
            version: VERSION,
            semanticVersion: VERSION,
            language: language === 'zh' ? 'zh-CN' : 'en-US',
            rules: catalogue.map(descriptorOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
        results,
        ...(omitted === 0 ? {} : { properties: { omittedResults: omitted } }),
      };
      return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
    },
  };
}

function resultOf(item: CheckedReply, index: number, ruleIndex: number, names: FindingNames): object {
  const finding = item.report.findings[index]!;
  const name = names.next(item.source, item.id, finding.rule, finding.text);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVEL[finding.severity],
    message: { text: messageText([finding.message, quoted(finding.text), finding.advice]) },
    locations: [locationOf(item, regionWithWords(item, finding))],
    // The second name is the one that GitHub compares.
    partialFingerprints: { [FINGERPRINT]: name, primaryLocationLineHash: name },
    ...(item.suppressed === undefined ? {} : { suppressions: suppressionsOf(item, index) }),
    properties: {
      category: finding.category,
      reader: finding.reader,
      source: finding.source,
      start: finding.start,
      end: finding.end,
      ...(item.agent === undefined ? {} : { agent: item.agent }),
      ...(item.product === undefined ? {} : { product: item.product }),
      ...(item.day === undefined ? {} : { day: item.day }),
    },
  };
}

/** Where a suppressions file is in use, results without a suppression say so by an empty list, as SARIF wants it. */
function suppressionsOf({ suppressed }: CheckedReply, index: number): object[] {
  const entry = suppressed?.[index];
  if (entry === undefined) return [];
  return [{ kind: 'external', status: 'accepted', justification: `in the suppressions file since ${entry.since}` }];
}

function regionWithWords(item: CheckedReply, finding: Finding): object {
  const content = contentOf(item, finding);
  return { ...regionOf(item, finding), ...(content === undefined || content === '' ? {} : { snippet: { text: content } }) };
}

function quoted(words: string): string {
  return words === '' ? '' : `“${words}”`;
}

function locationOf(place: Place, region: object | undefined): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(place.source) },
      ...(region === undefined ? {} : { region }),
    },
    ...(place.id === undefined ? {} : { logicalLocations: [{ name: place.id, fullyQualifiedName: describePlace(place) }] }),
  };
}

function notificationOf(item: FailedReply): object {
  return {
    level: 'error',
    message: { text: messageText([`could not be checked: ${item.error}`]) },
    locations: [locationOf(item, item.line === undefined ? undefined : { startLine: item.line })],
  };
}

function descriptorOf({ id, category, severity, message, advice, source }: RuleText): object {
  const kind = OVER_PROMISES.some((promise) => promise === category) ? 'over-promise' : 'conduct';
  return {
    id,
    shortDescription: { text: messageText([message]) },
    fullDescription: { text: messageText([message, advice]) },
    help: {
      text: messageText([message, advice, source, `off: ["${id}"]`]),
      markdown: messageText([`**${message}**`, ...(advice === '' ? [] : [`→ ${advice}`]), source, `\`"off": ["${id}"]\``]),
    },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [category, kind], category },
  };
}

/** Lines that are not empty, as one message; `{0}` would be a placeholder there and is written `{{0}}`. */
function messageText(lines: readonly string[]): string {
  const text = lines.filter((line) => line !== '').join('\n\n');
  return text.replace(/\{(\d+)\}/g, '{{$1}}');
}
