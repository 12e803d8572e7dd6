import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser } from '../web/chromium.js';
import { BRIEF, inBrowser, openPage, type Served, serve, shownAfter, wordsOnPages } from './served.js';

/** Many pages: every item is a few lines. */
const LONG = BRIEF.replace(
  'sources:\n  - id',
  `${Array.from({ length: 1000 }, (_, at) => `  - text: Item number ${at} says something that is long enough to be more than one line on the page.\n    sources: [press]\n`).join('')}sources:\n  - id`,
);

/** Withholds something, in two languages. */
const SHARED = BRIEF.replace('[en]', '[en, sv]')
  .replace('title: A visit', 'title: { en: A visit, sv: Ett besök }')
  .replace(
    '  - text: The first fact.',
    '  - text: A secret thing.\n    audiences: [own]\n    sources: [press]\n  - text: The first fact.',
  )
  .replace('text: The first fact.', 'text: { en: The first fact., sv: Det första. }')
  .replace('summary: It is so.', 'summary: { en: It is so., sv: Så är det. }')
  .concat('editions:\n  - id: partners\n    audiences: [partners]\n');

describe.skipIf(!hasBrowser)('reading', () => {
  let served: Served;
  inBrowser();

  const scrolled = (page: Page) => page.locator('.sheets').evaluate((each: { scrollTop: number }) => each.scrollTop);

  test('of many pages those in sight are drawn, and page, zoom and place stay when a new version comes', async () => {
    served = await serve(LONG);
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    const sheets = await page.locator('.sheet').count();
    expect(sheets).toBeGreaterThan(30);
    expect(await page.locator('.sheet canvas').count()).toBeLessThan(6);
    await page.getByRole('button', { name: 'Larger' }).click();
    await page.locator('.sheets').evaluate((each: { scrollTop: number }) => {
      each.scrollTop = 12_345;
    });
    await page.getByText(/Page 1\d of/).waitFor();
    const zoom = await page.getByText(/\d+ %/).textContent();
    const place = await scrolled(page);
    served.write(LONG.replace('It is so.', 'It is otherwise.'));
    await shownAfter(page, first);
    expect(await scrolled(page)).toBe(place);
    expect(await page.getByText(/\d+ %/).textContent()).toBe(zoom);
    expect(await page.locator('.sheet canvas').count()).toBeLessThan(6);
    expect(page.faults).toEqual([]);
  });

  test('an edition shows what it withholds; a language is chosen; the files are downloaded', async () => {
    served = await serve(SHARED);
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    expect(await wordsOnPages(page)).toContain('A secret thing.');
    await page.getByLabel('Edition').first().selectOption('partners');
    const second = await shownAfter(page, first);
    expect(await wordsOnPages(page)).not.toContain('A secret thing.');
    await page.locator('.words span', { hasText: 'The first fact.' }).first().click();
    await expect.poll(() => page.evaluate('document.activeElement.value')).toBe('The first fact.');
    await page.getByRole('tab', { name: /Withheld/ }).click();
    await page
      .getByRole('tabpanel', { name: /Withheld/ })
      .getByText('A secret thing.')
      .waitFor();
    await page.getByRole('tab', { name: 'Pages' }).click();
    await page.getByLabel('Language').first().selectOption('sv');
    await shownAfter(page, second);
    expect(await wordsOnPages(page)).toContain('Ett besök');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'PDF' }).click()]);
    expect(file.suggestedFilename()).toMatch(/visit.*partners.*\.pdf$|visit.*\.pdf$/);
    const [memo] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Memo' }).click()]);
    expect(memo.suggestedFilename()).toMatch(/\.md$/);
    expect(page.faults).toEqual([]);
  });

  test('the memo is read, and seen as Markdown; a hostile brief is text', async () => {
    const evil = '<img src=x onerror=window.hit=1><script>window.hit=2</script>';
    served = await serve(
      BRIEF.replace('title: A visit', `title: '${evil}'`).replace('The first fact.', `'${evil} [a](javascript:alert)'`),
    );
    const page = await openPage(served);
    await page.locator('.problem, [data-shown]:not([data-shown=""])').first().waitFor({ state: 'attached' });
    served.write(BRIEF.replace('title: A visit', `title: '${evil}'`));
    await shownAfter(page, '');
    await page.getByRole('tab', { name: 'Memo' }).click();
    await page.getByRole('heading', { level: 1, name: evil }).waitFor();
    await page.getByRole('button', { name: 'As Markdown' }).click();
    expect(await page.locator('.raw').textContent()).toContain('It is so.');
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.locator('.cm-content').getByText('onerror').first().waitFor();
    expect(await page.evaluate('window.hit')).toBeUndefined();
    expect(await page.locator('img, iframe, object, embed').count()).toBe(0);
    expect(page.faults).toEqual([]);
  });

  test('a paragraph on the page leads to its lines, and a line to its paragraph; a problem to its line', async () => {
    served = await serve();
    const page = await openPage(served);
    await shownAfter(page, '');
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.locator('.words span', { hasText: 'The first fact.' }).first().click();
    await expect.poll(() => page.locator('.cm-activeLine').textContent()).toContain('The first fact.');
    await page.locator('.cm-line', { hasText: 'summary: It is so.' }).click();
    await page.locator('.sheet .lit').first().waitFor({ state: 'attached' });
    served.write(BRIEF.replace('[press]', '[nobody]'));
    await page.locator('.problem.error').click();
    await expect.poll(() => page.locator('.cm-activeLine').textContent()).toContain('nobody');
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.getByRole('tab', { name: 'Form' }).click();
    await page.locator('.words span', { hasText: 'The first fact.' }).first().click();
    await expect.poll(() => page.evaluate('document.activeElement.value')).toBe('The first fact.');
    expect(page.faults).toEqual([]);
  });

  test('a problem that is of no field of the form leads to its line in the text', async () => {
    served = await serve();
    const page = await openPage(served);
    await shownAfter(page, '');
    served.write(BRIEF.replace('summary: It is so.', 'summary: It is so.\nsumary: It is not.'));
    await page.locator('.problem.error').click();
    await expect.poll(() => page.locator('.cm-activeLine').textContent()).toContain('sumary');
    expect(page.faults).toEqual([]);
  });
});
