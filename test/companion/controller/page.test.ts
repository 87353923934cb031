import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, afterEach, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Entry } from '#companion/entries/entry.ts';
import { makeDemoEntries } from '#test/support/make-demo-entries.ts';
import { makeEntry } from '#test/support/make-entry.ts';
import { openBrowser } from '#test/support/open-browser.ts';
import { startController, type TestController } from '#test/support/start-controller.ts';

const MINUTE = 60_000;
const DEADLINE_MS = 20_000;
const signal = new AbortController().signal;
const web = {
  appId: '11111111-2222-4333-8444-555555555555',
  appName: 'web',
  bootId: '0123456789abcdef0123456789abcdef',
  memoryBytes: 2 * 1024 ** 3,
};

/*
 * Expressions for the browser are texts: these tests are compiled without the types of the DOM, as everything
 * that runs on Node is.
 */
const COLORS_OF_PLOTS = `[...document.querySelectorAll('.plot canvas')].map((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] > 250) seen.add(data.slice(at, at + 3).join());
  }
  return seen.size;
})`;

let browser: Browser;
let controller: TestController;
let context: BrowserContext | undefined;
/** Everything that the browser complained of; a violated security policy is such a complaint. */
let complaints: string[] = [];

before(async () => {
  browser = await openBrowser();
  controller = await startController();
});
after(async () => {
  await browser.close();
  await controller.end();
});
afterEach(async (t) => {
  if (context !== undefined && 'passed' in t && !t.passed) await keepPicture(context, t.name);
  await context?.close();
  context = undefined;
  assert.deepEqual(complaints, []);
});

async function keepPicture(from: BrowserContext, name: string): Promise<void> {
  mkdirSync('artifacts', { recursive: true });
  const path = `artifacts/page-${name.replace(/\W+/gu, '-')}.png`;
  await from.pages()[0]?.screenshot({ path, fullPage: true });
  process.stderr.write(`picture: ${path}\n`);
}

async function open(
  hash: string,
  o: { width?: number; colorScheme?: 'light' | 'dark'; at?: TestController } = {},
): Promise<Page> {
  complaints = [];
  context = await browser.newContext({
    viewport: { width: o.width ?? 1280, height: 900 },
    colorScheme: o.colorScheme ?? 'light',
  });
  context.setDefaultTimeout(DEADLINE_MS);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`asked ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  await page.goto(`${(o.at ?? controller).pageUrl}/${hash}`);
  return page;
}

async function deliver(entries: readonly Entry[], to = controller): Promise<void> {
  assert.deepEqual(await to.sink().deliver(entries, signal), { kind: 'delivered' });
}

async function openApp(name: string, o: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open('', o);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  return page;
}

test('without any app the page says what to do next', async () => {
  const page = await open('');
  await page.getByRole('heading', { name: 'No app yet' }).waitFor();
  assert.match((await page.locator('main').textContent()) ?? '', /Devices: edge-1/u);
});

test('an app shows its channels in the list and its beats on the timeline', async () => {
  const now = Date.now();
  const consoleGaps = [{ fromMs: now - 9 * MINUTE, toMs: now - 5 * MINUTE }];
  await deliver(makeDemoEntries({ ...web, consoleGaps }, now - 30 * MINUTE, now));
  const page = await open('');
  const row = page.locator(`tr[data-app="${web.appId}"]`);
  await row.waitFor();
  assert.equal(await row.locator('.channel.fresh').count(), 3);
  await page.getByRole('link', { name: 'web', exact: true }).click();
  const label = page.locator('[data-channel="console"]');
  await label.waitFor();
  const beats = Number(await label.getAttribute('data-beats'));
  assert.ok(beats >= 60 && beats <= 70, `${beats} beats in 15 minutes with a gap of 4`);
  const path = (await page.locator('.lane.console .beats').getAttribute('d')) ?? '';
  assert.equal(path.split('M').length - 1, beats);
  assert.equal(await page.locator('.lane.console .gap').count(), 1);
  assert.match(
    (await page.locator('.lane.console .gap').getAttribute('aria-label')) ?? '',
    /^console: no sign of life for 4 min/u,
  );
  assert.equal(await page.locator('.lane.link .gap').count(), 0);
});

test('the plots are drawn, in the light and in the dark, on a desk and on a phone', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 400]) {
      const page = await openApp('web', { colorScheme, width });
      await page.locator('.plot canvas').nth(2).waitFor();
      const colors = await page.evaluate<number[]>(COLORS_OF_PLOTS);
      assert.equal(colors.length, 3);
      for (const count of colors) assert.ok(count > 3, `only ${count} colours in a plot`);
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      assert.ok(overflow <= 0, `${overflow} pixels too wide at ${width}`);
      await context?.close();
    }
  }
});

test('the latest snapshot is a table with memory, pressure, disks, processes and kernel log', async () => {
  const page = await openApp('web');
  const snapshot = page.getByRole('region', { name: 'Latest snapshot' });
  await snapshot.getByRole('heading', { name: 'Filesystems' }).waitFor();
  const text = (await snapshot.textContent()) ?? '';
  for (const part of [
    'Memory used',
    'CPU, some',
    '/boot/efi',
    'read-only',
    'postgres',
    'vda',
    'eth0: link becomes ready',
  ]) {
    assert.ok(text.includes(part), part);
  }
});

test('news arrives without a reload, in the list and in an open app', async () => {
  const page = await openApp('web');
  await page.locator('.live-state.live').waitFor();
  const lines = page.getByRole('log');
  await lines.locator('li').first().waitFor();
  await deliver([
    makeEntry({
      appId: web.appId,
      id: 'live-1',
      atMs: Date.now(),
      content: 'Kernel panic - not syncing: now',
    }),
  ]);
  await lines.getByText('Kernel panic - not syncing: now').waitFor();
  await page.goto(`${controller.pageUrl}/#/`);
  await deliver([makeEntry({ appId: web.appId.replace('1', '2'), appName: 'newcomer', id: 'n' })]);
  await page.getByRole('link', { name: 'newcomer' }).waitFor();
});

