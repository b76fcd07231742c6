import colors from 'picocolors';
import { coverageOf, mutateShop } from '../../testing/index.ts';
import type { Covered, Fixture, MutationScope, PieceEffect, PieceKind, ShopData } from '../../testing/index.ts';
import { harmlessLine, textWidth } from '../width.ts';
import type { Style } from './pretty.ts';

const SECTIONS = { rules: ['规则', 'rules'], words: ['本店的说法', 'own words'], cues: ['语气', 'cues'], values: ['政策数值', 'policy values'] } as const;

const KINDS: Readonly<Record<PieceKind, readonly [zh: string, en: string]>> = {
  rule: ['规则', 'rules'],
  'rule-part': ['规则的条件和例外', 'conditions and excuses of rules'],
  pattern: ['句式', 'patterns'],
  exception: ['句式的例外', 'exceptions of patterns'],
  policy: ['政策数值', 'policy values'],
  word: ['词语', 'words'],
  cue: ['语气词', 'cues'],
};

/**
 * What the fixtures show and what they never touch: rules, own words, cues and policy values that no bad or no good fixture has.
 * A rule is shown by a bad fixture in which it fires, and by a good one in which something nearly makes it fire.
 */
export function coverageTable(fixtures: readonly Fixture[], shop: ShopData, { language, colour }: Style): string {
  const { bold, dim, yellow } = colors.createColors(colour);
  const at = language === 'zh' ? 0 : 1;
  const coverage = coverageOf(fixtures, shop);
  const lines: string[] = [];
  for (const section of ['rules', 'words', 'cues', 'values'] as const) {
    const rows = coverage[section];
    if (rows.length === 0) continue;
    const full = rows.filter(({ bad, good }) => bad > 0 && good > 0).length;
    const counted = at === 0 ? `${full}/${rows.length} 好坏样例都有` : `${full} of ${rows.length} have bad and good fixtures`;
    lines.push('', `${bold(SECTIONS[section][at])}  ${counted}`);
    const open = rows.filter(({ bad, good }) => bad === 0 || good === 0);
    const some = open.filter(({ bad, good }) => bad + good > 0);
    const width = Math.max(0, ...some.map(({ name }) => textWidth(name)));
    for (const row of some) lines.push(`  ${harmlessLine(row.name)}${' '.repeat(width - textWidth(row.name))}  ${shown(row, at, yellow, dim)}`);
    const never = open.filter(({ bad, good }) => bad + good === 0).map(({ name }) => harmlessLine(name));
    if (never.length > 0) lines.push(`  ${yellow(at === 0 ? '完全没有样例' : 'no fixture at all')}  ${dim(never.join(', '))}`);
  }
  return `${lines.join('\n')}\n`;
}

function shown({ bad, good }: Covered, at: 0 | 1, yellow: (text: string) => string, dim: (text: string) => string): string {
  const count = (number: number, zh: string, en: string): string => {
    const text = at === 0 ? `${zh} ${number}` : `${number} ${en}`;
    return number === 0 ? yellow(text) : dim(text);
  };
  return `${count(bad, '坏样例', 'bad')}  ${count(good, '好样例', 'good')}`;
}

/**
 * Takes each piece of the shop's data away and lists what no fixture notices.
 *
 * @returns the text, and whether everything was noticed
 */
export function mutationTable(
  fixtures: readonly Fixture[],
  shop: ShopData,
  scope: MutationScope,
  { language, colour }: Style,
): { readonly text: string; readonly complete: boolean } {
  const { bold, dim, yellow } = colors.createColors(colour);
  const at = language === 'zh' ? 0 : 1;
  const byKind = new Map<PieceKind, PieceEffect[]>();
  for (const effect of mutateShop(fixtures, shop, scope)) byKind.set(effect.kind, [...(byKind.get(effect.kind) ?? []), effect]);
  const lines: string[] = [];
  let complete = true;
  for (const [kind, effects] of byKind) {
    const open = effects.filter(({ noticedBy }) => noticedBy === undefined);
    complete &&= open.length === 0;
    const noticed = effects.length - open.length;
    const counted = at === 0 ? `${effects.length} 处里有 ${noticed} 处，去掉或改动后样例会失败` : `${noticed} of ${effects.length} are noticed when they are gone or changed`;
    lines.push('', `${bold(KINDS[kind][at])}  ${counted}`);
    for (const { place, piece, touched, changes } of open) {
      const why = kind === 'policy' ? ['没有样例的结果因此改变', 'no fixture gets anything else'] : changes === false ? ['另有同样的词', 'other data says the same'] : touched === 0 ? ['没有样例用到', 'no fixture reads it'] : [`${touched} 条样例用到，结果不变`, `${touched} fixtures read it, and get the same without`];
      lines.push(`  ${yellow('?')} ${place}  ${harmlessLine(piece)}  ${dim(why[at] ?? '')}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, complete };
}
