import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/document/walk.js';
import { calendarDate } from '../../../src/edition/dates.js';
import { composePrint } from '../../../src/memo/compose.js';
import { dateRange, longDate, shortDate } from '../../../src/memo/words/dates.js';
import { listWords } from '../../../src/memo/words/lists.js';
import { quotedWords } from '../../../src/memo/words/quotation.js';
import { compiledPack, editionOfParts } from '../packs.js';

describe('dates', () => {
  it.each([
    ['en', '4 September 2024', '4 Sept 2024', '2–3 September 2024', '30 August – 3 September 2024'],
    ['en-US', 'September 4, 2024', 'Sep 4, 2024', 'September 2–3, 2024', 'August 30 – September 3, 2024'],
    ['sv', '4 september 2024', '2024-09-04', '2–3 september 2024', '30 augusti–3 september 2024'],
    ['fr', '4 septembre 2024', '04/09/2024', '2–3 septembre 2024', '30 août – 3 septembre 2024'],
    ['de', '4. September 2024', '04.09.2024', '2.–3. September 2024', '30. August – 3. September 2024'],
    ['ru', '4 сентября 2024 г.', '04.09.2024', '2–3 сентября 2024 г.', '30 августа – 3 сентября 2024 г.'],
    ['uk', '4 вересня 2024 р.', '04.09.2024', '2–3 вересня 2024 р.', '30 серпня – 3 вересня 2024 р.'],
    [
      'mn',
      '2024 оны 9 дүгээр сарын 4',
      '2024.09.04',
      '2024 оны 9 дүгээр сарын 2–3',
      '2024 оны 8 дугаар сарын 30 – 9 дүгээр сарын 3',
    ],
  ])('in %s', (language, ...[long, short, days, months]) => {
    expect(longDate(calendarDate('2024-09-04'), language)).toBe(long);
    expect(shortDate(calendarDate('2024-09-04'), language)).toBe(short);
    expect(dateRange(calendarDate('2024-09-02'), calendarDate('2024-09-03'), language)).toBe(days);
    expect(dateRange(calendarDate('2024-08-30'), calendarDate('2024-09-03'), language)).toBe(months);
  });

  it('says whose clock a time is on, and never moves it', () => {
    expect(longDate(calendarDate('2024-09-04T23:30+08:00'), 'en')).toBe('4 September 2024, 23:30 (UTC+8)');
    expect(longDate(calendarDate('2024-09-04T00:30:00-03:30'), 'en')).toBe('4 September 2024, 00:30 (UTC−3:30)');
    expect(longDate(calendarDate('2024-09-04T12:00Z'), 'sv')).toBe('4 september 2024, 12:00 (UTC)');
  });

  it('is no more precise than the brief', () => {
    expect(longDate(calendarDate('2024'), 'fr')).toBe('2024');
    expect(longDate(calendarDate('2024-09'), 'fr')).toBe('septembre 2024');
    expect(longDate(calendarDate('2024-01-01'), 'fr')).toBe('1er janvier 2024');
    expect(longDate(calendarDate('0099-01-01'), 'en')).toBe('1 January 99');
  });

  it('writes one date once', () => {
    expect(dateRange(calendarDate('2024-09-02'), calendarDate('2024-09-02'), 'en')).toBe('2 September 2024');
    expect(dateRange(calendarDate('2024-09-02'), null, 'en')).toBe('2 September 2024');
  });
});

it.each([
  ['en', 'a, b and c'],
  ['en-US', 'a, b, and c'],
  ['sv', 'a, b och c'],
  ['de', 'a, b und c'],
  ['ru', 'a, b и c'],
  ['mn', 'a, b болон c'],
])('lists in %s', (language, words) => {
  expect(listWords(['a', 'b', 'c'], language)).toBe(words);
  expect(listWords(['a'], language)).toBe('a');
  expect(listWords([], language)).toBe('');
});

it.each([
  ['en', '“x”'],
  ['sv', '”x”'],
  ['fr', '«\u00A0x\u00A0»'],
  ['de-AT', '„x“'],
  ['mn', '«x»'],
  ['xx', '“x”'],
])('quotation marks in %s', (language, words) => {
  expect(quotedWords('x', language)).toBe(words);
});

describe('references', () => {
  const reference = (source: object, language = 'en') => {
    const brief = editionOfParts(
      {
        summary: 's',
        keyFacts: [{ text: 't', sources: ['s'] }],
        sources: [{ id: 's', type: 'book', title: 'T', ...source }],
      },
      language,
    );
    const print = composePrint(brief, compiledPack('{{#each sources}}{{reference this}}{{/each}}'), { created: '' });
    return print.ok ? { words: plainText(print.value.root.children), nodes: JSON.stringify(print.value.root) } : null;
  };

  it.each([
    [
      {
        type: 'article-newspaper',
        'container-title': 'Daily',
        issued: '2024-09-03',
        author: [{ family: 'Beauvoir', given: 'S.', 'non-dropping-particle': 'de' }],
      },
      'S. de Beauvoir, “T”, Daily, 3 September 2024',
    ],
    [
      { type: 'article-journal', 'container-title': 'Journal', volume: 12, issue: 4, page: '1-9' },
      '“T”, Journal 12(4), pp.\u00A01–9',
    ],
    [
      { type: 'report', number: 'A/1', publisher: 'UN', 'publisher-place': 'Geneva', issued: { literal: 'no date' } },
      'T, A/1, Geneva: UN, no date',
    ],
    [{ type: 'article', title: '[A press report]' }, '[A press report]'],
    [
      { type: 'webpage', URL: 'https://e.org/a', accessed: '2024-09-04' },
      '“T”, https://e.org/a, read 4 September 2024',
    ],
    [{ type: 'article-journal', DOI: '10.1/x' }, '“T”, doi:10.1/x'],
    [
      { type: 'chapter', 'container-title': 'Book', editor: [{ family: 'E' }], page: 7 },
      '“T”, in Book (ed. by E), p.\u00A07',
    ],
    [{ type: 'book', author: [{ literal: 'A' }, { literal: 'B' }, { literal: 'C' }] }, 'A, B and C, T'],
  ])('%j', (source, words) => {
    expect(reference(source)?.words).toBe(`${words}.`);
  });

  it('links what may be followed and nothing else', () => {
    expect(reference({ URL: 'https://e.org/a' })?.nodes).toContain('"url":"https://e.org/a"');
    expect(reference({ URL: 'javascript:alert(1)' })?.nodes).not.toContain('"type":"link"');
    expect(reference({ DOI: '10.1/x' })?.nodes).toContain('"url":"https://doi.org/10.1/x"');
  });

  it("speaks the document's language and leaves the title in its own", () => {
    const swedish = reference({ language: 'de', accessed: '2024-09-04', URL: 'https://e.org' }, 'sv');
    expect(swedish?.words).toBe('T, https://e.org, läst den 4 september 2024.');
    expect(swedish?.nodes).toContain('"type":"span","lang":"de"');
  });
});
