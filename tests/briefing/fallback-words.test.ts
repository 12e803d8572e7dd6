import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { briefpress } from '../cli/session.js';

const HEBREW = `briefpress: 1
languages: [he]
title: ביקור
asOf: 2024-09-04
summary: האורח הגיע.
keyFacts: [{ text: זה היה הביקור הראשון., sources: [a] }]
sources: [{ id: a, type: book, title: דוח, issued: 2024-09-03 }]
`;

interface Item {
  readonly str: string;
  /** The last two are where it begins, in points. */
  readonly transform: readonly number[];
  readonly width: number;
}

test('words that no label file has in Hebrew are English, run from the left, and leave the page as it is', async () => {
  const run = await briefpress(['build', 'a.yaml', '--format', 'pdf'], { files: { 'a.yaml': HEBREW } });
  const data = Uint8Array.from(run.files.get('output/a.pdf') ?? []);
  const document = await getDocument({ data, verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const items = (await page.getTextContent()).items as unknown as readonly Item[];
  const tree = JSON.stringify(await page.getStructTree());
  await document.destroy();
  const rightEdge = ({ transform: [, , , , x = 0], width }: Item) => Math.round(x + width);
  const heading = items.find(({ str }) => str === 'Key facts');
  const title = items.find(({ str }) => /\p{Script=Hebrew}/u.test(str));
  // The day stands before the month, in one piece: right to left, it would be `September 2024 4`.
  expect(items.filter(({ str }) => str.includes('4 September 2024')).length).toBeGreaterThan(1);
  expect(items.map(({ str }) => str)).not.toContain('4');
  // A heading in English begins where the Hebrew ones would.
  expect(heading && title && Math.abs(rightEdge(heading) - rightEdge(title))).toBeLessThan(3);
  expect(tree).toContain('"lang":"en"');
});
