import { describe, expect, test } from 'vitest';
import { findQuote } from '../../src/evidence/find-quote.js';

const kindOf = (words: string, text: string) => findQuote(words, text).kind;

describe('a number is never cut in two', () => {
  test.each([
    ['a space', '500 people', 'About 1 500 people came.'],
    ['a space at the end', 'cost 1', 'They cost 1 500 crowns.'],
    ['a no-break space', '500 people', 'About 1\u00A0500 people came.'],
    ['a thin space', '500 people', 'About 12\u2009500 people came.'],
    ['a narrow no-break space', '000 people', 'About 12\u202F500\u202F000 people came.'],
    ['a line end', '500 people', 'About 1\n500 people came.'],
    ['an apostrophe', '500 people', "About 1'500 people came."],
    ['a typographic apostrophe at the end', 'About 1', 'About 1’500 people came.'],
    ['a decimal point', '5 per cent', 'It rose 2.5 per cent.'],
    ['a decimal comma at the end', 'It rose 2', 'It rose 2,5 per cent.'],
    ['a decimal point that is quoted', '.5 per cent', 'It rose 2.5 per cent.'],
    ['a decimal point that is quoted at the end', 'It rose 2.', 'It rose 2.5 per cent.'],
    ['a raised point', '5 per cent', 'It rose 2·5 per cent.'],
    ['a decimal point without a zero', '5 per cent', 'It rose .5 per cent.'],
    ['a raised point without a zero', '5 of it', 'About ·5 of it.'],
    ['an Arabic decimal mark', '٥ بالمئة', 'ارتفع ٢٫٥ بالمئة'],
    ['an Arabic thousands mark', '٥٠٠ شخص', 'حضر ١٬٥٠٠ شخص'],
    ['a minus sign', '5 per cent', 'Growth was −5 per cent.'],
    ['a hyphen for a minus', '5 per cent', 'Growth was -5 per cent.'],
    ['a dash for a minus', '5 per cent', 'Growth was –5 per cent.'],
    ['a plus or minus', '5 per cent', 'Growth was ±5 per cent.'],
    ['less than', '5 people', 'There were <5 people.'],
    ['a currency', '5 million', 'It paid $5 million.'],
    ['a currency that is quoted alone', 'It paid $', 'It paid $5 million.'],
    ['a currency after it', 'It paid 5', 'It paid 5 € in all.'],
    ['a percent sign', 'It rose by 5', 'It rose by 5 % in May.'],
    ['a percent sign that is quoted alone', '% in May', 'It rose by 5 % in May.'],
    ['a fraction with a slash', '2 of them', 'It took 1/2 of them.'],
    ['a fraction with its own slash', '2 of them', 'It took 1⁄2 of them.'],
    ['a fraction after a number', 'It took 1', 'It took 1 ½ hours.'],
    ['a fraction before which a number stands', '½ hours', 'It took 1 ½ hours.'],
    ['a time', '30 in the evening', 'At 10:30 in the evening.'],
    ['a time at the end', 'At 10', 'At 10:30 in the evening.'],
    ['a range', '2027 budget', 'The 2021–2027 budget.'],
    ['a range at the end', 'The 2021', 'The 2021–2027 budget.'],
    ['a range over a line end', '2027 budget', 'The 2021-\n2027 budget.'],
    ['a name with a number', '19 cases', 'The COVID-19 cases.'],
    ['a name with a number at the end', 'The COVID', 'The COVID-19 cases.'],
    ['a power', 'It is 10', 'It is 10⁶ people.'],
    ['a power with a sign', 'It is 10', 'It is 10⁻⁶ grams.'],
    ['a power in plain text', '6 people', 'It is 10^6 people.'],
    ['a range with spaces', '11 people', 'It was 9 – 11 people.'],
    ['a range with spaces at the end', 'It was 9', 'It was 9 – 11 people.'],
    ['a currency of another country', '$5 million', 'It paid HK$5 million.'],
    ['a product with spaces', '4 metres', 'It is 3 × 4 metres.'],
    ['a product with spaces at the end', 'It is 3', 'It is 3 × 4 metres.'],
    ['a product', '4 metres', 'It is 3×4 metres.'],
  ])('at %s', (_what, words, text) => {
    expect(kindOf(words, text)).toBe('not-found');
  });

  test.each([
    ['12 people were killed', 'In 2024 12 people were killed.'],
    ['500 people', 'In 2024 500 people came.'],
    ['In 2024', 'In 2024 500 people came.'],
    ['12 people', 'So in 2024 – 12 people – it was.'],
    ['1 500 people', 'About 1\u202F500 people came.'],
    ['2.5 per cent', 'It rose 2.5 per cent.'],
    ['−5 per cent', 'Growth was −5 per cent.'],
    ['5 % in May', 'It rose by 5\u00A0% in May.'],
    ['the 2021–2027 budget', 'So the 2021–2027 budget.'],
    ['May 5', 'It was May 5, 2024.'],
    ['It was 5.', 'It was 5. Then came more.'],
    ['Paris', 'The Paris–Berlin train.'],
    ['Berlin train', 'The Paris–Berlin train.'],
    ['or the rest', 'Some and/or the rest.'],
  ])('“%s” is whole in “%s”', (words, text) => {
    expect(kindOf(words, text)).toBe('exact');
  });
});

