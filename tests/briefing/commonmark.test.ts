import { createRequire } from 'node:module';
import { micromark } from 'micromark';
import { parseFragment } from 'parse5';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { collectImages } from '../../src/document/walk.js';
import { buildBriefing } from '../../src/index.js';
import { parseBlocks } from '../../src/markdown/parse.js';
import { visibleText, withoutComments } from '../markdown/visible-text.js';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly number: number;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: readonly Example[] };

/** Two character references name letters of Malayalam and Kannada, for which no font is at hand. */
function printable(markdown: string): string {
  return markdown.replace('&#XD06;', '&#X416;').replace('&#xcab;', '&#x416;');
}

/** An example whose picture does not exist does not build; pictures are tried on their own. */
const examples = tests
  .map(({ markdown, html, number }) => ({ number, html, markdown: printable(markdown.replaceAll('→', '\t')) }))
  .filter(({ markdown }) => {
    const { nodes } = parseBlocks(markdown, { directives: 'public', html: 'text' });
    return (
      collectImages({ type: 'root', children: nodes }).length === 0 && markdown.trim() !== '' && !/!\[/.test(markdown)
    );
  });

/** Blanks are the page setter's. */
const letters = (text: string): string => text.normalize('NFC').replace(/[\s\u00AD\u200B-\u200F\uFEFF]/g, '');

/** What the pages say outside their artifacts (header, footer, rules), by pdf.js. */
async function contentOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
  let text = '';
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    let artifacts = 0;
    const open: boolean[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) text += artifacts === 0 ? item.str : '';
      else if (item.type === 'endMarkedContent') artifacts -= open.pop() ? 1 : 0;
      else {
        // pdf.js gives the tag, and its types leave it out.
        const isArtifact = (item as { readonly tag?: string }).tag === 'Artifact';
        open.push(isArtifact);
        artifacts += isArtifact ? 1 : 0;
      }
    }
  }
  await document.destroy();
  return text;
}

test('every example of the CommonMark specification is in the PDF, whole and in order', async () => {
  expect(examples.length).toBeGreaterThan(600);
  const brief = {
    briefpress: 1,
    title: 'CommonMark',
    asOf: '2024-09-04',
    summary: 'Everything is here.',
    keyFacts: [{ text: 'One.', sources: ['spec'] }],
    annexes: examples.map(({ number, markdown }) => ({ title: `before${number}begin`, body: `${markdown}\n` })),
    sources: [{ id: 'spec', type: 'webpage', title: 'endofall' }],
  };
  const made = await buildBriefing({ text: JSON.stringify(brief), name: 'c.json', formats: ['pdf'] });
  expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!made.ok) return;
  const text = letters(await contentOf(made.value.pdf ?? new Uint8Array()));
  const lost = examples.flatMap(({ number, html, markdown }) => {
    const begin = `before${number}begin`;
    const at = text.indexOf(begin) + begin.length;
    const end = text.slice(at).search(/AnnexA?[A-Z]*:before|endofall/);
    const found = text.slice(at, end === -1 ? undefined : at + end);
    const expected = letters(withoutComments(visibleText(parseFragment(micromark(markdown))), html));
    return text.includes(begin) && isWithin(expected, found) ? [] : [{ number, expected, found }];
  });
  expect(lost).toEqual([]);
}, 120_000);

/** Whether `found` is `expected` with nothing but labels of list items (`•`, `1.`, `a.`) and hyphens of divided words between. */
function isWithin(expected: string, found: string): boolean {
  const [rest, extra] = [[...expected], [] as string[]];
  for (const letter of found) {
    if (rest[0] === letter) rest.shift();
    else extra.push(letter);
  }
  return rest.length === 0 && /^[-•◦▪–‣\d.)]*$/.test(extra.join(''));
}
