import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from './chromium.js';
import { pageOf, pageOfBrief, SAMPLE_PAGES } from './samples.js';

const VIEWS: readonly BrowserContextOptions[] = [
  { colorScheme: 'light', viewport: { width: 1200, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
];

describe.skipIf(!hasBrowser)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** What the page asks of the network, and what breaks its rules of access. */
  async function look(html: string, view: BrowserContextOptions) {
    const context = await browser.newContext({ ...view, bypassCSP: true });
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(request.url());
    });
    await page.setContent(html, { waitUntil: 'load' });
    const violations = await violationsOf(page);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    await context.close();
    return { violations, requests, overflow };
  }

  async function violationsOf(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as axe.AxeResults;
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  test.each(SAMPLE_PAGES)('$name in $language, edition $edition', async (sample) => {
    const html = await pageOf(sample);
    for (const view of VIEWS) expect(await look(html, view)).toEqual({ violations: [], requests: [], overflow: 0 });
  });

  test('what is broken is found', async () => {
    const html = await pageOfBrief({});
    const [view = {}] = VIEWS;
    const broken = html
      .replace(/<html lang="en">/, '<html>')
      .replace('</main>', '<p style="width:3000px">x</p></main>');
    const { violations, overflow } = await look(broken, view);
    expect(violations.join()).toContain('html-has-lang');
    expect(overflow).toBeGreaterThan(100);
  });
});
