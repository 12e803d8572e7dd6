import { describe, expect, test } from 'vitest';
import { extractText } from '../../../src/evidence/extract/extract.js';
import { findQuote } from '../../../src/evidence/find-quote.js';
import { KeptText } from '../../../src/evidence/kept-text.js';
import { pdfOf } from '../kept.js';

async function keptIn(...pages: readonly string[]): Promise<KeptText> {
  const extracted = await extractText(pdfOf(pages), { file: 'a.pdf', sha256: '' });
  if (!extracted.ok) throw new Error(extracted.reason);
  return new KeptText(extracted.text, { withUnseen: extracted.withUnseen ?? null });
}

const at = (x: number, y: number, text: string, size = 11) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
const kind = (words: string, kept: KeptText) => findQuote(words, kept).kind;

describe('text that nobody sees', () => {
  test.each([
    ['white', `1 g ${at(70, 600, 'We never regret')} 0 g`],
    ['white as one of several colours', `q 1 1 1 rg ${at(70, 600, 'We never regret')} Q`],
    ['in the colour of what is behind it', `0 0 1 rg 60 590 200 30 re f ${at(70, 600, 'We never regret')} 0 g`],
    ['without opacity', `q /Clear gs ${at(70, 600, 'We never regret')} Q`],
    ['in the invisible mode', `q BT 3 Tr /F1 11 Tf 70 600 Td (We never regret) Tj ET Q`],
    ['beside the page', at(-400, 600, 'We never regret')],
    ['too small to see', at(70, 600, 'We never regret', 0.5)],
    ['under a box', `${at(70, 600, 'We never regret')} 0 g 60 595 200 20 re f`],
    ['white in a scaled space', `q 0.5 0 0 0.5 0 0 cm 1 g ${at(140, 1200, 'We never regret', 22)} Q`],
    ['white on the second line', `BT /F1 11 Tf 14 TL 70 614 Td (So) Tj T* 1 g (We never regret) Tj ET 0 g`],
    ['white on a line that is moved to', `BT /F1 11 Tf 70 614 Td (So) Tj 1 g 0 -14 TD (We never regret) Tj ET 0 g`],
  ])('%s', async (_what, content) => {
    const kept = await keptIn(`${content} ${at(70, 300, 'Some words that everybody sees on this page')}`);
    expect(kind('We never regret', kept)).toBe('not-found');
    expect(kind('Some words that everybody sees', kept)).toBe('exact');
  });

  test.each([
    ['white on blue', `0 0 1 rg 60 590 200 30 re f 1 g ${at(70, 600, 'We regret')} 0 g`],
    ['white on a picture', `q 200 0 0 30 60 590 cm /Picture Do Q 1 g ${at(70, 600, 'We regret')}`],
    ['on a box that was painted before', `1 1 0 rg 60 590 200 30 re f 0 g ${at(70, 600, 'We regret')}`],
    ['under a box without opacity', `${at(70, 600, 'We regret')} q /Clear gs 60 595 200 20 re f Q`],
    ['under a line that strikes nothing', `${at(70, 600, 'We regret')} 0 g 60 590 200 1 re f`],
    [
      'invisible over the picture of a scan',
      `q 600 0 0 800 0 0 cm /Picture Do Q BT 3 Tr /F1 11 Tf 70 600 Td (We regret) Tj ET`,
    ],
  ])('but not what is seen: %s', async (_what, content) => {
    expect(kind('We regret', await keptIn(content))).toBe('exact');
  });

  test('a word within a line is left out, and said to be there', async () => {
    const kept = await keptIn('BT /F1 12 Tf 70 700 Td (We will ) Tj 1 g (not ) Tj 0 g (sign today.) Tj ET');
    expect(kind('We will sign today.', kept)).toBe('exact');
    expect(findQuote('We will not sign today.', kept)).toMatchObject({ kind: 'not-found', isUnseen: true });
  });
});

test('a page of several lines loses only what is not seen, and keeps the rest as it stands', async () => {
  const kept = await keptIn(
    `BT /F1 12 Tf 70 700 Td (We will ) Tj 1 g (not ) Tj 0 g (sign today.) Tj ET
     ${at(70, 680, 'We will not sign tomorrow.')} 1 g ${at(70, 660, 'Hidden words')} 0 g ${at(300, 700, 'A remark')}`,
  );
  expect(kind('We will not sign tomorrow.', kept)).toBe('exact');
  expect(kind('A remark', kept)).toBe('exact');
  expect(kind('Hidden words', kept)).toBe('not-found');
  expect(kept.text.split(/\s*[\n\u001C]\s*/).filter((line) => line.trim() !== '')).toEqual([
    'We will  sign today.',
    'We will not sign tomorrow.',
    'A remark',
  ]);
});

test('a file keeps its bytes', async () => {
  const bytes = pdfOf([at(70, 700, 'We regret it')]);
  const before = bytes.slice();
  await extractText(bytes, { file: 'a.pdf', sha256: '' });
  expect(bytes).toEqual(before);
});

test('a file that needs a password says so', async () => {
  const lock = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;
  const plain = new TextDecoder('latin1').decode(pdfOf([at(70, 700, 'We regret it')]));
  const locked = plain.replace('trailer << ', `trailer << /ID [<01> <01>] /Encrypt ${lock} `);
  const bytes = Uint8Array.from(locked, (character) => character.charCodeAt(0));
  expect(await extractText(bytes, { file: 'a.pdf', sha256: '' })).toEqual({
    ok: false,
    reason: 'is a PDF that needs a password',
    hint: 'Keep a copy without one.',
  });
});

