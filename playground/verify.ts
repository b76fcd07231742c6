/**
 * `npm run verify:playground`: builds the page and uses it in headless Chromium as people would. Ends with `N passed, N failed`.
 * `-- --screenshot` also renews `docs/images/playground.png`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium, serveFolder } from '../scripts/runtimes/chromium.ts';
import { judge, parseFixtures } from '../src/testing/index.ts';
import { createGuard } from '../src/index.ts';
import { OUT, buildPlayground } from './build.ts';

const SCREENSHOT = join(import.meta.dirname, '../docs/images/playground.png');
const HOSTILE = [
  '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>退款24小时内到账',
  '"><svg onload=alert(1)> {{constructor}} ${alert(1)} javascript:alert(1) 给您三倍赔偿',
  '\u202E退款\u202C24小时\u200B内到账 e\u0301\u0301\u0301\u0301 👩‍👩‍👧‍👦 \uD83D',
];

/** Letters on the same spot differ by less than this where a mark begins: smoothing shifts them by a fraction of a pixel. */
const HALF = 128;

let passed = 0;
let failed = 0;

function expect(name: string, holds: boolean, seen?: unknown): void {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${name}${holds || seen === undefined ? '' : `: ${JSON.stringify(seen)}`}`);
}

/** A page with what it must never do: an error, a message on the console, a request to somewhere else. */
async function open(browser: Browser, url: string, options: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await browser.newContext(options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => faults.push(message.text()));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector('#verdict.pass, #verdict.warn, #verdict.block');
  return { page, faults };
}

const underlined = (page: Page): Promise<string[]> => page.locator('.layer mark').allTextContents();
const verdict = async (page: Page): Promise<string> => ((await page.locator('#verdict').getAttribute('class')) ?? '').replace('verdict ', '');

/** Writes a reply at once and waits until it has been checked: the fixture shows it. */
async function write(page: Page, reply: string): Promise<void> {
  await page.locator('#reply').fill(reply);
  await settle(page);
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(150);
}

async function typing(page: Page): Promise<void> {
  await page.locator('#reply').fill('');
  await settle(page);
  expect('an empty box has no verdict', (await verdict(page)) === 'quiet', await verdict(page));
  await page.locator('#reply').pressSequentially('您好。退款24小时内到账', { delay: 15 });
  await settle(page);
  expect('what is typed is underlined', (await underlined(page)).join('|') === '退款24小时内到账', await underlined(page));
  expect('the verdict follows', (await verdict(page)) === 'block', await verdict(page));
  await page.locator('#reply').press('Home');
  await page.locator('#reply').pressSequentially('亲，');
  expect('the underline moves along before the next check', (await underlined(page)).join('|') === '退款24小时内到账', await underlined(page));
  await settle(page);
  await page.locator('#finding-list .words').first().click();
  const selected = await page.locator('#reply').evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect('a finding selects its words', selected === '退款24小时内到账', selected);
  await page.locator('#findings summary').click();
  await write(page, '我们无法保证退款24小时内到账');
  expect('a near match is shown with what excused it', ((await page.locator('#excused').textContent()) ?? '').includes('无法保证'), await page.locator('#excused').textContent());
  await write(page, '您好，请问您想了解哪款商品呢？');
  expect('a good reply passes', (await verdict(page)) === 'pass' && (await underlined(page)).length === 0, await verdict(page));
}

/** Whether the marked layer lies exactly behind the text: the same pixels, whichever of the two shows its letters. */
async function positions(page: Page, name: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const show = (which: 'area' | 'layer'): Promise<void> =>
    page.evaluate((shown) => {
      const area = document.querySelector<HTMLElement>('.editor textarea')!;
      const layer = document.querySelector<HTMLElement>('.editor .layer')!;
      area.style.color = shown === 'area' ? 'black' : 'transparent';
      layer.style.color = shown === 'layer' ? 'black' : 'transparent';
      for (const mark of layer.querySelectorAll<HTMLElement>('mark')) {
        mark.style.textDecoration = 'none';
        mark.style.background = 'none';
      }
    }, which);
  await show('area');
  const text = await page.locator('.editor').screenshot();
  await show('layer');
  const marks = await page.locator('.editor').screenshot();
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('.editor textarea, .editor .layer')) element.style.color = '';
  });
  const difference = await largestDifference(page, text, marks);
  expect(`underlines lie under their words, ${name}`, difference < HALF, difference);
  const clipped = await page.locator('#reply').evaluate((area) => area.scrollHeight - area.clientHeight);
  expect(`no line is cut off, ${name}`, clipped <= 1, clipped);
}

/** The largest difference of two pictures of one size in any pixel and colour, 0 to 255. The page itself decodes them. */
function largestDifference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(async (sources) => {
    const pixels = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    const [first, second] = pixels as [Uint8ClampedArray, Uint8ClampedArray];
    return first.length === second.length ? first.reduce((most, value, at) => Math.max(most, Math.abs(value - second[at]!)), 0) : 255;
  }, [one.toString('base64'), other.toString('base64')]);
}

async function policyAndContext(page: Page): Promise<void> {
  await write(page, '给您补一张50元优惠券');
  expect('50 is over the cap', (await verdict(page)) === 'block');
  await page.locator('#coupon').fill('50');
  expect('a higher cap turns the verdict', (await verdict(page)) === 'pass', await verdict(page));
  expect('the policy file says it', ((await page.locator('#policy-file').textContent()) ?? '').includes('"coupon": 50'));
  await page.locator('#refundMax').fill('1');
  expect('a wrong policy is said', ((await page.locator('#policy-fault').textContent()) ?? '').includes('timelines.refund.max'));
  await page.locator('#reset').click();
  expect('back to the preset turns it back', (await verdict(page)) === 'block' && (await page.locator('#policy-fault').textContent()) === '');
  await write(page, '请提供订单号。');
  await page.locator('#context-complaint').check();
  expect('a complaint wants an apology', ((await page.locator('#finding-list').textContent()) ?? '').includes('no-apology/absence'));
  await page.locator('#context-apologized').check();
  expect('an earlier apology lifts it', (await verdict(page)) === 'pass', await verdict(page));
  await page.locator('#context-complaint').uncheck();
  await page.locator('#context-apologized').uncheck();
  await write(page, '您的订单3482910067721894已发出');
  await page.locator('#channel').selectOption('public');
  expect('in public an order number is private', (await verdict(page)) === 'block', await verdict(page));
  await page.locator('#channel').selectOption('private');
}

async function fixture(page: Page): Promise<void> {
  const reply = '亲: "退款24小时内到账" #1';
  await write(page, '亲，退款24小时内到账');
  await page.locator('#fixture-id').fill('shop-007');
  await page.locator('#copy').click();
  const yaml = await page.evaluate(() => navigator.clipboard.readText());
  const { fixtures, problems } = parseFixtures(yaml, 'copied.yml');
  const [copied] = fixtures;
  const holds = copied !== undefined && judge(copied, createGuard().check(copied.reply)).differences.length === 0;
  expect('the copied fixture is a right one', problems.length === 0 && holds && copied.id === 'shop-007' && copied.labels.join() === 'timeline', yaml);
  await page.locator('#wanted-as-good').check();
  await write(page, reply);
  const good = parseFixtures((await page.locator('#yaml').textContent()) ?? '', 'good.yml').fixtures[0];
  expect('somebody may want something else, of any text', good?.reply === reply && good.labels.length === 0, good);
  await page.locator('#wanted-as-asNow').check();
}

async function mending(page: Page): Promise<void> {
  await write(page, '非常抱歉给您带来不便。退款24小时内到账，请注意查收');
  await page.locator('#mend').click();
  expect('what went and what came is shown', (await page.locator('#mended del').count()) === 1 && (await page.locator('#mended ins').count()) === 1);
  await page.locator('#take').click();
  await settle(page);
  expect('the mended reply passes', (await verdict(page)) === 'pass' && (await page.locator('#reply').inputValue()).includes('3-5个工作日'), await page.locator('#reply').inputValue());
}

async function hostile(page: Page): Promise<void> {
  const before = await page.locator('img, svg, iframe, #app script').count();
  for (const text of HOSTILE) {
    await write(page, text);
    await page.locator('#mend').click();
  }
  expect('hostile text stays text', (await page.locator('img, svg, iframe, #app script').count()) === before && (await page.title()) === 'replyguard', await page.title());
  await write(page, HOSTILE[0]!);
  expect('and is judged as any other', (await verdict(page)) === 'block', await verdict(page));
  const started = performance.now();
  await write(page, '退款24小时内到账。'.repeat(5000));
  const seconds = (performance.now() - started) / 1000;
  expect('fifty thousand characters take less than 5 s', seconds < 5, seconds);
  await write(page, '您好');
}

async function accessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = (await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes.map(({ target }) => target).join(" ")))')) as string[];
  expect(`accessible (axe), ${name}`, violations.length === 0, violations);
}

async function languages(page: Page): Promise<void> {
  await page.locator('#language').click();
  expect('the page speaks English', (await page.locator('html').getAttribute('lang')) === 'en' && (await page.locator('#mend').textContent()) === 'Mend');
  expect('no Chinese is left but the other language’s name', !/\p{Script=Han}/u.test(((await page.locator('main').innerText()) ?? '').replaceAll('您好', '')));
  await page.locator('#preset').selectOption('us-store');
  await write(page, "I guarantee you'll get triple your money back");
  expect('an English reply is judged', (await verdict(page)) === 'block' && /triple/.test((await underlined(page)).join(' ')), await underlined(page));
  expect('its message is English', /policy allows no multiples/.test((await page.locator('#finding-list').textContent()) ?? ''), await page.locator('#finding-list').textContent());
  await page.locator('#language').click();
  expect('and Chinese again, the reply kept', (await page.locator('#mend').textContent()) === '改好它' && (await page.locator('#reply').inputValue()).startsWith('I guarantee'));
}

async function phone(browser: Browser, url: string): Promise<void> {
  const { page, faults } = await open(browser, url, { locale: 'en-US', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  expect('opens in the language of the browser', (await page.locator('html').getAttribute('lang')) === 'en');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect('fits a phone', wide <= 0, wide);
  await positions(page, 'on a phone');
  await write(page, `${'A very long reply with a looooooooooooooooooooooooooooooooooooooooooooooooooooong word. '.repeat(4)}\n\nYour refund will be in your account within 24 hours.\n`);
  await positions(page, 'over many lines');
  await accessible(page, 'phone');
  expect('no errors on the phone', faults.length === 0, faults);
  await page.context().close();
}

const { plain, compressed } = await buildPlayground();
console.log(`built: ${(plain / 1000).toFixed(0)} kB of script, ${(compressed / 1000).toFixed(0)} kB compressed`);
const served = await serveFolder(OUT);
const browser = await launchChromium();
try {
  const { page, faults } = await open(browser, served.url, { locale: 'zh-CN', viewport: { width: 1100, height: 800 } });
  expect('opens in Chinese for a Chinese browser', (await page.locator('html').getAttribute('lang')) === 'zh-CN');
  expect('opens with an example', (await underlined(page)).length === 2, await underlined(page));
  if (process.argv.includes('--screenshot')) {
    mkdirSync(join(SCREENSHOT, '..'), { recursive: true });
    await page.screenshot({ path: SCREENSHOT, clip: { x: 0, y: 0, width: 1100, height: 640 } });
  }
  await positions(page, 'on a desk');
  await accessible(page, 'desk');
  await typing(page);
  await policyAndContext(page);
  await fixture(page);
  await mending(page);
  await hostile(page);
  await languages(page);
  expect('no error, no message, no request elsewhere', faults.length === 0, faults);
  await page.context().close();
  await phone(browser, served.url);
  const dark = await open(browser, served.url, { colorScheme: 'dark', locale: 'zh-CN' });
  await accessible(dark.page, 'dark');
} finally {
  await browser.close();
  served.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
