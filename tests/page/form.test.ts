import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { starterBrief } from '../../src/cli/commands/new/starter.js';
import { hasBrowser } from '../web/chromium.js';
import { BRIEF, inBrowser, openPage, type Served, serve, shownAfter, wordsOnPages } from './served.js';

describe.skipIf(!hasBrowser)('the form', () => {
  let served: Served;
  inBrowser();

  const part = (page: Page, name: string) => page.locator(`.part[data-part="${name}"]`);

  test('adds a fact with its source; comments and order stay', async () => {
    served = await serve();
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    const facts = part(page, 'keyFacts');
    await facts.getByRole('button', { name: 'Add key fact' }).click();
    await page.keyboard.type('The second fact: "quoted" # and more.');
    await facts.getByRole('button', { name: 'Add to the brief' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Sources');
    await facts.getByLabel('Add sources').selectOption('Report on the visit');
    await facts.getByRole('button', { name: 'Add to the brief' }).click();
    await shownAfter(page, first);
    expect(await wordsOnPages(page)).toContain('The second fact: "quoted" # and more.');
    const text = served.read();
    expect(text).toContain('languages: [en] # the first is the main one\n# What the minister must know.\n');
    expect(text).toMatch(/# The first of all\.\n {2}- text: The first fact\.\n {4}sources: \[press\]\n {2}- text:/);
    expect(text.indexOf('keyFacts')).toBeLessThan(text.indexOf('\nsources:'));
    expect(page.faults).toEqual([]);
  });

  test('an item is moved, changed and removed', async () => {
    served = await serve(
      BRIEF.replace('sources:\n  - id', '  - text: A second one.\n    sources: [press]\nsources:\n  - id'),
    );
    const page = await openPage(served);
    await shownAfter(page, '');
    const facts = part(page, 'keyFacts');
    await facts.getByRole('button', { name: 'Move up: A second one.' }).click();
    await expect.poll(() => served.read()).toMatch(/A second one\.[\s\S]*The first fact\./);
    await facts.getByRole('button', { name: '2 The first fact.' }).click();
    await facts.getByLabel('Text').fill('The fact, changed.');
    await expect.poll(() => served.read()).toContain('- text: The fact, changed.');
    expect(served.read()).toContain('# The first of all.');
    await facts.getByRole('button', { name: 'Remove: A second one.' }).click();
    await expect.poll(() => served.read()).not.toContain('A second one.');
    expect(served.read()).toContain('The fact, changed.');
    expect(page.faults).toEqual([]);
  });

  test('a text has a field for each language, and a problem is beside its field', async () => {
    served = await serve(BRIEF.replace('[en]', '[en, sv]'));
    const page = await openPage(served);
    await part(page, 'summary').getByLabel('Summary, Swedish').fill('Så är det.');
    await expect.poll(() => served.read()).toMatch(/summary:\n {2}en: It is so\.\n {2}sv: Så är det\.\n/);
    await part(page, 'head').getByLabel('As of (needed)').fill('2026-13-45');
    const field = page.locator('[data-field="asOf"]');
    await field.locator('.wrong').waitFor();
    expect(await field.getByLabel('As of (needed)').getAttribute('aria-invalid')).toBe('true');
    expect(page.faults).toEqual([]);
  });

  test('a brief by the form alone: five facts, two stakeholders and a checked quotation', async () => {
    served = await serve(
      starterBrief({ type: 'information-memo', title: 'Visit', date: '2026-01-10', schema: 'brief.schema.json' }),
    );
    const page = await openPage(served);
    const first = await shownAfter(page, '');
    await part(page, 'head').getByLabel('Title').first().fill('A visit');
    await part(page, 'summary').getByLabel('Summary').fill('The minister came, and regrets the delay.');
    const facts = part(page, 'keyFacts');
    await facts.locator('.itemname').first().click();
    await facts.getByLabel('Text').fill('Fact number 1.');
    for (const number of [2, 3, 4, 5]) {
      await facts.getByRole('button', { name: 'Add key fact' }).click();
      const card = facts.locator('.newitem');
      await card.getByLabel('Text').fill(`Fact number ${number}.`);
      await card.getByLabel('Add sources').selectOption({ index: 1 });
      await card.getByRole('button', { name: 'Add to the brief' }).click();
      await card.waitFor({ state: 'detached' });
    }
    const people = part(page, 'stakeholders');
    for (const name of ['Ministry of Justice', 'The Court']) {
      await people.getByRole('button', { name: 'Add stakeholder' }).click();
      const card = people.locator('.newitem');
      await card.getByLabel('Name').fill(name);
      await card.getByLabel('Kind').selectOption({ index: 1 });
      await card.getByRole('button', { name: 'Add to the brief' }).click();
      await card.waitFor({ state: 'detached' });
    }
    await part(page, 'quotes').getByRole('button', { name: 'Quote from a kept copy…' }).click();
    await page.getByRole('button', { name: 'New source…' }).click();
    const source = page.getByRole('dialog', { name: 'New source…' });
    await source.getByLabel('Type').selectOption('report');
    await source.getByLabel('Title', { exact: false }).first().fill('A statement');
    await source.getByRole('button', { name: 'Add to the brief' }).click();
    await page.getByRole('heading', { name: 'A statement' }).waitFor();
    await page.getByRole('button', { name: /^Keep pasted text.*A statement/ }).click();
    await page.getByLabel('The text of the source').fill('The minister said: We regret the delay, and we will come.');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    // It is open, and the cursor at its beginning.
    await page.getByLabel('The kept copy of A statement.').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('copytext');
    for (let at = 0; at < 19; at += 1) await page.keyboard.press('ArrowRight');
    for (let at = 0; at < 19; at += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('button', { name: 'Quote the selection…' }).click();
    expect(await page.getByLabel('Speaker').inputValue()).toBe('');
    await page.getByLabel('Speaker').fill('Minister');
    await page.getByRole('button', { name: 'Quote', exact: true }).click();
    await expect.poll(() => served.read()).toContain('We regret the delay');
    await expect.poll(() => wordsOnPages(page)).toContain('We regret the delay');
    const words = await wordsOnPages(page);
    for (const said of ['Fact number 5.', 'The Court', 'Ministry of Justice', 'A visit']) expect(words).toContain(said);
    expect(await page.getByText(/\d errors?/).count()).toBe(0);
    expect(first).not.toBe('');
    expect(page.faults).toEqual([]);
  });
});
