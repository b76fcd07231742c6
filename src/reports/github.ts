import type { Severity } from '../types.ts';
import { visible } from './characters.ts';
import { describePlace, regionOf } from './place.ts';
import type { CheckedReply, Place, Renderer } from './result.ts';

const COMMAND: Readonly<Record<Severity, string>> = { block: 'error', warn: 'warning', info: 'notice' };

/**
 * Workflow commands of GitHub Actions, one line for each finding: annotations in the run and, for files of the repository, beside
 * the line. Suppressed findings are left out. Streams.
 */
export function githubRenderer(): Renderer {
  return {
    begin: () => '',
    checked: (item) =>
      item.report.findings
        .map((finding, index) => {
          if (item.suppressed?.[index]) return '';
          const { rule, category, severity, text, message, advice } = finding;
          const words = text === '' ? '' : `\n“${text}”`;
          const place = item.file === false || item.id !== undefined ? `\n${describePlace(item)}` : '';
          return command(
            COMMAND[severity],
            { ...fileOf(item), ...columnsOf(item, finding), title: `${category} (${rule})` },
            `${message}${words}${advice === '' ? '' : `\n→ ${advice}`}${place}`,
          );
        })
        .join(''),
    failed: (item) => command('error', { ...fileOf(item), title: 'replyguard' }, `${describePlace(item)}: ${item.error}`),
    end: () => '',
  };
}

function fileOf({ source, file, line }: Place): Record<string, string | number> {
  return file === false ? {} : { file: source, line: line ?? 1 };
}

/** GitHub takes columns only where the words are on one line. */
function columnsOf(item: CheckedReply, finding: CheckedReply['report']['findings'][number]): Record<string, number> {
  if (item.file === false) return {};
  const region = regionOf(item, finding);
  if (!('endLine' in region)) return { line: region.startLine };
  if (region.endLine !== region.startLine) return { line: region.startLine, endLine: region.endLine };
  return { line: region.startLine, endLine: region.endLine, col: region.startColumn, endColumn: region.endColumn };
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(visible(String(value)))}`);
  return `::${name} ${list.join(',')}::${data(visible(message))}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
