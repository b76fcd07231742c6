import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replyguard, start } from './run.ts';

let cwd: string;
const file = (name: string): string => join(cwd, name);
const run = (...arguments_: string[]) => replyguard(arguments_, { cwd, env: { LANG: 'zh_CN.UTF-8', LC_ALL: '' } });

beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'replyguard-shop-'));
  await run('init');
});
afterEach(() => rmSync(cwd, { recursive: true }));

describe('init', () => {
  it.each(['zh', 'en'])('makes a folder that passes at once (%s)', async (lang) => {
    await replyguard(['init', 'new', '--lang', lang], { cwd });
    const { status, out } = await replyguard(['test', '--no-color'], { cwd: file('new') });
    expect([status, out]).toEqual([0, lang === 'zh' ? '5 条通过，0 条失败\n' : '5 passed, 0 failed\n']);
  });

  it('overwrites nothing', async () => {
    writeFileSync(file('policy.yml'), 'mine');
    const { status, err } = await run('init');
    expect(status).toBe(2);
    expect(err).toContain('policy.yml');
    expect(readFileSync(file('policy.yml'), 'utf8')).toBe('mine');
  });
});

describe("the shop's file", () => {
  it('gives check the policy and the words, from a folder below too, unless told otherwise', async () => {
    writeFileSync(file('policy.yml'), 'extends: default\ncaps: { coupon: 60 }\n');
    const reply = '已为您发放70元小甜票';
    expect((await run('check', reply)).out).toContain('60元');
    expect((await replyguard(['check', reply], { cwd: file('fixtures') })).status).toBe(1);
    expect((await run('check', '--no-config', '--reader', 'rules', reply)).status).toBe(0);
    expect((await run('check', '--policy', 'us-store', '送您一张55元优惠券')).out).not.toContain('60元');
  });

  it.each([
    ['policy.yml', 'extends: default\ncaps:\n  coupon: viel\n', 'policy.yml:3:11 caps.coupon: 应为不小于 0 的数字，最多两位小数'],
    ['policy.yml', 'extends: [default\n', 'policy.yml:2:1'],
    ['vocabulary.yml', 'synonyms:\n  小甜票: 从没见过的词\n', 'vocabulary.yml:2:8 synonyms.小甜票'],
    ['vocabulary.yml', 'vocabulary: { zh: { cupon: [小甜票] } }\n', 'vocabulary.yml:1:28 vocabulary.zh.cupon: 应为已有的概念名'],
    ['policy.yml', 'extends: default\ncap: 3\n', 'policy.yml:2:6 cap: 没有这个键'],
    ['replyguard.yml', 'policy: policy.yml\nfixture: x\n', 'replyguard.yml:2:10 fixture'],
  ])('says where %s is wrong', async (name, text, place) => {
    writeFileSync(file(name), text);
    const { status, err } = await run('check', '您好');
    expect(status).toBe(2);
    expect(err).toContain(place);
  });
});

describe('test', () => {
  it('shows what differs: the words, the near match, and what excused it', async () => {
    writeFileSync(
      file('fixtures/own.yml'),
      `- id: own-1\n  reply: 退款预计3-5个工作日到账\n  labels: [timeline]\n- id: own-2\n  reply: 退款24小时内到账\n  good: true\n`,
    );
    const { status, out } = await run('test');
    expect(status).toBe(1);
    expect(out).toContain('own-1  fixtures/own.yml:1');
    expect(out).toMatch(/漏报 timeline\n.*timeline\/refund-arrival: 留有余地：“预计”/);
    expect(out).toMatch(/退款24小时内到账\n {2}\^{16}\n/);
    expect(out).toContain('误报 timeline');
    expect(out).toContain('5 条通过，2 条失败');
  });

  it('counts a sentence with many phrases as one, shows the first reply that fails, and names the phrases', async () => {
    writeFileSync(file('fixtures/own.yml'), `- id: own-1\n  reply: 退款{}到账\n  each: [24小时内, 慢慢, 预计3-5个工作日, 今晚就]\n  labels: [timeline]\n`);
    const { status, out } = await run('test', '--reader', 'rules');
    expect(status).toBe(1);
    expect(out).toContain('  退款慢慢到账\n');
    expect(out).toContain('代入：慢慢、预计3-5个工作日\n');
    expect(out).toContain('5 条通过，1 条失败');
    expect(JSON.parse((await run('test', '--reader', 'rules', '--format', 'json')).out)).toMatchObject({
      results: expect.arrayContaining([expect.objectContaining({ id: 'own-1', differences: [{ kind: 'missing', label: 'timeline', phrases: ['慢慢', '预计3-5个工作日'] }] })]),
    });
  });

  it('says file, line, column and what was expected, in the language of the person', async () => {
    writeFileSync(file('fixtures/own.yml'), '- id: own-1\n  reply: 您好\n  lables: [timeline]\n');
    const { status, err } = await run('test');
    expect(status).toBe(2);
    expect(err).toContain('fixtures/own.yml:3:3 没有“lables”这个键');
  });

  it('enters failures as known gaps only when told to, and changes nothing else', async () => {
    const before = '# 注释\n- id: own-1\n  reply: 退款24小时内到账 # 原话\n  good: true\n';
    writeFileSync(file('fixtures/own.yml'), before);
    expect((await run('test', '--update')).status).toBe(2);
    expect(readFileSync(file('fixtures/own.yml'), 'utf8')).toBe(before);
    expect((await run('test', '--update', '--yes')).status).toBe(0);
    const after = readFileSync(file('fixtures/own.yml'), 'utf8');
    expect(after).toBe(before.replace('own-1\n', 'own-1\n  known-gap: 实报 timeline\n'));
    expect((await run('test')).out).toContain('1 条已知不足');
    writeFileSync(file('fixtures/own.yml'), after.replace('good: true', 'labels: [timeline]'));
    expect((await run('test')).status).toBe(1);
    expect((await run('test', '--update', '--yes')).status).toBe(0);
    expect(readFileSync(file('fixtures/own.yml'), 'utf8')).toBe(before.replace('good: true', 'labels: [timeline]'));
  });

  it("tells what no fixture holds to, and runs the library's fixtures with the shop's words", async () => {
    writeFileSync(file('vocabulary.yml'), 'synonyms:\n  小甜票: 优惠券\n  大甜票: 优惠券\n');
    const { out } = await run('test', '--coverage', '--mutate', '--with-library');
    expect(out).toMatch(/本店的说法 {2}1\/2/);
    expect(out).toMatch(/完全没有样例 {2}大甜票/);
    expect(out).toMatch(/词语 {2}2 处里有 1 处/);
    expect(out).toMatch(/\? synonyms {2}大甜票/);
    expect(out).not.toMatch(/\? synonyms {2}小甜票/);
    expect(out).not.toContain('caps.coupon lowered');
    expect(out).toMatch(/自带样例：\d{3} 条仍然通过，0 条/);
  });

  it('runs again when a file changes, and outlives a faulty one', async () => {
    const child = start(['test', '--watch', '--reader', 'rules'], { cwd, env: { LANG: 'zh_CN.UTF-8', LC_ALL: '' } });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    const says = async (words: string): Promise<void> => expect.poll(() => out, { timeout: 10_000 }).toContain(words);
    try {
      await says('5 条通过');
      writeFileSync(file('fixtures/own.yml'), '- id: own-1\n  reply: 您好\n');
      await says('没有写期望结果');
      writeFileSync(file('fixtures/own.yml'), '- id: own-1\n  reply: 您好\n  good: true\n');
      await says('6 条通过');
    } finally {
      child.kill();
    }
  }, 30_000);
});

