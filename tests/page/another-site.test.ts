import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser } from '../web/chromium.js';
import { BRIEF, inBrowser, openPage, type Served, serve, shownAfter } from './served.js';

/** What a page may try with an address whose key it has learnt: each gives what it got, or `refused`. */
const ATTEMPTS: Readonly<Record<string, string>> = {
  'reads the state': `fetch(address + 'api/state').then((answer) => answer.text())`,
  'reads without asking whether it may': `fetch(address + 'api/state', { mode: 'no-cors' }).then((answer) => answer.text())`,
  'reads with its own header': `fetch(address + 'api/state', { headers: { 'x-briefpress-preview': '1' } }).then((answer) => answer.text())`,
  'writes as JSON': `fetch(address + 'api/text', { method: 'PUT', headers: { 'content-type': 'application/json', 'x-briefpress-preview': '1' }, body }).then((answer) => answer.text())`,
  'writes as a form does': `fetch(address + 'api/edit', { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body }).then((answer) => answer.text())`,
  'begins a brief': `fetch(address + 'api/begin', { method: 'POST', mode: 'no-cors', body: '{"name":"x","type":"read-ahead"}' }).then((answer) => answer.text())`,
  'follows the events': `new Promise((resolve, reject) => { const source = new EventSource(address + 'api/events'); source.addEventListener('state', ({ data }) => resolve(data)); source.onerror = () => { source.close(); reject(new Error()); }; })`,
  'opens a socket': `new Promise((resolve, reject) => { const socket = new WebSocket(address.replace('http', 'ws') + 'api/events'); socket.onopen = () => resolve('open'); socket.onerror = () => reject(new Error()); })`,
  'runs its script': `new Promise((resolve, reject) => { const script = document.createElement('script'); script.src = address + 'page.js'; script.onload = () => resolve('loaded'); script.onerror = () => reject(new Error()); document.head.append(script); })`,
  'shows it in a frame': `new Promise((resolve) => { const frame = document.createElement('iframe'); frame.src = address; frame.onload = () => { try { resolve(frame.contentDocument.body.innerHTML); } catch { resolve(''); } }; document.body.append(frame); })`,
};

describe.skipIf(!hasBrowser)('a page of another site', () => {
  let served: Served;
  let other: Server;
  let asked: { readonly referer: string | undefined }[] = [];
  inBrowser();
  beforeAll(async () => {
    other = createServer(({ headers }, answer) => {
      asked.push({ referer: headers.referer });
      answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Another</title><body>');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    other.closeAllConnections();
    other.close();
  });

  /** Another port is another origin, and another name another site. */
  test.each(['127.0.0.1', 'localhost'])('can neither read nor write, although it knows the key: %s', async (host) => {
    served = await serve();
    const own = await openPage(served);
    await shownAfter(own, '');
    const page: Page = await own.context().newPage();
    await page.goto(`http://${host}:${(other.address() as AddressInfo).port}/`);
    const { address } = served.preview;
    const body = JSON.stringify({ brief: 'visit.yaml', base: BRIEF, text: `${BRIEF}# written by another\n` });
    for (const [name, attempt] of Object.entries(ATTEMPTS)) {
      const got = await page.evaluate(
        `((address, body) => Promise.resolve(${attempt}).catch(() => 'refused'))(${JSON.stringify(address)}, ${JSON.stringify(body)})`,
      );
      // An answer that the browser hides is empty.
      expect(['refused', ''], name).toContain(got);
    }
    expect(served.read()).toBe(BRIEF);
    expect(served.preview.session.state.briefs.map(({ path }) => path)).toEqual(['visit.yaml']);
  });

  test('is not told the key by a link that leads to it', async () => {
    const { port } = other.address() as AddressInfo;
    served = await serve(BRIEF.replace('It is so.', `It is [so](http://127.0.0.1:${port}/linked).`));
    const page = await openPage(served);
    await shownAfter(page, '');
    await page.getByRole('tab', { name: 'Memo' }).click();
    asked = [];
    await page.getByRole('tabpanel', { name: 'Memo' }).getByRole('link', { name: 'so' }).click();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    expect(asked.map(({ referer }) => referer)).toEqual(asked.map(() => undefined));
  });
});
