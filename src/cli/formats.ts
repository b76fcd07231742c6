import type { Extension, Language } from '../index.ts';
import type { CheckedReply, FailedReply, Renderer } from '../reports/index.ts';
import type { FAIL_ON } from './check.ts';
import { idText } from './identity.ts';
import type { CheckedItem, FailedItem, Format } from './item.ts';
import { jsonFormat } from './json.ts';
import { jsonlFormat } from './jsonl.ts';
import { prettyFormat } from './pretty.ts';

/** What `--format` takes. */
export const FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'csv', 'html'] as const;

/** How results are printed. */
export interface FormatOptions {
  readonly format: (typeof FORMATS)[number];
  readonly colour: boolean;
  /** Language of headings. */
  readonly language: Language;
  /** A line under the title of a page. */
  readonly subtitle: string;
  readonly extension: Extension;
  readonly failOn: (typeof FAIL_ON)[number];
  readonly maxFindings: number;
  readonly byteOrderMark: boolean;
}

/** The format that was asked for; reports are loaded only for it. */
export async function formatOf(options: FormatOptions): Promise<Format> {
  const { format, colour, failOn, ...shared } = options;
  if (format === 'pretty') return prettyFormat({ colour });
  if (format === 'json') return jsonFormat();
  if (format === 'jsonl') return jsonlFormat;
  const reports = await import('../reports/index.ts');
  switch (format) {
    case 'sarif':
      return reporting(reports.sarifRenderer({ ...shared, rules: options.extension.rules ?? [] }));
    case 'junit':
      return reporting(reports.junitRenderer({ ...shared, failOn }));
    case 'github':
      return reporting(reports.githubRenderer());
    case 'csv':
      return reporting(reports.csvRenderer(shared));
    case 'html':
      return reporting(reports.htmlRenderer(shared));
  }
}

function reporting(renderer: Renderer): Format {
  return {
    begin: () => renderer.begin(),
    checked: (item) => renderer.checked(replyOf(item)),
    failed: (item) => renderer.failed(failureOf(item)),
    end: () => renderer.end(),
  };
}

function replyOf({ identity, suppression, explanation: _, ...item }: CheckedItem): CheckedReply {
  const reply = { ...item, id: idText(identity) };
  return suppression === undefined ? reply : { ...reply, report: suppression.whole, suppressed: suppression.covered };
}

function failureOf({ identity, ...item }: FailedItem): FailedReply {
  return { ...item, id: idText(identity) };
}