describe('add', () => {
  it('writes to the file of the category, and leaves what is there as it is', async () => {
    const before = "# 我的\n  - id: timeline-001 # 一\n    reply: '退款今晚到账'\n    labels: [ timeline ]\n";
    writeFileSync(file('fixtures/timeline.yml'), before);
    const { status, out } = await run('add', '补发明天一定到: 放心', '--label', 'timeline', '--why', '快递说了算');
    expect([status, out]).toEqual([0, expect.stringContaining('+ timeline-002  fixtures/timeline.yml:6')]);
    const after = readFileSync(file('fixtures/timeline.yml'), 'utf8');
    expect(after).toBe(`${before}\n  - id: timeline-002\n    reply: "补发明天一定到: 放心"\n    labels: [timeline]\n    why: 快递说了算\n`);
    expect((await run('test')).out).toContain('7 条通过');
  });

  it('shows what a reply gets that is to get something else', async () => {
    const { out } = await run('add', '退款今晚到账', '--good', '--complaint', '--apologized');
    expect(out).toContain('误报 timeline');
    expect(readFileSync(file('fixtures/clean.yml'), 'utf8')).toMatch(/^# yaml-language-server: \$schema=.*\n[^]*context:\n {4}complaint: true\n {4}apologized: true\n$/);
  });

  it('refuses a reply that is there, words that do not stand in it, and a guess', async () => {
    expect((await run('add', '亲，退款24小时内一定到账哦', '--good')).err).toContain('first-001');
    expect((await run('add', '退款今晚到账', '--label', 'timeline', '--mark', '明晚')).err).toContain('明晚');
    const unsaid = await run('add', '退款今晚到账');
    expect([unsaid.status, unsaid.err]).toEqual([2, expect.stringContaining('--label')]);
    expect((await run('add', '退款今晚到账', '--label', 'timelines')).status).toBe(2);
  });
});

describe('explain', () => {
  it('is no error where the reader of the output leaves early', async () => {
    const child = start(['explain', '--format', 'json', '--reader', 'rules', '退款24小时内到账。'.repeat(2000)], { cwd });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((done) => child.on('close', done));
    expect([status, err]).toEqual([0, '']);
  });

  it('draws what was read, with the values against the policy', async () => {
    const { status, out } = await run('explain', '亲，退款24小时内到账，已为您发放15元小甜票');
    expect(status).toBe(0);
    expect(out).toContain('  退款24小时内到账，\n  ╰┬─╯╰──┬───╯╰┬─╯\n');
    expect(out).toContain('✗ timeline/refund-arrival  说的是 24小时内，政策 3-5个工作日');
    expect(out).toContain('○ compensation/coupon  在店铺政策之内  说的是 15元，政策 20元');
  });

  it('gives the same as JSON', async () => {
    const { out } = await run('explain', '--format', 'json', '--reader', 'rules', '退款预计3-5个工作日到账');
    const anatomy: unknown = JSON.parse(out);
    expect(anatomy).toMatchObject({ verdict: 'pass', policy: '我的店铺' });
    expect(JSON.stringify(anatomy)).toContain('"rule":"timeline/refund-arrival","category":"timeline","outcome":"excused","by":"hedged","cue":"预计"');
  });
});