describe('the marks of notes', () => {
  const raised = (before: string, mark: string, after: string) =>
    `BT /F1 12 Tf 70 700 Td (${before}) Tj 5 Ts /F1 7 Tf (${mark}) Tj 0 Ts /F1 12 Tf (${after}) Tj ET`;

  test('may be left out, or quoted', async () => {
    const kept = await keptIn(raised('We regret the delay', '2', ' and will come'));
    expect(kind('We regret the delay and will come', kept)).toBe('exact');
    expect(kind('We regret the delay2 and will come', kept)).toBe('exact');
  });

  test('are not powers', async () => {
    const kept = await keptIn(raised('It is 10', '6', ' people'));
    expect(kind('It is 106 people', kept)).toBe('not-found');
    expect(kind('It is 10 people', kept)).toBe('not-found');
    expect(kind('It is 10⁶ people', kept)).toBe('exact');
  });
});

describe('a sentence that goes over the end of a page', () => {
  const page = (number: number, lines: readonly string[], more = '') =>
    [
      at(70, 760, 'Ministry of Water - Annual report', 9),
      ...lines.map((line, i) => at(70, 700 - 15 * i, line)),
      more,
      at(300, 40, `Page ${number} of 3`, 9),
    ].join('\n');

  test('is found without the running head and the page number', async () => {
    const kept = await keptIn(
      page(1, ['until the two sides had', 'agreed on the most impor-']),
      page(2, ['tant points, and that', 'no date was set by']),
      page(3, ['either of them.']),
    );
    expect(kind('the most important points, and that no date was set by either of them.', kept)).toBe('exact');
    // A word that the page end divides is quoted whole.
    expect(kind('agreed on the most impor[…]tant points', kept)).toBe('not-found');
    expect(kind('Ministry of Water - Annual report', kept)).toBe('ambiguous');
    expect(kind('Page 2 of 3', kept)).toBe('exact');
  });

  test('is found over notes at the foot of the page', async () => {
    const kept = await keptIn(
      page(1, ['until the two sides had', 'agreed on the most'], at(70, 80, '1 See the report of May.', 8)),
      page(2, ['important points.']),
    );
    expect(kind('had agreed on the most important points.', kept)).toBe('exact');
    expect(kind('See the report of May.', kept)).toBe('exact');
  });

  test('is found over what the file says is no text', async () => {
    const kept = await keptIn(
      `${at(70, 700, 'We regret')} /Artifact BMC ${at(70, 400, 'A stamp of the archive')} EMC`,
      at(70, 700, 'the delay'),
    );
    expect(kind('We regret the delay', kept)).toBe('exact');
  });

  test('is found over such parts in others, and not over what stands in a part of the text', async () => {
    const stamp = at(70, 400, 'A stamp of the archive');
    const within = await keptIn(
      `${at(70, 700, 'We regret')} /Artifact BMC /Span BMC ${stamp} EMC EMC`,
      at(70, 700, 'the delay'),
    );
    expect(kind('We regret the delay', within)).toBe('exact');
    const marked = await keptIn(`${at(70, 700, 'We regret')} /Span BMC ${stamp} EMC`, at(70, 700, 'the delay'));
    expect(kind('We regret the delay', marked)).toBe('not-found');
    const after = await keptIn(
      `/Artifact BMC ${at(70, 750, 'A head')} EMC ${at(70, 700, 'We regret')} ${stamp}`,
      at(70, 700, 'the delay'),
    );
    expect(kind('We regret the delay', after)).toBe('not-found');
  });

  test('the same words at another height are not a running head', async () => {
    const kept = await keptIn(
      `${at(70, 700, 'We do')} ${at(70, 685, 'not')}`,
      `${at(70, 700, 'regret it')} ${at(70, 650, 'not')}`,
    );
    expect(kind('We do regret it', kept)).toBe('not-found');
    expect(kind('We do not regret it', kept)).toBe('exact');
  });

  test('words of the text that happen to stand at the top of one page stay', async () => {
    const kept = await keptIn(at(70, 700, 'We do not'), at(70, 700, 'regret it'));
    expect(kind('We regret it', kept)).toBe('not-found');
    expect(kind('We do not regret it', kept)).toBe('exact');
  });
});

describe('columns', () => {
  const rows = (left: readonly string[], right: readonly string[]) =>
    left.flatMap((line, i) => [at(70, 700 - 14 * i, line), at(320, 700 - 14 * i, right[i] ?? '')]).join('\n');

  test('that were written row by row are read one after the other', async () => {
    const kept = await keptIn(
      rows(
        ['The committee met on', 'Monday and did not', 'agree to the text.'],
        ['The president thanked', 'the hosts for the warm', 'words of welcome.'],
      ),
    );
    expect(kind('The committee met on Monday and did not agree to the text.', kept)).toBe('exact');
    expect(kind('thanked the hosts for the warm words of welcome.', kept)).toBe('exact');
    expect(kind('did not the hosts', kept)).toBe('not-found');
    expect(kind('met on The president', kept)).toBe('not-found');
  });

  test('may be of different length', async () => {
    const kept = await keptIn(
      `${rows(['The committee met on', 'Monday and did not', 'agree to the text'], ['The president thanked', 'the hosts for the warm', 'words of welcome.'])}
       ${at(70, 658, 'that was proposed')} ${at(70, 600, 'A line as wide as the page that stands below both of the columns')}`,
    );
    expect(kind('agree to the text that was proposed', kept)).toBe('exact');
    expect(kind('proposed The president', kept)).toBe('exact');
  });

  test('of a table are cells: neither their rows nor their columns are sentences', async () => {
    const kept = await keptIn(rows(['Sweden', 'Norway', 'Denmark'], ['1 500', '1 200', '900']));
    expect(kind('Sweden 1 500', kept)).toBe('not-found');
    expect(kind('Sweden […] 1 500', kept)).toBe('exact');
    expect(kind('1 500', kept)).toBe('exact');
  });
});
