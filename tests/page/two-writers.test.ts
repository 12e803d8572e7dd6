import { describe, expect, test } from 'vitest';
import { hasBrowser } from '../web/chromium.js';
import { BRIEF, inBrowser, openPage, type Served, serve, shownAfter, wordsOnPages } from './served.js';

describe.skipIf(!hasBrowser)('two who write', () => {
  let served: Served;
  inBrowser();

  async function written() {
    served = await serve();
    const page = await openPage(served);
    await shownAfter(page, '');
    await page.getByText('Options').click();
    await page.getByLabel('Save by itself').uncheck();
    await page.keyboard.press('Escape');
    return page;
  }

  test('what was changed on the disk and here comes together', async () => {
    const page = await written();
    await page.locator('.part[data-part="summary"]').getByLabel('Summary').fill('It is so, we think.');
    await page.getByText('Not saved').waitFor();
    expect(served.read()).toBe(BRIEF);
    served.write(BRIEF.replace('The first fact.', 'The fact of another.'));
    await expect.poll(() => wordsOnPages(page)).toContain('The fact of another.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => served.read()).toContain('It is so, we think.');
    expect(served.read()).toContain('The fact of another.');
    await page.getByText('Both changes are in it now.').waitFor();
    expect(page.faults).toEqual([]);
  });

  test.each([
    ['Mine', 'My summary.'],
    ['The one on the disk', 'The summary of another.'],
  ])('what both have changed is asked about: %s', async (choice, left) => {
    const page = await written();
    await page.locator('.part[data-part="summary"]').getByLabel('Summary').fill('My summary.');
    await page.getByText('Not saved').waitFor();
    served.write(BRIEF.replace('It is so.', 'The summary of another.'));
    await expect.poll(() => wordsOnPages(page)).toContain('The summary of another.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').getByText('My summary.').waitFor();
    expect(served.read()).toContain('The summary of another.');
    await page.getByRole('radio', { name: choice }).check();
    await page.getByRole('button', { name: 'Save so' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(served.read()).toContain(`summary: ${left}\n`);
    expect(page.faults).toEqual([]);
  });

  test('two windows write at once, and both see both', async () => {
    served = await serve();
    const one = await openPage(served);
    const other = await openPage(served);
    await Promise.all([shownAfter(one, ''), shownAfter(other, '')]);
    await Promise.all([
      one.locator('.part[data-part="summary"]').getByLabel('Summary').fill('Summary of one.'),
      other.locator('.part[data-part="head"]').getByLabel('Subtitle').fill('Subtitle of the other.'),
    ]);
    await expect.poll(() => served.read()).toContain('Summary of one.');
    await expect.poll(() => served.read()).toContain('Subtitle of the other.');
    expect(served.read()).toContain('Summary of one.');
    for (const page of [one, other]) {
      await expect.poll(() => wordsOnPages(page)).toContain('Summary of one.');
      await expect.poll(() => wordsOnPages(page)).toContain('Subtitle of the other.');
      expect(page.faults).toEqual([]);
    }
  });

  test('what is written while the server is away is kept, and saved when it is back', async () => {
    served = await serve();
    const page = await openPage(served);
    await shownAfter(page, '');
    const start = await served.stop();
    await page.getByText('The program is not running.').waitFor();
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.locator('.cm-line', { hasText: 'summary: It is so.' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' And more.');
    await start();
    await expect.poll(() => served.read()).toContain('It is so. And more.');
    await expect.poll(() => wordsOnPages(page)).toContain('It is so. And more.');
    expect(page.faults).toEqual([]);
  });
});
