import { describe, expect, it } from 'vitest';
import { PdfFile } from './file/file.js';
import { heardOf, readingLines, readingOf } from './reading.js';
import { rendered } from './rendered.js';
import { SAMPLE } from './sample.js';

describe('what a screen reader would say', () => {
  it('is the definition, in its order, with nothing missing and nothing twice', async () => {
    const heard = readingOf(new PdfFile((await rendered(SAMPLE)).bytes));
    await expect(`${readingLines(heard).join('\n')}\n`).toMatchFileSnapshot('golden/sample.reading.txt');
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
