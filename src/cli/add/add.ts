import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { CATEGORIES } from '../../index.ts';
import type { Category, Language } from '../../index.ts';
import { contextOf, judge, parseFixtures } from '../../testing/index.ts';
import type { Fixture } from '../../testing/index.ts';
import { ask, confirm } from '../ask.ts';
import { UsageError } from '../failure.ts';
import type { Context, ReaderChoice } from '../guards.ts';
import { schemasFrom } from '../init/init.ts';
import type { Terminal } from '../io.ts';
import type { Shop } from '../shop.ts';
import { fixtureGuards } from '../test/guards.ts';
import { failure } from '../test/pretty.ts';
import { fixturesIn, policyOfShop } from '../test/test.ts';
import { withEntry } from './entry.ts';
import type { NewEntry } from './entry.ts';

/** What `replyguard add` was asked to do. */
export interface AddOptions {
  readonly shop: Shop;
  readonly reply: string;
  /** What it must get; empty: nothing; `undefined`: to be asked. */
  readonly labels: readonly Category[] | undefined;
  readonly mark: string | undefined;
  readonly why: string | undefined;
  readonly gap: string | undefined;
  readonly id: string | undefined;
  /** File to write to, from the current folder. Default: the file of the first label in the shop's fixtures. */
  readonly to: string | undefined;
  readonly context: Context;
  readonly reader: ReaderChoice;
  readonly language: Language;
  /** Do not ask before writing. */
  readonly yes: boolean;
}

/**
 * Adds a fixture: shows what the reply gets now, and writes it.
 *
 * @throws UsageError for what cannot be a fixture: the same reply in the same context, words that do not stand in it.
 */
export async function addFixture(options: AddOptions, terminal: Terminal): Promise<void> {
  const { reply, language, shop } = options;
  const { stdout, colour, cwd } = terminal;
  const zh = language === 'zh';
  const labels = options.labels ?? (await askLabels(language, terminal));
  const category = labels[0] ?? 'clean';
  const file = options.to ?? fileFor(category, shop, cwd);
  const existing = [...new Map([...fixturesIn(shop, cwd, language), ...(existsSync(resolve(cwd, file)) ? read(file, await readFile(resolve(cwd, file), 'utf8'), options) : [])].map((one) => [one.id, one])).values()];
  const entry = entryOf(options, labels, options.id ?? nextId(category, existing));
  const before = existsSync(resolve(cwd, file)) ? await readFile(resolve(cwd, file), 'utf8') : '';
  const after = withEntry(before === '' ? header(resolve(cwd, file), language) : before, entry, file.endsWith('.jsonl'));
  const fixture = read(file, after, options).find(({ id }) => id === entry.id);
  if (fixture === undefined) throw new UsageError(zh ? `写不进 ${file}` : `cannot be written to ${file}`);
  refuseTwice(fixture, existing, zh);

  const guards = await fixtureGuards(options.reader, shop.extension);
  const guard = guards.of(fixture.policy);
  const outcome = judge(fixture, guard.check(reply, contextOf(fixture)));
  const passes = outcome.differences.length === 0;
  if (passes) stdout.write(`✓ ${zh ? '现在就得到' : 'gets now'}: ${outcome.got.join(', ') || (zh ? '无' : 'nothing')}\n`);
  else stdout.write(failure(outcome, guard.explain(reply, contextOf(fixture)), { language, colour }));
  if (terminal.stdinIsTerminal && !options.yes && !(await confirm(zh ? `写入 ${file}？(y/N) ` : `Write to ${file}? (y/N) `))) return;
  await mkdir(dirname(resolve(cwd, file)), { recursive: true });
  await writeFile(resolve(cwd, file), after);
  stdout.write(`+ ${fixture.id}  ${file}:${fixture.line}\n`);
  if (!passes && fixture.knownGap === undefined) {
    stdout.write(zh ? '  这条样例现在通不过：replyguard test 会失败，直到改好；也可以记为已知不足：--known-gap 原因\n' : '  It fails for now, and so will replyguard test; or enter it as a known gap: --known-gap REASON\n');
  }
}

