import { describe, expect, test } from 'vitest';
import { visible, visibleLine } from '../../src/reports/characters.ts';
import { FindingNames, fingerprint } from '../../src/reports/fingerprint.ts';
import { contentOf, describePlace, regionOf, uriOf } from '../../src/reports/place.ts';
import { rawString } from '../../src/cli/identity.ts';
import { report } from './samples.ts';

const at = (reply: string, start: number, end: number, more: object = {}): unknown =>
  regionOf({ source: 'a', reply, report: report([]), ...more }, { start, end });

describe('regions', () => {
  test('count lines and columns from 1, in UTF-16 units, the end exclusive', () => {
    expect(at('abc', 0, 3)).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 });
    expect(at('😀b\nc退款', 4, 7)).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 });
    expect(at('😀b\nc退款', 0, 5)).toEqual({ startLine: 1, startColumn: 1, endLine: 2, endColumn: 2 });
  });
  test('a finding of absence has no width and no column 0', () => {
    expect(at('abc', 0, 0)).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
    expect(at('', 0, 0)).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
  });
  test('CR LF ends one line', () => {
    expect(at('a\r\nb', 3, 4)).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 2 });
  });
  test('a reply on a line of its own counts from that line', () => {
    expect(at('abc', 1, 2, { line: 7 })).toEqual({ startLine: 7, startColumn: 2, endLine: 7, endColumn: 3 });
  });
  test('in another form only the line is known', () => {
    expect(at('a\nb', 2, 3, { line: 7, verbatim: false })).toEqual({ startLine: 7 });
  });
  test('inside JSON they are those of the line, whatever its escapes', () => {
    const reply = 'a"\n😀退款\\b';
    const forms = [JSON.stringify(reply), '"a\\u0022\\u000a\\ud83d\\ude00\\u9000\\u6b3e\\\\b"'];
    for (const form of forms) {
      const line = `{"x":{"reply":"no"}, "y":"reply", "reply" : "old", "reply" : ${form} }`;
      expect(JSON.parse(line).reply).toBe(reply);
      const item = { source: 'a', reply, report: report([]), line: 7, verbatim: false, escaped: rawString(line, 'reply') };
      for (let start = 0; start < reply.length; start += 1) {
        const region = regionOf(item, { start, end: reply.length });
        if (!('endColumn' in region)) throw new Error('no columns');
        expect(JSON.parse(`"${line.slice(region.startColumn - 1, region.endColumn - 1)}"`)).toBe(reply.slice(start));
        expect(contentOf(item, { start, end: reply.length })).toBe(line.slice(region.startColumn - 1, region.endColumn - 1));
        expect(region).toMatchObject({ startLine: 7, endLine: 7 });
      }
    }
  });
});

test.each([
  ['replies/a b.txt', 'replies/a%20b.txt'],
  ['回复/退款#1?.txt', '%E5%9B%9E%E5%A4%8D/%E9%80%80%E6%AC%BE%231%3F.txt'],
  ['replies\\a.txt', 'replies/a.txt'],
  ['/tmp/a:b.txt', 'file:///tmp/a%3Ab.txt'],
  ['C:\\x\\a.txt', 'file:///C:/x/a.txt'],
  ['a:b.txt', 'a%3Ab.txt'],
  ['\ud800.txt', '%EF%BF%BD.txt'],
])('the path %j as a URI', (path, uri) => {
  expect(uriOf(path)).toBe(uri);
});

test('places in words', () => {
  expect(describePlace({ source: 'a.jsonl', line: 3, id: 'x' })).toBe('a.jsonl:3 (x)');
  expect(describePlace({ source: 'a.txt' })).toBe('a.txt');
});

describe('visible text', () => {
  test('direction, zero-width and control characters are shown as their codes', () => {
    expect(visible('a\u202eb\u200b\u001b[0m\u0000')).toBe('a⟨U+202E⟩b⟨U+200B⟩⟨U+001B⟩[0m⟨U+0000⟩');
  });
  test('line breaks, emoji and other scripts stay', () => {
    expect(visible('你好\r\n👩‍👧 \tשלום')).toBe('你好\n👩‍👧 \tשלום');
    expect(visibleLine('a\nb\tc')).toBe('a b c');
  });
  test('half a pair becomes the replacement character', () => {
    expect(visible('\ud83d x')).toBe('\ufffd x');
  });
});

describe('fingerprints', () => {
  test('stay the same from version to version', () => {
    expect(fingerprint('timeline/refund-arrival', '', '24小时内到账')).toBe(fingerprint('timeline/refund-arrival', '', '24小时内到账'));
    expect(fingerprint('a', 'b')).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint('退款')).toBe('63d1d6cd6656bd78');
  });
  test('tell apart where one text ends and the next begins', () => {
    expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
  });
  test('differ for 20,000 similar texts', () => {
    const seen = new Set<string>();
    for (let count = 0; count < 20_000; count += 1) seen.add(fingerprint('rule', String(count), `第${count}条`));
    expect(seen.size).toBe(20_000);
  });
  test('equal findings are numbered, each source by itself', () => {
    const names = new FindingNames();
    const first = names.next('a', undefined, 'r', 'w');
    expect(names.next('a', undefined, 'r', 'w')).toBe(first.replace(/:1$/, ':2'));
    expect(names.next('b', undefined, 'r', 'w')).toBe(first);
  });
});
