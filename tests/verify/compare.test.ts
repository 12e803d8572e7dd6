import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/verify/compare-pdfs.js';
import { type HoledObject, pdfWith } from '../proof/holes.js';

const attached = (id: number, name: string, data: string): HoledObject[] => [
  `<< /Type /Filespec /UF (${name}) /EF << /F ${id + 1} 0 R >> >>`,
  { dictionary: '/Type /EmbeddedFile', data },
];
const memo = attached(7, 'memo.md', 'words');
const metadata = (title: string): HoledObject => ({ dictionary: '/Type /Metadata', data: title });

describe('what differs is named', () => {
  test.each<[string, Uint8Array, Uint8Array, readonly string[]]>([
    ['nothing', pdfWith(memo), pdfWith(memo), []],
    ['an attachment that is missing', pdfWith([]), pdfWith(memo), ['The attachment memo.md is missing.']],
    ['one that was added', pdfWith(memo), pdfWith([]), ['The attachment memo.md was added.']],
    [
      'one that was changed',
      pdfWith(attached(7, 'memo.md', 'other')),
      pdfWith(memo),
      ['The attachment memo.md was changed.'],
    ],
    ['a page', pdfWith([], 'Harmless word'), pdfWith([]), ['The text of page 1 was changed.']],
    ['metadata', pdfWith([metadata('a')]), pdfWith([metadata('b')]), ['The metadata was changed.']],
  ])('%s', (_, found, made, differences) => {
    expect(compareDocuments(found, made)).toEqual(differences);
  });

  test('what has no words of its own, by its place', () => {
    const found = pdfWith(['<< /A 1 >>']);
    const made = pdfWith(['<< /A 2 >>']);
    const at = found.findIndex((byte, i) => byte !== made[i]) + 1;
    expect(compareDocuments(found, made)).toEqual([expect.stringContaining(`from byte ${at} on`)]);
    expect(compareDocuments(pdfWith(['<< /A 1 >> ']), made)[0]).toContain(`It has ${made.length + 1} bytes`);
  });
});
