import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser } from '../web/chromium.js';
import { BRIEF, inBrowser, openPage, type Served, serve, shownAfter, wordsOnPages } from './served.js';

const BROKEN = BRIEF.replace('[press]', '[nobody]').replace('[en]', '[en, sv]');

const PARTNERS = BRIEF.replace(
  '  # The first of all.',
  '  - text: A secret thing.\n    audiences: [own]\n    sources: [press]\n  # The first of all.',
).concat('editions:\n  - id: partners\n    audiences: [partners]\n');

const VIEWS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 320, height: 640 } }],
  ['Swedish', { locale: 'sv-SE' }],
];

describe.skipIf(!hasBrowser)('for everyone', () => {
  let served: Served;
  inBrowser();

  async function violationsOf(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as axe.AxeResults;
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  test.each(VIEWS)('no rule of access is broken in any part: %s', async (name, view) => {
    served = await serve(BRIEF.replace('[en]', '[en, sv]'));
    const page = await openPage(served, { ...view, bypassCSP: true });
    const first = await shownAfter(page, '');
    const isSwedish = name === 'Swedish';
    expect(await page.evaluate('document.documentElement.lang')).toBe(isSwedish ? 'sv' : 'en');
    if (name === 'narrow') expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await violationsOf(page)).toEqual([]);
    await page
      .getByRole('tab', { name: 'Memo' })
      .or(page.getByRole('tab', { name: 'PM' }))
      .click();
    expect(await violationsOf(page)).toEqual([]);
    if (name === 'narrow') await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.locator('.part[data-part="keyFacts"] .itemname').click();
    await page.locator('.part[data-part="keyFacts"] .add').click();
    served.write(BROKEN);
    await page.locator('.problem.error').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('#tab-text').click();
    await page.locator('.cm-lintRange-error').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('#tab-copies').click();
    expect(await violationsOf(page)).toEqual([]);
    if (name === 'narrow') expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const heights = await page.evaluate('[document.documentElement.scrollHeight, innerHeight]');
    expect((heights as number[])[0]).toBe((heights as number[])[1]);
    expect(first).not.toBe('');
  });

  test.each(VIEWS)('no rule of access is broken in what is withheld, and what has changed: %s', async (name, view) => {
    served = await serve(PARTNERS);
    writeFileSync(join(served.folder, 'visit.1.yaml'), BRIEF.replace('The first fact.', 'What we took for a fact.'));
    const page = await openPage(served, { ...view, bypassCSP: true });
    const first = await shownAfter(page, '');
    served.write(PARTNERS.replace('# What', 'edition: 2\nsupersedes: { edition: 1, file: visit.1.yaml }\n# What'));
    const second = await shownAfter(page, first);
    await page.locator('#tab-changes').click();
    await page.locator('#panel-changes h2, #panel-changes li').first().waitFor();
    expect(await page.locator('#panel-changes [lang="en"] li').count()).toBeGreaterThan(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('#tab-pages').click();
    await page.locator('.bar select', { hasText: 'partners' }).selectOption('partners');
    await shownAfter(page, second);
    await page.locator('#tab-withheld').click();
    await page.locator('#panel-withheld').getByText('A secret thing.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    served.write(PARTNERS.replace('[press]', '[nobody]'));
    if (name === 'narrow') await page.getByRole('button', { name: 'Write', exact: true }).click();
    await page.locator('.problem.error').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    if (name === 'narrow') expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(page.faults).toEqual([]);
  });

  test('a problem is told in the language of the page, and what stays English is marked', async () => {
    served = await serve(BROKEN.replace('[en, sv]', '[en]'));
    const page = await openPage(served, { locale: 'sv-SE' });
    const problem = page.locator('.problem.error').first();
    await problem.getByText('Hänvisningen leder ingenstans').waitFor();
    expect(await problem.locator('[lang="en"]').first().textContent()).toContain('nobody');
    expect(await problem.locator('.title').getAttribute('lang')).toBeNull();
    expect(page.faults).toEqual([]);
  });

  test('what is broken is found', async () => {
    served = await serve();
    const page = await openPage(served, { bypassCSP: true });
    await shownAfter(page, '');
    await page.evaluate('document.querySelector(".part button").textContent = ""');
    expect((await violationsOf(page)).join()).toContain('button-name');
  });

  test('by the keyboard alone: a fact is added, and its place is shown', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    const reach = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        const said = (await page.evaluate(
          '(document.activeElement.getAttribute("aria-label") ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent)',
        )) as string;
        if (name.test(said)) return;
      }
      expect.fail(`The keyboard does not reach ${name}`);
    };
    await reach(/^Form/);
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: 'Text' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await reach(/^Add key fact/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Typed by keys.');
    await reach(/^Add sources/);
    await page.keyboard.press('R');
    await reach(/^Add to the brief/);
    await page.keyboard.press('Enter');
    await shownAfter(page, first);
    expect(await wordsOnPages(page)).toContain('Typed by keys.');
    // The next fact is a key away, and who does not see hears that this one is there.
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Add key fact');
    await page.getByRole('status').getByText('Added: Typed by keys.').waitFor();
    expect(page.faults).toEqual([]);
  });
});
