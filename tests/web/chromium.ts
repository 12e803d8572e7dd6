/** A real browser, for what only one can tell. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = PLACES.find((path) => path !== undefined && existsSync(path));

/** Continuous integration has one; a person without one runs the other tests. */
export const hasBrowser = executablePath !== undefined || process.env.CI === 'true';

export function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('There is no Chromium: install it, or name it in CHROMIUM.');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
