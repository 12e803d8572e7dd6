import { describe, expect, it } from 'vitest';
import { definitionOf } from './definitions.js';
import { PdfFile } from './file/file.js';
import { heardOf, readingLines, readingOf } from './reading.js';
import { rendered } from './rendered.js';
import { SAMPLE } from './sample.js';

describe('what a screen reader would say', () => {
  it('is the definition, in its order, with nothing missing and nothing twice', async () => {
    const heard = readingOf(new PdfFile((await rendered(SAMPLE)).bytes));
    await expect(`${readingLines(heard).join('\n')}\n`).toMatchFileSnapshot('golden/sample.reading.txt');
  });

  it('says what a dash means, and takes a corner without words for no head', async () => {
    const rules = { top: 0, head: 0, between: 0, bottom: 0, left: 0, inner: 0, right: 0, color: '#000000' } as const;
    const body = [
      [{ text: '' }, { text: 'Cost' }],
      [{ text: 'A' }, { text: [{ text: '–', role: 'Span', alt: 'not given' }] }],
    ] as const;
    const table = { widths: ['*', '*'], headerRows: 1, body } as const;
    const file = new PdfFile(
      (await rendered(definitionOf([{ table, rules: { ...rules, padding: [0, 0, 0, 0] } }]))).bytes,
    );
    const heard = readingOf(file);
    expect(heardOf(heard, 'Span').map(({ text }) => text)).toEqual(['not given']);
    expect(heardOf(heard, 'TH').map(({ text }) => text)).toEqual(['Cost']);
    expect(heardOf(heard, 'TD').map(({ text }) => text)).toEqual(['', 'A', 'not given']);
  });

  it('announces languages, lists and heads', async () => {
    const heard = readingOf(new PdfFile((await rendered(SAMPLE)).bytes));
    expect(heardOf(heard, 'BlockQuote').map((quote) => quote.lang)).toEqual(['sv']);
    expect(
      heardOf(heard, 'Span')
        .filter((span) => span.lang)
        .map((span) => [span.lang, span.text]),
    ).toEqual([['fr', 'déjà vu']]);
    expect(heardOf(heard, 'Lbl').map((label) => label.text)).toEqual([
      '•',
      '•',
      '9.',
      '10.',
      '•',
      '•',
      '☐',
      '☑',
      '☐C',
      '1.',
      '1.',
    ]);
    expect(
      heardOf(heard, 'TH')
        .slice(0, 3)
        .map((head) => head.text),
    ).toEqual(['Item', 'Description link', 'Amount']);
  });
});
