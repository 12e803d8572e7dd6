import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser } from '../web/chromium.js';
import { BRIEF, inBrowser, openPage, type Served, serve, shownAfter, wordsOnPages } from './served.js';

describe.skipIf(!hasBrowser)('what is chosen', () => {
  let served: Served;
  inBrowser();

  const shapeOfPage = (page: Page) =>
    page
      .locator('.sheet')
      .first()
      .evaluate(({ offsetWidth, offsetHeight }: { offsetWidth: number; offsetHeight: number }) =>
        Number((offsetHeight / offsetWidth).toFixed(2)),
      );

  test('another template and another paper, and what the brief says again', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    expect(await shapeOfPage(page)).toBe(1.41);
    await page.getByText('Options', { exact: true }).click();
    await page.getByLabel('Paper').selectOption('LETTER');
    const letter = await shownAfter(page, first);
    expect(await shapeOfPage(page)).toBe(1.29);
    await page.getByLabel('Template').selectOption({ label: 'Two-pager' });
    const paged = await shownAfter(page, letter);
    expect(served.preview.session.state.chosen).toMatchObject({ template: 'two-pager', paper: 'LETTER' });
    expect(await wordsOnPages(page)).toContain('The first fact.');
    for (const label of ['Paper', 'Template']) await page.getByLabel(label).selectOption('As the brief says');
    await shownAfter(page, paged);
    await expect.poll(() => shapeOfPage(page)).toBe(1.41);
    expect(served.preview.session.state.chosen).toMatchObject({ template: null, paper: null });
    expect(served.read()).toBe(BRIEF);
    expect(page.faults).toEqual([]);
  });

  test('what has changed since the edition before', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    expect(await page.getByRole('tab', { name: 'Changes' }).count()).toBe(0);
    writeFileSync(join(served.folder, 'visit.1.yaml'), BRIEF.replace('The first fact.', 'What we took for a fact.'));
    const since = 'edition: 2\nsupersedes: { edition: 1, file: visit.1.yaml }\n';
    served.write(BRIEF.replace('asOf: 2026-01-10\n', `asOf: 2026-01-10\n${since}`));
    await shownAfter(page, first);
    await page.getByRole('tab', { name: 'Changes' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Changes' });
    await panel.getByText('Since edition 1, as of 2026-01-10:').waitFor();
    expect(await panel.textContent()).toContain('What we took for a fact.');
    expect(page.faults).toEqual([]);
  });

  test('what is offered while a text is written', async () => {
    served = await serve();
    const page = await openPage(served);
    await shownAfter(page, '');
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.locator('.cm-line', { hasText: 'summary: It is so.' }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('stat');
    const option = page.getByRole('option', { name: /^status/ });
    await option.waitFor();
    // A moment in which a key still belongs to what is typed.
    await expect.poll(() => option.getAttribute('aria-selected')).toBe('true');
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.getByText('status: ').first().waitFor();
    await page.keyboard.press('Control+Space');
    await page.getByRole('option', { name: 'issued' }).waitFor();
    await page.keyboard.type('dr');
    await page.getByRole('option', { name: 'draft' }).click();
    await expect.poll(() => served.read()).toContain('\nstatus: draft\n');
    expect(page.faults).toEqual([]);
  });
});
