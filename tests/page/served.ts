/** A preview of a brief in a folder of its own, and the page of it in a real browser. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Preview, startPreview } from '../../src/preview/server.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';
import { openBrowser } from '../web/chromium.js';

export const BRIEF = `briefpress: 1
title: A visit
asOf: 2026-01-10
languages: [en] # the first is the main one
# What the minister must know.
summary: It is so.
keyFacts:
  # The first of all.
  - text: The first fact.
    sources: [press]
sources:
  - id: press
    type: article-newspaper
    title: Report on the visit
    issued: 2026-01-09
`;

export interface Served {
  readonly folder: string;
  readonly preview: Preview;
  read(): string;
  write(text: string): void;
  /** Ends the server, and gives what starts it anew at the same address. */
  stop(): Promise<() => Promise<void>>;
  end(): Promise<void>;
}

let browser: Browser;
const running: Served[] = [];

/** Opens a browser for the tests around the call, and ends after each of them what it has served. */
export function inBrowser(): void {
  // What prints is loaded with the first document, which takes longer than a test may wait for it on a busy machine.
  beforeAll(
    () => Promise.all([import('../../src/briefing/page-budget.js'), import('../../src/pdf/print.js')]),
    120_000,
  );
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((served) => served.end()));
  });
  afterAll(() => browser?.close());
}

export async function serve(text: string | null = BRIEF, name = 'visit.yaml'): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-page-'));
  const file = join(folder, name);
  if (text !== null) writeFileSync(file, text);
  const start = (port = 0, key?: string) => {
    const settings = {
      target: text === null ? '.' : name,
      materials: {},
      building: {},
      today: () => '2026-01-10',
      begin: (where: string, begun: string) => {
        const value = join(where, `${begun}.yaml`);
        writeFileSync(value, BRIEF.replace('A visit', 'A brief that was begun'));
        return { ok: true as const, value, diagnostics: [] };
      },
      told: <T>(diagnostic: T) => diagnostic,
      faultOf: (fault: unknown) => {
        throw fault;
      },
    };
    return startPreview(diskWorkspace(folder), settings, { port, ...(key !== undefined && { key }) });
  };
  let preview = await start();
  const served: Served = {
    folder,
    get preview() {
      return preview;
    },
    read: () => readFileSync(file, 'utf8'),
    write: (written) => writeFileSync(file, written),
    async stop() {
      const { port, address } = preview;
      const key = address.split('/').at(-2);
      await preview.stop();
      return async () => {
        preview = await start(port, key);
      };
    },
    async end() {
      await preview.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  running.push(served);
  return served;
}

/** The page when its first document is drawn; what goes wrong in it fails the test. */
export async function openPage(
  { preview: { address } }: Served,
  options: BrowserContextOptions = {},
): Promise<Page & { readonly faults: string[] }> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  // For a machine that does other work too; no test is decided by it.
  page.setDefaultTimeout(90_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(address)) faults.push(request.url());
  });
  await page.goto(address);
  return Object.assign(page, { faults });
}

/** The version of the document that is drawn. */
async function shownVersion(page: Page): Promise<string> {
  return (await page.locator('[data-shown]').getAttribute('data-shown')) ?? '';
}

/** Waits until another document than this one is drawn. */
export async function shownAfter(page: Page, version: string): Promise<string> {
  await page.locator(`[data-shown]:not([data-shown="${version}"])`).waitFor({ state: 'attached' });
  return shownVersion(page);
}

/** What a reader of the printed pages reads on the screen. */
export async function wordsOnPages(page: Page): Promise<string> {
  return (await page.locator('.words').allTextContents()).join('\n');
}
