import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { chromium } from 'playwright-core';

const BROWSER = '/usr/bin/chromium';
/** No sandbox, because the demonstration runs as root; and nothing that calls home. */
const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens the controller's page in a real browser, goes to the application, and takes a picture.
 * @param o.picture a PNG file to write
 * @returns the page's text, as a person reads it
 */
export async function lookAtPage(o: {
  readonly url: string;
  readonly appName: string;
  readonly picture: string;
  readonly deadlineMs: number;
}): Promise<string> {
  await mkdir(dirname(o.picture), { recursive: true });
  const browser = await chromium.launch({ executablePath: BROWSER, args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
    page.setDefaultTimeout(o.deadlineMs);
    await page.goto(o.url);
    await page.getByRole('link', { name: o.appName }).first().click();
    await page
      .getByText(/heartbeat/i)
      .first()
      .waitFor();
    await page.locator('canvas').first().waitFor();
    await page.screenshot({ path: o.picture, fullPage: true });
    return (await page.locator('body').textContent()) ?? '';
  } finally {
    await browser.close();
  }
}