test('hostile text does nothing and is shown as text', async () => {
  const now = Date.now();
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const guest = { ...web, appId: '99999999-2222-4333-8444-555555555555', appName: `evil ${hostile}` };
  const entries = makeDemoEntries(guest, now - 2 * MINUTE, now).map((entry) => ({
    ...entry,
    content:
      entry.tags['cherub.kind'] === 'snapshot'
        ? entry.content
            .replaceAll('postgres', `${hostile.replaceAll('"', '')}\\u202e`)
            .replaceAll('ext4', '</table><b>')
        : entry.content,
  }));
  await deliver(entries);
  await deliver([
    makeEntry({
      appId: guest.appId,
      appName: guest.appName,
      id: 'h1',
      atMs: now,
      content: `${hostile}\u001b]0;x\u0007`,
    }),
    makeEntry({
      appId: guest.appId,
      appName: guest.appName,
      id: 'h2',
      atMs: now,
      content: 'a\u202egnp.exe\u0000\u001b[2J',
    }),
    makeEntry({
      appId: guest.appId,
      appName: guest.appName,
      id: 'h3',
      atMs: now,
      content: `loss ${hostile}`,
      tags: { 'cherub.kind': 'loss' },
    }),
  ]);
  const page = await openApp(guest.appName);
  const log = page.getByRole('log');
  await log.getByText('a<U+202E>gnp.exe').waitFor();
  const text = (await log.textContent()) ?? '';
  assert.ok(text.includes(`${hostile}␛]0;x␇`), text);
  assert.ok(text.includes('␀␛[2J'), text);
  await page.getByRole('region', { name: 'Latest snapshot' }).getByText('</table><b>').waitFor();
  assert.equal(await page.locator('main img, main script, main b').count(), 0);
  assert.equal(await page.locator('head script').count(), 1);
});

test('the page works by keyboard alone', async () => {
  const page = await open('');
  await page.getByRole('link', { name: 'web', exact: true }).waitFor();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.textContent')) === 'web') break;
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'web', exact: true }).waitFor();
  assert.equal(await page.evaluate('document.activeElement.tagName'), 'MAIN');
  await page.getByRole('radio', { name: '15 min' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.getByRole('radio', { name: '1 h', exact: true }).isChecked(), true);
  await page
    .locator('[data-channel="console"]')
    .getByText(/^1\d\d signs/u)
    .waitFor();
  await page.getByRole('button', { name: 'Earlier' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Back to now' }).waitFor();
});

test('the log can be narrowed to a text', async () => {
  const page = await openApp('web');
  const lines = page.getByRole('log').locator('li');
  await lines.first().waitFor();
  await page.getByRole('searchbox').fill('HEALTHZ');
  // The lines of before go when the answer comes; those without the text are then all gone.
  await lines.filter({ hasNotText: 'healthz' }).first().waitFor({ state: 'detached' });
  await lines.filter({ hasText: 'healthz' }).first().waitFor();
  await page.getByRole('searchbox').fill('there is no such text');
  await page.getByText('No line yet.').waitFor();
});

test('a controller that goes away is told, and so is an app that does not exist', async () => {
  const gone = await startController();
  await deliver([makeEntry()], gone);
  const page = await open('#/app/77', { at: gone });
  await page.getByRole('alert').getByText('not here (any more)').waitFor();
  await page.goto(`${gone.pageUrl}/#/`);
  await page.getByRole('link', { name: 'web' }).waitFor();
  await gone.end();
  await page.getByRole('alert').getByText('The controller does not answer.').waitFor();
  await page.locator('.live-state.lost').waitFor();
  // The browser itself writes of the connections that failed: that is what was asked for here.
  complaints = complaints.filter((text) => !/ERR_CONNECTION|ERR_EMPTY|ERR_INCOMPLETE/u.test(text));
});
