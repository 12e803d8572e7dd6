import { describe, expect, test } from 'vitest';
import { briefWith, read } from './reading.js';

/** What is said of a text in `background`, or in another field. */
function said(text: string, field = 'background'): string[] {
  return read(briefWith(`${field}: ${JSON.stringify(text)}`))
    .diagnostics.filter(({ code }) => code === 'sense-markup')
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe('a quotation mark without its partner', () => {
  test.each([
    'They said “we will come.',
    'They said we will come” on Monday.',
    'They said "we will come.',
    'Sie sagten „wir kommen.',
    'Ils ont dit « nous viendrons.',
    'De sa »vi kommer.',
    '他说「我们会来。',
    'Whole. “Whole.”\n\nThey said “we will come.\n\nAnd went.',
    '| a | b |\n|---|---|\n| “c | d” |',
    '- “One',
    '> They said “we will come.',
  ])('is a warning: %j', (text) => {
    expect(said(text)).toEqual([expect.stringMatching(/^warning: A quotation mark has no partner in `background`: /)]);
  });

  test.each([
    'They said “we will come”.',
    'They said "we will come" and "we go".',
    'Sie sagten „wir kommen“, »wirklich«.',
    'De sa ”vi kommer” och »vi går».',
    'Sie sagten „wir kommen".',
    'The people’s house, the ministers’ answer, ’tis so.',
    'A board of 12" and a quotation: "we will come".',
    'Code such as `"` and “this”.',
    '```\n"\n```',
    '“We will come.\n\n“We will stay.”',
    'They said (“we will come”, then “we go”).',
    'It is 5′ 3″ high.',
    'A &quot;word&quot;.',
  ])('is not found in %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('is found in any text that is printed, and shown', () => {
    expect(said('The “wide road', 'title')).toEqual([
      'warning: A quotation mark has no partner in `title`: The “wide road',
    ]);
    const long = `${'The delegation went on. '.repeat(9)}They said “we will come. ${'It rained. '.repeat(9)}`;
    expect(said(long)).toEqual([expect.stringMatching(/`background`: ….{0,40}They said “we will come\..*…$/)]);
    const quoted = 'quotes: [{ speaker: A, text: "We said “no", source: press-0903 }]';
    expect(read(briefWith(quoted)).diagnostics.map(({ code }) => code)).toContain('sense-markup');
  });
});

describe('a character that turns the order of a text', () => {
  test.each([
    ['a raw override', 'a \u202egnol\u202c b', 'U+202E'],
    ['another', 'a \u202dgnol\u202c b', 'U+202D'],
    ['a reference to one', 'a &#x202E;gnol b', 'U+202E'],
    ['a decimal reference', 'a &#8238;gnol b', 'U+202E'],
    ['an embedding without its end', 'a \u202bb', 'U+202B'],
    ['an end alone', 'a \u202cb', 'U+202C'],
    ['an isolate without its end', 'a \u2067b', 'U+2067'],
    ['the end of none', 'a \u2069b', 'U+2069'],
    ['in the second paragraph', 'a\n\nb \u2068c', 'U+2068'],
  ])('%s', (_, text, name) => {
    expect(said(text)).toEqual([
      `warning: \`background\` has a character that shows text in another order than it is written (${name}); it is left out.`,
    ]);
  });

  test.each([
    ['isolates that end', 'a \u2067b\u2069 \u2068c\u2069'],
    ['an embedding that ends', 'a \u202bb\u202c'],
    ['marks, which turn nothing', 'a \u200fb\u200e \u061cc'],
    ['code', '`\u202e`'],
    ['what HTML does not know', 'a &rlo; b'],
  ])('not: %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });
});
