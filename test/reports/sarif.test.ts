import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGuard } from '../../src/index.ts';
import { sarifRenderer } from '../../src/reports/index.ts';
import type { CheckedReply } from '../../src/reports/index.ts';
import { finding, HOSTILE, hostileReply, render, report, reportOf } from './samples.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Readonly<Record<string, unknown>> } },
  ];
}
interface Run {
  readonly results: readonly Result[];
  readonly columnKind: string;
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly text: string }; readonly shortDescription: { readonly text: string } }[] } };
  readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] }];
  readonly properties?: { readonly omittedResults: number };
}

// The schema is of draft 4, whose `id` and `$schema` ajv 8 does not know; it uses nothing else that differs.
const { id: _id, $schema: _schema, ...schema } = JSON.parse(readFileSync(resolve(import.meta.dirname, 'sarif-2.1.0.schema.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function runOf(text: string): Run {
  const log = JSON.parse(text);
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  return log.runs[0];
}

const bad = '退款24小时内到账';
const item: CheckedReply = { source: '回复/a b.txt', reply: `您好。\n${bad}`, report: reportOf(`您好。\n${bad}`) };

describe('SARIF', () => {
  test('holds to the schema with and without results', () => {
    expect(runOf(render(sarifRenderer(), [])).results).toEqual([]);
    const run = runOf(render(sarifRenderer({ language: 'zh' }), [item], [{ source: 'a.jsonl', line: 3, error: 'line: expected JSON' }]));
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.invocations[0].toolExecutionNotifications[0]?.message.text).toContain('line: expected JSON');
  });

  test('the schema does complain', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' }, locations: [{ physicalLocation: { region: { startLine: 0 } } }] }] }] })).toBe(false);
  });

  test('a result names its rule, its level and its words', () => {
    const { results, tool } = runOf(render(sarifRenderer(), [item]));
    const [result] = results;
    expect(result).toMatchObject({ ruleId: 'timeline/refund-arrival', level: 'error' });
    expect(tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe('timeline/refund-arrival');
    const { artifactLocation, region } = result!.locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe('%E5%9B%9E%E5%A4%8D/a%20b.txt');
    const { start, end, text } = item.report.findings[0]!;
    expect(region).toEqual({ startLine: 2, startColumn: start - 3, endLine: 2, endColumn: end - 3, snippet: { text } });
  });

  test('every rule of the library is described, in both languages, with help and without open slots', () => {
    for (const language of ['zh', 'en'] as const) {
      const { rules } = runOf(render(sarifRenderer({ language }), [])).tool.driver;
      expect(rules.length).toBeGreaterThan(40);
      for (const { id, help, shortDescription } of rules) {
        expect(help.text, id).toContain(id);
        expect(shortDescription.text, id).not.toMatch(/[{}]/);
        expect(/\p{Script=Han}/u.test(shortDescription.text), id).toBe(language === 'zh');
      }
    }
  });

  test('rules of the shop and of the learned reader are described too', () => {
    const own = { id: 'cold/own', category: 'cold' as const, status: 'stable' as const, source: { article: 'own', passage: 'x' }, acts: ['a'], message: { zh: '中', en: 'own message' }, advice: { zh: '中', en: 'own advice' } };
    const learned = finding('abc', 0, 1, 'a', { rule: 'learned/cold', category: 'cold', reader: 'learned' });
    const run = runOf(render(sarifRenderer({ rules: [own] }), [{ source: 'a', reply: 'abc', report: report([learned]) }]));
    expect(run.tool.driver.rules.find(({ id }) => id === 'cold/own')?.help.text).toContain('own advice');
    expect(run.tool.driver.rules[run.results[0]!.ruleIndex]?.id).toBe('learned/cold');
  });

  test('fingerprints survive shifted lines and edits around, and tell equal findings apart', () => {
    const names = (reply: string): string[] =>
      runOf(render(sarifRenderer(), [{ source: 'a.txt', reply, report: createGuard().check(reply) }])).results.map(
        ({ partialFingerprints }) => partialFingerprints['replyguard/v1']!,
      );
    const before = names(`${bad}。`);
    expect(before).toHaveLength(1);
    expect(names(`您好，在的。\n\n请稍等。${bad}。`)).toEqual(before);
    const two = runOf(render(sarifRenderer(), [item, item])).results.map(({ partialFingerprints }) => partialFingerprints['replyguard/v1']);
    expect(new Set(two).size).toBe(two.length);
  });

  test('suppressions are given, and empty for the others, where a suppressions file is in use', () => {
    const reply = 'abcdef';
    const two = report([finding(reply, 0, 1), finding(reply, 2, 3)]);
    const { results } = runOf(render(sarifRenderer(), [{ source: 'a', reply, report: two, suppressed: [{ since: '2026-02-03' }, undefined] }]));
    expect(results.map(({ suppressions }) => suppressions?.length)).toEqual([1, 0]);
    expect(results[0]?.suppressions?.[0]).toMatchObject({ kind: 'external', justification: 'in the suppressions file since 2026-02-03' });
    expect(runOf(render(sarifRenderer(), [item])).results[0]?.suppressions).toBeUndefined();
  });

  test('beyond the bound results are counted', () => {
    const run = runOf(render(sarifRenderer({ maxFindings: 1 }), [item, item, item]));
    expect(run.results).toHaveLength(1);
    expect(run.properties?.omittedResults).toBe(2);
  });

  test.each(HOSTILE)('%j keeps it valid, with no column 0', (text) => {
    const run = runOf(render(sarifRenderer(), [hostileReply(text)], [{ source: text, line: 1, error: text }]));
    for (const { locations, message } of run.results) {
      const { region } = locations[0].physicalLocation;
      for (const value of Object.values(region)) if (typeof value === 'number') expect(value).toBeGreaterThan(0);
      expect(message.text).not.toMatch(/(?<!\{)\{\d+\}/);
    }
  });

  test('any text keeps it valid', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => void runOf(render(sarifRenderer(), [hostileReply(text)]))), { numRuns: 15 });
  });
});