describe('the end of a line', () => {
  test.each([
    ['a hyphen before a number', 'During COVID-19', 'During COVID-\n19 it rose.'],
    ['a hyphen between numbers', 'The 2021-2027 budget', 'The 2021-\n2027 budget.'],
    ['a dash between numbers', 'Article 5–6 passed', 'Article 5–\n6 passed.'],
    ['a slash', 'the 2021/22 term', 'the 2021/\n22 term'],
    ['a slash between words', 'and/or more', 'and/\nor more'],
    ['a dash between words', 'the talks—long delayed', 'the talks—\nlong delayed'],
    ['a printer’s hyphen', 'it is nowhere said', 'it is no-\nwhere said'],
    ['a hyphen of the word', 'the ex-minister', 'the ex-\nminister'],
    ['a hyphen that stands for a later word', 'pre- and post-war', 'pre-\nand post-war'],
    ['a soft hyphen', 'important', 'im\u00ADpor\u00AD\ntant'],
  ])('with %s', (_what, words, text) => {
    expect(kindOf(words, text)).toBe('exact');
  });

  test.each([
    ['a number joined to another', '20212027', '2021-\n2027'],
    ['a hyphen for a dash', 'the talks/long', 'the talks-\nlong'],
    ['a word after its beginning', 'where said', 'it is no-\nwhere said'],
  ])('never with %s', (_what, words, text) => {
    expect(kindOf(words, text)).toBe('not-found');
  });

  test('a soft hyphen after it joins nothing', () => {
    expect(kindOf('Northland and Lakeland', 'Northland and\n  \u00ADLakeland')).toBe('exact');
    expect(kindOf('Northland andLakeland', 'Northland and\n  \u00ADLakeland')).toBe('not-found');
  });

  test('a suspended hyphen keeps its space, and its second word is whole', () => {
    expect(kindOf('and post-war', 'the pre- and post-war years')).toBe('exact');
    expect(kindOf('pre-and post-war', 'the pre- and post-war years')).toBe('not-found');
  });
});

describe('characters nobody sees', () => {
  test.each([
    ['marks of direction', 'ונדבר על EU', '\u2067ונדבר\u2069 על\u200F \u202AEU\u202C'],
    ['a variation selector', 'Done ✔ by', 'Done ✔\uFE0F by'],
    ['a variation selector in both', 'Done ✔\uFE0F by', 'Done ✔\uFE0F by'],
    ['invisible operators', 'by us', 'by\u2061 us\u2064'],
    ['a grapheme joiner', 'let us', 'let us\u034F go'],
    ['a joiner between Latin letters', 'let us', 'le\u200Dt us'],
    ['tags', 'let us', 'let\u{E0041} us'],
    ['a mark of direction in the quote', 'אמר\u200F: כן', 'אמר: כן'],
  ])('are no difference: %s', (_what, words, text) => {
    expect(kindOf(words, text)).toBe('exact');
  });

  test.each([
    ['an override of direction', 'we \u202Enever\u202C agree', 'we never agree'],
    ['an isolate', '\u2067we\u2069 agree', 'we agree'],
    ['a variation selector', 'Done ✔\uFE0F by', 'Done ✔ by'],
    ['a stroke through a letter', 'we did n\u0336o\u0336t agree', 'we did not agree'],
    ['a non-joiner in Persian', 'می\u200Cخواهم', 'میخواهم'],
  ])('are not put into a quote: %s', (_what, words, text) => {
    expect(kindOf(words, text)).toBe('not-found');
  });

  test('an override in the source is not skipped: what is read there is not what is written', () => {
    expect(kindOf('we never agree', 'we \u202Enever\u202C agree')).toBe('not-found');
  });
});

describe('letters and marks of print', () => {
  test.each([
    ['ligatures', 'the first office', 'the ﬁrst oﬃce'],
    ['a ligature in the quote', 'the ﬁrst office', 'the first office'],
    ['the shapes of Arabic letters', 'سلام', '\uFEB3\uFEFC\uFEE1'],
    ['a decomposed letter before a hyphen', 'x\u0302-ray', 'x\u0302-\nray e\u0301'],
  ])('%s are no difference', (_what, words, text) => {
    expect(kindOf(words, text)).toBe('exact');
  });

  test.each([
    ['an ellipsis', 'he said... no', 'he said… no'],
    ['full stops for an ellipsis', 'he said… no', 'he said... no'],
    ['spaces within guillemets', 'il dit « oui » hier', 'il dit «oui» hier'],
    ['no spaces within guillemets', 'il dit "oui" hier', 'il dit «\u00A0oui\u202F» hier'],
    ['the spaces outside German guillemets', 'er sagte "ja" gestern', 'er sagte »ja« gestern'],
    ['a space before a colon', 'le délai: nous', 'le délai\u00A0: nous'],
    ['two hyphens for a dash', 'the end -- at last', 'the end — at last'],
    ['gershayim', 'צה"ל הודיע', 'צה״ל הודיע'],
    ['a tatweel', 'سلام', 'ســلام'],
    ['corner brackets', '他说“好”', '他说「好」'],
    ['letters of full width', 'EU 2024', 'ＥＵ ２０２４'],
    ['a raised digit of a unit', '5 km2 large', 'It is 5 km² large'],
  ])('%s', (_what, words, text) => {
    expect(kindOf(words, text)).toBe('normalised');
  });

  test('106 is not 10⁶', () => {
    expect(kindOf('106 people', '10⁶ people')).toBe('not-found');
    expect(kindOf('10⁶ people', '10⁶ people')).toBe('exact');
  });

  test('a vowel that is written with the last letter is not cut off', () => {
    expect(kindOf('ที', 'ที่')).toBe('not-found');
    expect(kindOf('เราจะมา', 'ว่าเราจะมาและ')).toBe('exact');
  });
});
