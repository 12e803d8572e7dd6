/** Other tools, as far as they are on this machine: how each makes the short document from the same words. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { htmlShort, markdownShort } from './peer-files.mjs';

/** The binding brings Typst's whole compiler, 50 MB: fetched when it is first wanted, and kept outside the project. */
const TYPST = '@myriaddreamin/typst-ts-node-compiler@0.7.0';
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'briefpress-bench');

/** The folder with Typst's binding, or null where it cannot be had. */
export function peersFolder() {
  if (existsSync(join(CACHE, 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler'))) return CACHE;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'package.json'), '{ "private": true }\n');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', TYPST], { cwd: CACHE, stdio: 'ignore' });
    return CACHE;
  } catch {
    return null;
  }
}

/** Tool → the command that makes a PDF of the short document; and the names of what is not installed. */
export function installedPeers(folder) {
  writeFileSync(join(folder, 'short.html'), htmlShort());
  writeFileSync(join(folder, 'short.md'), markdownShort());
  const page = `file://${join(folder, 'short.html')}`;
  const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(isInstalled) ?? 'chromium';
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  const commands = {
    Chromium: [chromium, ...flags, `--print-to-pdf=${join(folder, 'chromium.pdf')}`, page],
    WeasyPrint: ['weasyprint', 'short.html', 'weasyprint.pdf'],
    'pandoc + XeLaTeX': ['pandoc', 'short.md', '--pdf-engine=xelatex', '-o', 'pandoc.pdf'],
  };
  const needs = { Chromium: [chromium], WeasyPrint: ['weasyprint'], 'pandoc + XeLaTeX': ['pandoc', 'xelatex'] };
  const isThere = ([name]) => needs[name].every(isInstalled);
  return {
    installed: Object.fromEntries(Object.entries(commands).filter(isThere)),
    // RenderCV sets curricula alone, so it can be given no brief; its engine is Typst.
    missing: Object.keys(commands).filter((name) => !isThere([name])),
  };
}

function isInstalled(command) {
  return spawnSync('bash', ['-c', 'command -v "$1"', 'bash', command]).status === 0;
}
