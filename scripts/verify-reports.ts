/**
 * `npm run verify:reports`: opens HTML reports in headless Chromium and looks at them as a person would: filters work, hostile text
 * stays text, nothing is loaded or sent, a phone needs no sideways scrolling, thousands of findings do not freeze the page.
 *
 *   npm run verify:reports -- --screenshot   also writes docs/images/report.png
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createGuard } from '../src/index.ts';
import { auditHtml, htmlRenderer } from '../src/reports/index.ts';
import type { CheckedReply } from '../src/reports/index.ts';
import { hostileSummary, SUMMARY } from '../test/reports/summary.ts';
import { HOSTILE, hostileReply, render } from '../test/reports/samples.ts';
import { ROOT } from './root.ts';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const PHONE = { width: 360, height: 740 };
const folder = mkdtempSync(join(tmpdir(), 'replyguard-pages-'));
let passed = 0;
let failed = 0;

function expect(what: string, ok: boolean, said: unknown = ''): void {
  if (ok) passed += 1;
  else failed += 1;
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${what}${ok && said === '' ? '' : ` ${JSON.stringify(said)}`}\n`);
}

const guard = createGuard();
const TEXTS = [
  '亲，退款24小时内一定到账哦',
  '这绝对是生产质量问题，我们将严惩供应商。',
  '自己看说明书吧，这是规定没办法。',
  '给您三倍赔偿！',
  '您好，请问您想了解哪款商品呢？',
  "I guarantee you'll get triple your money back",
  '您把差评删了吧，删了给您补偿',
];
const AGENTS = ['小王', '小李', 'Ann', 'Bob'];
const PRODUCTS = ['杯子', '台灯', '背包'];

/** Replies of a made-up month of chats. */
function chats(count: number): CheckedReply[] {
  const reports = TEXTS.map((text) => guard.check(text));
  return Array.from({ length: count }, (_, index) => ({
    source: 'chats.jsonl',
    line: index + 1,
    verbatim: false,
    id: `c-${index}`,
    reply: TEXTS[index % TEXTS.length]!,
    report: reports[index % TEXTS.length]!,
    agent: AGENTS[(index * 7 + Math.floor(index / 9)) % AGENTS.length]!,
    product: PRODUCTS[(index * 5 + Math.floor(index / 4)) % PRODUCTS.length]!,
    day: `2026-11-${String(1 + (Math.floor(index / 3) % 28)).padStart(2, '0')}`,
  }));
}

/** A page of a report, in a context of its own, with everything noted that it should not do. */
async function open(browser: Browser, name: string, html: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, html);
  const context = await browser.newContext(options);
  // The loader of this script wraps named functions; those that run in the page need the wrapper too.
  await context.addInitScript('globalThis.__name = (value) => value');
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(path).href) wrong.push(`request ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    wrong.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => wrong.push(`console ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error ${error.message}`));
  await page.goto(pathToFileURL(path).href);
  return { page, wrong };
}

const shownCards = (page: Page): Promise<number> => page.locator('.card:visible').count();
/** Filters wait a tenth of a second for the next key. */
const settle = (page: Page): Promise<void> => page.waitForTimeout(250);

async function filters(browser: Browser): Promise<void> {
  const replies = chats(280);
  const { page, wrong } = await open(browser, 'filters', render(htmlRenderer(), replies));
  const withFindings = replies.filter(({ report }) => report.findings.length > 0);
  expect('the first hundred replies are shown', (await shownCards(page)) === 100);
  await page.locator('#more').press('Enter');
  await page.locator('#more').press('Enter');
  expect('"show more" shows the rest', (await shownCards(page)) === withFindings.length, await page.locator('#count').textContent());

  const expected = (test: (reply: CheckedReply) => boolean): number => Math.min(100, withFindings.filter(test).length);
  const has = (field: 'category' | 'severity' | 'rule', value: string) => (reply: CheckedReply) => reply.report.findings.some((one) => one[field] === value);
  const cases = [
    ['category', 'timeline', has('category', 'timeline')],
    ['severity', 'warn', has('severity', 'warn')],
    ['rule', 'compensation/multiple', has('rule', 'compensation/multiple')],
    ['agent', 'Ann', (reply: CheckedReply) => reply.agent === 'Ann'],
  ] as const;
  for (const [id, value, test] of cases) {
    await page.selectOption(`#${id}`, value);
    await settle(page);
    const shown = await shownCards(page);
    expect(`filter by ${id}`, shown === expected(test) && shown > 0, shown);
    await page.selectOption(`#${id}`, '');
  }
  await page.fill('#text', 'TRIPLE');
  await settle(page);
  expect('search in the text, whatever the case', (await shownCards(page)) === expected(({ reply }) => reply.includes('triple')));
  await page.selectOption('#category', 'cold');
  await settle(page);
  expect('two filters that nothing matches say so', (await shownCards(page)) === 0 && (await page.locator('#none').isVisible()));
  expect('filters: nothing else happens', wrong.length === 0, wrong);
  await page.context().close();
}

async function suppressed(browser: Browser): Promise<void> {
  const replies = chats(7).map((reply, index) => ({ ...reply, suppressed: reply.report.findings.map(() => (index < 3 ? { since: '2026-01-01' } : undefined)) }));
  const { page } = await open(browser, 'suppressed', render(htmlRenderer(), replies));
  const before = await shownCards(page);
  await page.check('#suppressed');
  await settle(page);
  expect('suppressed findings come only when they are asked for', before === 3 && (await shownCards(page)) === 6, before);
  await page.context().close();
}

