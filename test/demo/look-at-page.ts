import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openBrowser } from '../support/open-browser.ts';

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
  const browser = await openBrowser();
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
