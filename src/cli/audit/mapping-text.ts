import { COLUMNS } from '../../audit/index.ts';
import type { Language } from '../../index.ts';
import { harmlessLine } from '../width.ts';
import { faultText } from './fault-text.ts';
import type { Refusal, Source } from './sources.ts';
import { WORDS } from './words.ts';

/** Which column of which file is taken for what: shown before an audit. Files that are read the same way stand together. */
export function mappingText(sources: readonly Source[], refusals: readonly Refusal[], language: Language): string {
  const words = WORDS[language];
  const together = new Map<string, string[]>();
  for (const source of sources) {
    const text = describe(source, language);
    together.set(text, [...(together.get(text) ?? []), source.name]);
  }
  const lines = [...together].flatMap(([text, names]) => [harmlessLine(nameList(names)), text]);
  for (const { name, error } of refusals) lines.push(`${harmlessLine(name)}: ${words.refused}: ${harmlessLine(faultText(error, language))}`);
  return `${lines.join('\n')}\n`;
}

function describe({ layout, headers, packing }: Source, language: Language): string {
  const words = WORDS[language];
  const encoding = 'encoding' in layout ? `  (${packing.wide ?? layout.encoding})` : '';
  if (layout.kind === 'lines') return `  ${words.plainLines}${encoding}`;
  const used = new Map<string, string>();
  for (const column of COLUMNS) {
    const place = layout.columns[column];
    if (place !== undefined) used.set(column, typeof place === 'number' ? (headers[place] ?? String(place + 1)) : place.join('.'));
  }
  const mapped = [...used].map(([column, header]) => `${column}=${header}`).join(', ');
  const unused = headers.filter((header) => header !== '' && ![...used.values()].includes(header));
  const rest = unused.length === 0 ? [] : [`  ${words.notUsed}: ${unused.slice(0, 20).join(', ')}${unused.length > 20 ? ' …' : ''}`];
  return [`  ${mapped}${encoding}`, ...rest].map(harmlessLine).map((line) => `  ${line.trim()}`).join('\n');
}

function nameList(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} … ${names[names.length - 1]} (${names.length})`;
}
