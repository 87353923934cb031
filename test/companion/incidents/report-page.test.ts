import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { applyEvent, openState } from '#companion/incidents/journal.ts';
import { formatReportPage } from '#companion/incidents/report/page.ts';
import type { Report } from '#companion/incidents/report/report.ts';
import { formatReportText } from '#companion/incidents/report/text.ts';
import { displayWidth } from '#companion/output/table.ts';
import { DEMO_OPENED_MS, makeDemoEvidence, makeDemoHead } from '#test/support/make-demo-incident.ts';
import { openBrowser } from '#test/support/open-browser.ts';

const HOSTILE = [
  '<script>document.title="owned"</script>',
  '"><img src=http://127.0.0.1:9/x onerror=document.title="owned">',
  "' onmouseover='document.title=1'",
  '</style><style>*{display:none}</style>',
  '</title></svg></pre><iframe src=http://127.0.0.1:9/></iframe>',
  '\u202egnp.exe \u0000\u001b[2J\u0007 \u200b\u2066x',
  '{{7*7}} javascript:alert(1)',
  'A'.repeat(5000),
].join(' ');

function makeReport(): Report {
  let state = openState(makeDemoHead());
  state = applyEvent(state, { kind: 'evidence', evidence: makeDemoEvidence() });
  const origin = { level: 'ask' as const, takenAtMs: DEMO_OPENED_MS };
  for (const key of ['t', 'w', 'l', 'm']) {
    state = applyEvent(state, {
      kind: 'part',
      part: {
        ...origin,
        path: `sysrq/${key}.txt`,
        source: `sysrq ${key} by QMP send-key`,
        sha256: '0'.repeat(64),
        bytes: 48_211,
        mediaType: 'text/plain',
        redacted: key === 't' ? { 'named-secret': 2 } : {},
      },
    });
  }
  state = applyEvent(state, {
    kind: 'missing',
    missing: {
      ...origin,
      path: 'sysrq/z.txt',
      source: 'sysrq z',
      reason: 'sysrq mask 0x1b6 does not allow it',
    },
  });
  return { ...state, sealedAtMs: DEMO_OPENED_MS + 20_000, interrupted: false };
}

/** Every text that a guest or a person could have chosen. */
function makeHostile<T>(value: T): T {
  const fixed = new Set(['path', 'id', 'level', 'rung', 'mediaType', 'state', 'trigger', 'sha256']);
  const poison = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') return fixed.has(key) && each !== 'R' && each !== 'D' ? each : HOSTILE;
    if (Array.isArray(each)) return each.map((one) => poison(one, key));
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(Object.entries(each).map(([name, one]) => [name, poison(one, name)]));
  };
  return poison(value, '') as T;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

describe('report.html in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-report-'));
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens it from a file, as a person does, and collects what it asks for and complains of. */
  async function show(
    report: Report,
    o: { colorScheme?: 'light' | 'dark'; width?: number } = {},
  ): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
    const file = join(folder, 'report.html');
    writeFileSync(file, formatReportPage(report, sha256));
    const page = await browser.newPage({
      viewport: { width: o.width ?? 1200, height: 800 },
      colorScheme: o.colorScheme ?? 'light',
    });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(file).href);
    return { page, requests, complaints };
  }

  it('tells rung, since, votes, culprit and the stacks that matter on the first screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, requests, complaints } = await show(makeReport(), { colorScheme });
      const seen = async (selector: string): Promise<string> => {
        const box = await page.locator(selector).first().boundingBox();
        assert.ok(
          box !== null && box.y >= 0 && box.y + box.height <= 800,
          `${selector} is on the first screen`,
        );
        return (await page.locator(selector).first().textContent()) ?? '';
      };
      assert.equal(await seen('h1'), "The guest's kernel is dead");
      assert.equal(await seen('#rung'), 'kernel');
      assert.match(await seen('#since'), /^2026-11-24 \d\d:\d\d:\d\d\.\d{3}Z, last seen alive 2026-11-24/u);
      assert.match(await seen('#votes'), /console\.lockup dead[\s\S]*vcpu\.progress dead/u);
      assert.match(
        await seen('#culprit'),
        /spin_forever\+0x1c\/0x40 \[cherub_hang\] on CPU 1, in task insmod/u,
      );
      assert.match(await seen('.stack.suspect'), /hang_init/u);
      assert.deepEqual(requests.length, 1, 'nothing but the file itself');
      assert.deepEqual(complaints, []);
      await page.close();
    }
  });

  it('shows timeline, plots, what is missing and links to parts, and fits a narrow screen', async () => {
    const { page } = await show(makeReport(), { width: 400 });
    assert.equal(await page.locator('svg').count(), 4);
    assert.equal(await page.locator('svg rect.dead').count(), 4);
    assert.match((await page.locator('body').textContent()) ?? '', /mask 0x1b6 does not allow it/u);
    assert.equal(await page.locator('a[href="sysrq/t.txt"]').count(), 1);
    assert.ok(
      await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
    );
    await page.close();
  });

  it('runs nothing, asks for nothing and stays readable when every text is an attack', async () => {
    const hostile: Report = { ...makeHostile(makeReport()), interrupted: true };
    const { page, requests, complaints } = await show(hostile);
    assert.equal(requests.length, 1);
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator('script, iframe, img, object, embed, form').count(), 0);
    assert.equal(
      await page.evaluate(
        '[...document.querySelectorAll("*")].filter((e) => [...e.attributes].some((a) => a.name.startsWith("on"))).length',
      ),
      0,
    );
    assert.notEqual(await page.title(), 'owned');
    const text = (await page.locator('body').textContent()) ?? '';
    assert.ok(text.includes('<script>document.title="owned"</script>'));
    assert.ok(text.includes('\\u{202e}gnp.exe \\x00\\x1b[2J'));
    const rung = await page.locator('#rung').boundingBox();
    assert.ok(rung !== null && rung.y < 800, 'no text pushes the rung off the first screen');
    await page.close();
  });

  it('is also a page when there is nothing to show', async () => {
    const state = openState(
      makeDemoHead({
        verdict: { state: 'unknown', sinceMs: DEMO_OPENED_MS, reason: 'nothing is known', votes: [] },
      }),
    );
    const { page, complaints } = await show({ ...state, sealedAtMs: DEMO_OPENED_MS, interrupted: false });
    assert.deepEqual(complaints, []);
    assert.match((await page.locator('body').textContent()) ?? '', /no function could be named/u);
    await page.close();
  });
});

describe('report.txt', () => {
  it('fits 80 columns and tells what the page tells first', () => {
    const text = formatReportText(makeReport());
    for (const line of text.split('\n')) assert.ok(displayWidth(line) <= 80, line);
    for (const each of [
      /^The guest's kernel is dead: web/u,
      /rung {6}kernel/u,
      /known by {2}console\.lockup/u,
      /spin_forever/u,
      /0x1b6/u,
      /sysrq\/t\.txt/u,
    ]) {
      assert.match(text, each);
    }
  });

  it('holds nothing that a terminal obeys', () => {
    const text = formatReportText({ ...makeHostile(makeReport()), interrupted: true });
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
    for (const line of text.split('\n')) assert.ok(displayWidth(line) <= 80);
  });
});