async function withoutScripts(browser: Browser): Promise<void> {
  const replies = chats(280);
  const { page, wrong } = await open(browser, 'without-scripts', render(htmlRenderer(), replies), { javaScriptEnabled: false });
  const expected = replies.filter(({ report }) => report.findings.length > 0).length;
  const shown = await shownCards(page);
  expect('without scripts everything is listed', shown === expected && (await page.locator('#filters').isHidden()), shown);
  expect('without scripts: nothing is loaded', wrong.length === 0, wrong);
  await page.context().close();
}

async function hostile(browser: Browser): Promise<void> {
  const failures = HOSTILE.map((text) => ({ source: text, error: text }));
  const pages = {
    'hostile report': render(htmlRenderer({ subtitle: HOSTILE.join(' ') }), HOSTILE.map(hostileReply), failures),
    ...Object.fromEntries(HOSTILE.map((text, index) => [`hostile audit ${index}`, auditHtml(hostileSummary(text), { subtitle: text })])),
  };
  for (const [name, html] of Object.entries(pages)) {
    const { page, wrong } = await open(browser, name.replaceAll(' ', '-'), html);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) for (const kind of ['mouseover', 'focus', 'load', 'error']) element.dispatchEvent(new Event(kind));
    });
    const scripts = await page.locator('script').count();
    expect(`${name}: one script, nothing runs, nothing is loaded`, wrong.length === 0 && scripts === 1, wrong);
    if (name === 'hostile report') {
      const options = await page.locator('#agent option').count();
      let found = 0;
      for (let index = 1; index < options; index += 1) {
        await page.selectOption('#agent', { index });
        await settle(page);
        if ((await shownCards(page)) > 0) found += 1;
      }
      expect('hostile report: each agent can be chosen', found === options - 1, found);
    }
    await page.context().close();
  }
}

async function policy(browser: Browser): Promise<void> {
  const html = render(htmlRenderer(), chats(3)).replace('</main>', '<script>document.title="changed"</script><img src="https://example.invalid/x.png"></main>');
  const { page, wrong } = await open(browser, 'policy', html);
  const violations = wrong.filter((what) => what.includes('Content Security Policy'));
  const refused = (await page.title()) !== 'changed' && violations.length === 2;
  expect('a script and a picture put into the file are refused', refused, refused ? violations.length : wrong);
  await page.context().close();
}

async function phone(browser: Browser): Promise<void> {
  const long = 'https://shop.example/'.padEnd(400, 'x');
  const longReply = { ...hostileReply(long), id: long };
  const pages = { report: render(htmlRenderer({ language: 'zh' }), [...chats(40), longReply]), audit: auditHtml(SUMMARY, { language: 'zh' }), 'audit with long names': auditHtml(hostileSummary(long)) };
  for (const [name, html] of Object.entries(pages)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, wrong } = await open(browser, 'phone', html, { viewport: PHONE, colorScheme, isMobile: true, hasTouch: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(`${name}, phone, ${colorScheme}: no sideways scrolling`, wide <= PHONE.width && wrong.length === 0, wide);
      const ratio = await contrast(page);
      expect(`${name}, phone, ${colorScheme}: text stands out`, ratio >= 4.5, ratio.toFixed(1));
      await page.context().close();
    }
  }
}

/** The lowest contrast between a text and its ground, of the kinds of text that matter. */
function contrast(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const colour = getComputedStyle(element).backgroundColor;
      return colour === 'rgba(0, 0, 0, 0)' ? ground(element.parentElement) : colour;
    };
    const ratios = ['h1', 'header p', 'mark', '.badge', '.finding p', '.source', 'code', '.tiles span', '.tiles b'].flatMap((selector) =>
      [...document.querySelectorAll(selector)].slice(0, 20).map((element) => {
        const light = [luminance(getComputedStyle(element).color), luminance(ground(element))].sort((a, b) => b - a);
        return (light[0]! + 0.05) / (light[1]! + 0.05);
      }),
    );
    return Math.min(...ratios);
  });
}

async function large(browser: Browser): Promise<void> {
  const html = render(htmlRenderer(), chats(7000));
  const started = performance.now();
  const { page } = await open(browser, 'large', html);
  await page.locator('#count').waitFor();
  const loaded = performance.now() - started;
  const blocked = await page.evaluate(async () => {
    const select = document.querySelector('#severity');
    if (!(select instanceof HTMLSelectElement)) return Infinity;
    select.value = 'warn';
    select.dispatchEvent(new Event('input', { bubbles: true }));
    let longest = 0;
    let last = performance.now();
    for (const end = last + 1500; last < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
  const findings = await page.locator('.finding').count();
  expect(`${findings} findings (${(html.length / 1e6).toFixed(1)} MB): loads`, loaded < 15_000, `${loaded.toFixed(0)} ms`);
  expect(`${findings} findings: a filter holds the page for less than a second`, blocked < 1000, `${blocked.toFixed(0)} ms`);
  await page.context().close();
}

async function screenshot(browser: Browser): Promise<void> {
  const { page } = await open(browser, 'screenshot', render(htmlRenderer({ subtitle: 'default · 2026-11-28 09:30 UTC' }), chats(200)), {
    viewport: { width: 900, height: 1270 },
  });
  await page.waitForTimeout(300);
  mkdirSync(join(ROOT, 'docs/images'), { recursive: true });
  await page.screenshot({ path: join(ROOT, 'docs/images/report.png') });
  await page.context().close();
}

if (!existsSync(EXECUTABLE)) {
  process.stderr.write(`no browser at ${EXECUTABLE}: apt-get install chromium, or name one in CHROMIUM\n`);
  process.exitCode = 1;
} else {
  const browser = await chromium.launch({
    executablePath: EXECUTABLE,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    await filters(browser);
    await suppressed(browser);
    await withoutScripts(browser);
    await hostile(browser);
    await policy(browser);
    await phone(browser);
    await large(browser);
    if (process.argv.includes('--screenshot')) await screenshot(browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
