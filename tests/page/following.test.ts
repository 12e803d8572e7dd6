import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasBrowser } from '../web/chromium.js';
import { BRIEF, inBrowser, openPage, type Served, serve, shownAfter, wordsOnPages } from './served.js';

describe.skipIf(!hasBrowser)('the page follows the brief', () => {
  let served: Served;
  inBrowser();

  test('write, see; break, see the problem; mend', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    expect(await wordsOnPages(page)).toContain('The first fact.');
    served.write(BRIEF.replace('The first fact.', 'Another fact.'));
    const second = await shownAfter(page, first);
    expect(await wordsOnPages(page)).toContain('Another fact.');

    served.write(BRIEF.replace('sources: [press]', 'sources: [nobody]'));
    await page.locator('.problems').getByText('1 error').waitFor();
    const problem = page.locator('.problem.error');
    expect(await problem.textContent()).toContain('nobody');
    expect(await problem.textContent()).toContain('line 10');
    await page.getByText('You see the last version without them.').waitFor();
    expect(await wordsOnPages(page)).toContain('Another fact.');
    expect(await page.locator('[data-shown]').getAttribute('data-shown')).toBe(second);

    served.write(BRIEF.replace('The first fact.', 'A third fact.'));
    await shownAfter(page, second);
    expect(await wordsOnPages(page)).toContain('A third fact.');
    expect(await page.getByText('You see the last version without them.').count()).toBe(0);
    expect(page.faults).toEqual([]);
  });

  test('a brief is begun by its name', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    await page.getByRole('button', { name: 'New brief' }).click();
    const dialog = page.getByRole('dialog', { name: 'New brief' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'New brief' }).click();
    await dialog.getByRole('button', { name: 'Begin' }).click();
    expect(existsSync(join(served.folder, 'second.yaml'))).toBe(false);
    await dialog.getByLabel('Name').fill('second');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await shownAfter(page, first);
    expect(await wordsOnPages(page)).toContain('A brief that was begun');
    expect(existsSync(join(served.folder, 'second.yaml'))).toBe(true);
    expect(page.faults).toEqual([]);
  });

  test('the brief is deleted, and is back', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    rmSync(join(served.folder, 'visit.yaml'));
    await page.getByText('The file of this brief is not there any more.').waitFor();
    expect(await wordsOnPages(page)).toContain('The first fact.');
    served.write(BRIEF.replace('The first fact.', 'It is back.'));
    await shownAfter(page, first);
    await expect.poll(() => page.getByText('The file of this brief is not there any more.').count()).toBe(0);
    expect(await wordsOnPages(page)).toContain('It is back.');
    expect(page.faults).toEqual([]);
  });

  test('the server is stopped and started: the page says so, and follows again', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    const start = await served.stop();
    await page.getByText('The program is not running.').waitFor();
    expect(await wordsOnPages(page)).toContain('The first fact.');
    served.write(BRIEF.replace('The first fact.', 'A later fact.'));
    await start();
    await shownAfter(page, first);
    await expect.poll(() => wordsOnPages(page)).toContain('A later fact.');
    expect(await page.getByText('The program is not running.').count()).toBe(0);
    expect(page.faults).toEqual([]);
  });
});
