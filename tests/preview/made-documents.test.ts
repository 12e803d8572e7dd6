import { expect, test } from 'vitest';
import type { DocumentParts, MadeDocument } from '../../src/preview/document-job.js';
import { MadeDocuments } from '../../src/preview/made-documents.js';
import { PartsLater } from '../../src/preview/parts-later.js';

const MADE: MadeDocument = {
  pdf: new Uint8Array([1, 2]),
  memo: 'A memo.',
  state: { pages: 1, pdfName: 'a.pdf', memoName: 'a.md', language: 'en', withheld: null, hasChanges: true },
};
const PARTS: DocumentParts = { memo: '{}', withheld: 'null', changes: '{}', spots: '{}' };

interface Case {
  readonly hash?: string;
  readonly made?: Partial<MadeDocument>;
  readonly parts?: Partial<DocumentParts>;
}

test.each<[string, number, Case]>([
  ['the brief', 1, { hash: 'other' }],
  ['the pages', 1, { made: { pdf: new Uint8Array([1, 3]) } }],
  ['the memo', 1, { made: { memo: 'Another.' } }],
  ['what has changed since an older edition', 1, { parts: { changes: '{"since":1}' } }],
  ['nothing', 0, { made: { pdf: new Uint8Array([1, 2]) } }],
])('where %s is another, there are %i more documents', async (_what, more, { hash = 'hash', made, parts }) => {
  const documents = new MadeDocuments();
  documents.begin('hash');
  await documents.add(MADE, new PartsLater(async () => PARTS), 'hash');
  const first = documents.state(false)?.version;
  documents.begin(hash);
  await documents.add({ ...MADE, ...made }, new PartsLater(async () => ({ ...PARTS, ...parts })), hash);
  expect(documents.state(false)?.version !== first).toBe(more === 1);
});

test('what is asked for twice is made once', async () => {
  let count = 0;
  const parts = new PartsLater(async () => {
    count += 1;
    return PARTS;
  });
  await Promise.all([parts.get(), parts.get()]);
  expect(count).toBe(1);
});
