import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { checkToolCall, toolCallFeedback } from '../../src/adapters/tool-calls/index.ts';
import { compose, decide, ISSUES, VERIFICATIONS } from '../../src/decision/index.ts';
import type { Case } from '../../src/decision/index.ts';
import { rules } from '../../src/generated/rules.ts';
import { createGuard, feedback } from '../../src/index.ts';
import { readRules } from '../../scripts/rule-data.ts';

/** A half-width mark beside a Chinese character. One before a space belongs to YAML, to code or to a list of words. */
const HALF_WIDTH = /\p{Script=Han}[,:;?!](?! )|[,:;?!]\p{Script=Han}/u;
/** The same with nothing let pass, for what is written in Chinese alone. */
const STRICT = /\p{Script=Han}[,:;?!]|[,:;?!]\p{Script=Han}/u;
/** What the engine reads by, not what it says. */
const READ_ONLY = /generated\/(?:acts|common|pack|quantities|text|report-page)/;

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !READ_ONLY.test(name))
    .map((name) => join(folder, name));
}

/** The texts in a source file: strings, and the pieces of templates; no comments, no regular expressions. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return texts;
}

/** A page without what it quotes as code: replies as somebody typed them, files. */
function proseOf(page: string): string {
  return page.replaceAll(/^```(?!ts).*?^```/gmsu, '').replaceAll(/`[^`\n]*`/g, '');
}

describe('Chinese that the library says has full-width marks', () => {
  it.each([...filesIn('src', /\.ts$/), ...filesIn('playground/src', /\.ts$/)].map((file) => ({ file, texts: textsIn(file) })).filter(({ texts }) => texts.some((text) => /\p{Script=Han}/u.test(text))))(
    'in $file',
    ({ texts }) => expect(texts.filter((text) => HALF_WIDTH.test(text))).toEqual([]),
  );

  it.each(['README.zh-CN.md', ...filesIn('docs', /(?:zh-CN\.md|^rules\/zh\/.*\.md)$/)])('in %s', (file) => {
    const page = file.startsWith('README') ? readFileSync(file, 'utf8') : proseOf(readFileSync(file, 'utf8'));
    expect(page.split('\n').filter((line) => HALF_WIDTH.test(line))).toEqual([]);
  });

  it('in the messages of the rules', () => {
    const texts = rules.flatMap(({ message, advice, source }) => [message.zh, advice.zh, source.passage]);
    expect(texts.filter((text) => STRICT.test(text))).toEqual([]);
  });
});

describe('Chinese that the library composes has full-width marks', () => {
  const cases = ISSUES.flatMap((issue) =>
    VERIFICATIONS.flatMap((verification) =>
      [0, 300, undefined].flatMap((amount) =>
        (['frontline', 'senior', 'supervisor'] as const).map((tier): Case => ({ issue, paid: 89, verification, tier, ...(amount ? { ask: { remedy: 'compensation', amount } } : { bulky: amount === 0 }) })),
      ),
    ),
  );

  it('in replies', () => {
    const replies = cases.flatMap((given, at) =>
      (['letter', 'chat'] as const).flatMap((register) =>
        (['private', 'public'] as const).map((channel) => compose(decide(given), { issue: given.issue, register, channel, seed: at, ...(at % 2 === 0 ? { customerName: '王女士' } : {}) })),
      ),
    );
    expect(replies.length).toBeGreaterThan(1000);
    expect(replies.filter((reply) => STRICT.test(reply))).toEqual([]);
  });

  it('in what a check says, in feedback and in mended replies', () => {
    const guard = createGuard();
    const bad = readRules()
      .flatMap(({ examples }) => examples.bad)
      .filter(({ reply, policy = 'default' }) => policy === 'default' && /\p{Script=Han}/u.test(reply));
    expect(bad.length).toBeGreaterThan(60);
    const said = bad.flatMap(({ reply, context }) => {
      const report = guard.check(reply, context);
      const { reply: mended, unfixed = '' } = guard.fix(reply, context);
      return [...report.findings.flatMap(({ message, advice }) => [message, advice]), feedback(report, 'zh', guard.policy), mended, unfixed];
    });
    expect(said.filter((text) => STRICT.test(text))).toEqual([]);
  });

  it('in what is put into a reply with half-width marks', () => {
    const [change] = createGuard().fix('亲,退款24小时内到账,请留意短信').changes;
    expect(change?.after.text).toBe('退款通常需要3-5个工作日到账，具体以银行处理为准');
  });

  it('in what is said of a tool call', () => {
    const tools = { pay: { amounts: [{ field: 'amount', kind: 'refund' }, { field: 'coupon', kind: 'coupon', optional: true }] } } as const;
    const call = (arguments_: unknown): string => toolCallFeedback(checkToolCall(createGuard(), { name: 'pay', arguments: arguments_ }, { tools, context: { paid: 10 } }).findings);
    for (const given of [{ amount: 20, coupon: 50 }, {}, { amount: 'none' }, 7, { amount: { currency: 'USD' } }]) expect(call(given)).not.toMatch(STRICT);
  });
});
