/**
 * The licences of the packages whose code is in `dist/`. Derived from what the bundler has taken, so that none can be
 * forgotten: a package without a licence stops the build.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './load-source.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying)(\.|-|$)/i;
const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** `name version`, the licence and its text, for each package of these metafiles of esbuild, and for those copied whole. */
export async function thirdPartyNotices(metafiles, copied = []) {
  const folders = new Set(copied);
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const [, folder] = PACKAGE.exec(path) ?? [];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const notices = await Promise.all([...folders].map(noticeOf));
  return [HEADER, ...notices.sort()].join(`\n${'-'.repeat(80)}\n\n`);
}

const HEADER = `The code of these packages is part of Briefpress, in dist/, each under its own licence.
The fonts and the colour profile are in THIRD-PARTY-LICENSES.md.
`;

async function noticeOf(folder) {
  const place = join(ROOT, folder);
  const about = JSON.parse(await readFile(join(place, 'package.json'), 'utf8'));
  const files = (await readdir(place)).filter((name) => LICENCE_FILE.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(place, name), 'utf8')));
  const others = await Promise.all((INSIDE[about.name] ?? []).map((file) => readFile(join(ROOT, file), 'utf8')));
  const own = texts.map((each) => each.trim()).join('\n\n') || standardText(about);
  if (own === null) throw new Error(`${folder} does not say under which licence it is.`);
  const home = about.homepage ?? about.repository?.url ?? about.repository ?? '';
  const head = [`${about.name} ${about.version}`, about.license, home].filter(Boolean);
  return `${[...head, '', own, ...others].join('\n')}\n`;
}

/** Packages that carry the code of another project. */
const INSIDE = { unpdf: ['node_modules/pdfjs-dist/LICENSE'] };

/** Some packages name the MIT licence and their author, and leave the text out. */
function standardText({ license, author, repository }) {
  if (license !== 'MIT') return null;
  const holder = author?.name ?? author ?? `its authors (${repository?.url ?? repository})`;
  return `Copyright (c) ${holder}\n\n${MIT}`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