function entryOf({ reply, mark, why, gap, context }: AddOptions, labels: readonly Category[], id: string): NewEntry {
  const [only] = labels;
  return {
    id,
    reply,
    ...(labels.length === 0 ? { good: true } : { labels }),
    ...(mark === undefined || only === undefined ? {} : { mark: labels.length === 1 ? mark : { [only]: mark } }),
    ...(Object.keys(context).length === 0 ? {} : { context: { ...context } }),
    ...(why === undefined ? {} : { why }),
    ...(gap === undefined ? {} : { 'known-gap': gap }),
  };
}

function read(file: string, text: string, { shop, language }: AddOptions): readonly Fixture[] {
  const policy = policyOfShop(shop);
  const { fixtures, problems } = parseFixtures(text, file, { language, ...(policy === undefined ? {} : { policy }) });
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(`${problem.file}:${problem.line}:${problem.column} ${problem.message}`);
  return fixtures;
}

/** The file of a category among the shop's fixtures; where those are a file, that one. */
function fileFor(category: string, { folder, file, fixtures }: Shop, cwd: string): string {
  const [first = 'fixtures'] = fixtures;
  if (file === undefined && !existsSync(resolve(folder, first))) {
    throw new UsageError('no shop folder here / 这里没有店铺文件夹：replyguard init, or --to FILE');
  }
  const path = /\.(ya?ml|jsonl)$/.test(first) ? first : `${first.replace(/\/\*.*$/, '')}/${category}.yml`;
  return relative(cwd, resolve(folder, path)).replaceAll('\\', '/');
}

function header(path: string, language: Language): string {
  if (path.endsWith('.jsonl')) return '';
  const comment = language === 'zh' ? '样例：一条回复，和它应该得到的结果。' : 'Replies, and what they must get.';
  return `# yaml-language-server: $schema=${schemasFrom(dirname(path))}/fixtures.schema.json\n# ${comment}\n\n`;
}

function nextId(category: string, existing: readonly Fixture[]): string {
  const taken = new Set(existing.map(({ id }) => id));
  let number = 1;
  const name = (): string => `${category}-${String(number).padStart(3, '0')}`;
  while (taken.has(name())) number++;
  return name();
}

function refuseTwice(fixture: Fixture, existing: readonly Fixture[], zh: boolean): void {
  for (const other of existing) {
    const sameReply = other.reply.trim() === fixture.reply.trim() && JSON.stringify(other.context) === JSON.stringify(fixture.context);
    if (!sameReply && other.id !== fixture.id) continue;
    const place = `${other.id} (${other.file}:${other.line})`;
    throw new UsageError(sameReply ? (zh ? `这条回复已经有了：${place}` : `the same reply is there already: ${place}`) : zh ? `编号已经用过：${place}` : `the id is taken: ${place}`);
  }
}

async function askLabels(language: Language, { stdinIsTerminal, stdout }: Terminal): Promise<readonly Category[]> {
  const zh = language === 'zh';
  if (!stdinIsTerminal) throw new UsageError(zh ? '要写明期望：--good，或 --label 类别' : 'say what it must get: --good, or --label CATEGORY');
  stdout.write(`${CATEGORIES.map((category, index) => `${String(index + 1).padStart(3)} ${category}`).join('\n')}\n`);
  for (;;) {
    const answer = await ask(zh ? '应报哪些类别？（编号或名字，用空格分开；好回复写 good） ' : 'What must it get? (numbers or names; good for a good reply) ');
    if (answer === 'good') return [];
    if (answer === '') throw new UsageError(zh ? '没有写期望，什么都没有改' : 'nothing was said; nothing was changed');
    const labels = answer.split(/[\s,，]+/).map((word) => CATEGORIES[Number(word) - 1] ?? CATEGORIES.find((name) => name === word));
    const known = labels.filter((label) => label !== undefined);
    if (known.length === labels.length) return known;
  }
}
