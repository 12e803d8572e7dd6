import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../src/evidence/extract/html.js';
import { findQuote } from '../../../src/evidence/find-quote.js';
import { KeptText } from '../../../src/evidence/kept-text.js';
import { bytesOf, evidenceOf, hashOf } from '../kept.js';

function kept(html: string): KeptText {
  const extracted = textOfHtml(html);
  if (!extracted.ok) throw new Error(extracted.reason);
  return new KeptText(extracted.text, { withUnseen: extracted.withUnseen ?? null, sure: extracted.sure });
}

const isThere = (words: string, html: string) => 'passage' in findQuote(words, kept(html));
const box = (style: string, inner: string) => `<div style="${style}">${inner}</div>`;
const three = '<i>We will</i> <i style="order:ORDER">never</i> <i>sign this</i>';

describe('words in another order than in the source', () => {
  test.each([
    ['order', box('display:flex', three.replace('ORDER', '-1'))],
    ['order in a grid', box('display:grid', three.replace('ORDER', '2'))],
    ['row-reverse', box('display:flex;flex-direction:row-reverse', three)],
    ['column-reverse', box('display:inline-flex;flex-flow:column-reverse wrap', three)],
    ['wrap-reverse', box('display:flex;flex-wrap:wrap-reverse', three)],
    ['a place in a grid', box('display:grid', three.replace('order:ORDER', 'grid-row:1'))],
    ['a float to the right', '<p>We will <i style="float:right">never</i> sign this</p>'],
    ['a place of its own', '<p>We will <i style="position:absolute">never</i> sign this</p>'],
    ['an offset', '<p>We will <i style="position:relative;left:9em">never</i> sign this</p>'],
    ['turned letters', '<p>We will <bdo dir="rtl">never</bdo> sign this</p>'],
    [
      'turned letters by a style sheet',
      '<p>We will <i style="unicode-bidi:isolate-override;direction:rtl">never</i> sign this</p>',
    ],
  ])('are not found over it: %s', (_, html) => {
    expect(isThere('We will never sign this', html)).toBe(false);
  });

  test.each([
    ['no order', box('display:flex', three.replace('ORDER', '0'))],
    ['an order outside of a flex box', box('display:block', three.replace('ORDER', '-1'))],
    ['reverse outside of a flex box', box('flex-direction:row-reverse', three)],
    ['a float at the left', '<p><i style="float:left">We</i> will never sign this</p>'],
    ['a raised letter', '<p>We will <i style="position:relative;top:-1px;left:0">never</i> sign this</p>'],
    ['letters in their own direction', '<bdo dir="ltr">We will never sign this</bdo>'],
    ['isolated letters', '<bdo dir="rtl"><bdi>We will never sign this</bdi></bdo>'],
  ])('are found with %s', (_, html) => {
    expect(isThere('We will never sign this', html)).toBe(true);
  });

  test('are found as they are shown, over an omission', () => {
    const html = box(
      'display:flex;flex-direction:row-reverse',
      '<p>First words</p><p>Second words</p><p>Third words</p>',
    );
    expect(isThere('Third words […] Second words […] First words', html)).toBe(true);
    expect(isThere('First words […] Second words', html)).toBe(false);
    const ordered = box(
      'display:flex',
      '<p style="order:3">One here</p><p>Two here</p><p style="order:-1">Three here</p>',
    );
    expect(isThere('Three here […] Two here […] One here', ordered)).toBe(true);
    expect(isThere('First […] second', '<p>First</p> <p>second</p>')).toBe(true);
  });

  test('turned letters are read as they are seen', () => {
    expect(isThere('reven', '<bdo dir="rtl">never</bdo>')).toBe(true);
    expect(isThere('םולש', '<bdo dir="ltr">שלום</bdo>')).toBe(true);
    expect(isThere('שלום', '<bdo dir="rtl">שלום</bdo>')).toBe(true);
  });
});

const long = `We will never sign this. ${'And so on. '.repeat(100)}`;

async function warnings(words: string, html: string): Promise<readonly string[]> {
  const bytes = bytesOf(`<!doctype html><body>${html}`);
  const brief = `briefpress: 1
title: t
asOf: 2024-09-04
summary: s
keyFacts: [{ text: f, sources: [a] }]
quotes: [{ speaker: S, text: ${JSON.stringify(words)}, source: a }]
sources:
  - id: a
    type: report
    title: t
    snapshot: { file: a.html, sha256: ${hashOf(bytes)}, retrievedAt: 2024-09-03 }
`;
  const found = await evidenceOf(brief, { 'a.html': bytes });
  return found.diagnostics.map(({ code, message }) => `${code} ${/`[^`]*`\.$/.exec(message)?.[0] ?? message}`);
}

describe('what a reader may not see so', () => {
  const cut = 'overflow:hidden';
  test.each([
    ['`line-clamp`.', box(`${cut};-webkit-line-clamp:3`, long)],
    ['`line-clamp`.', box(`${cut};line-clamp:3`, long)],
    ['`text-overflow`.', box(`${cut};white-space:nowrap;text-overflow:ellipsis`, long)],
    ['`overflow`.', box(`${cut};max-height:20px`, long)],
    ['`overflow`.', box(`overflow-y:hidden;height:20px`, long)],
    ['`grid-area`.', box('display:grid', `<p style="grid-row:2">${long}</p>`)],
    ['`position: fixed`.', `<p>${long}</p><div style="position:fixed;inset:0;background:#fff">Cookies?</div>`],
  ])('is a warning that names %s %s', async (name, html) => {
    expect(await warnings('We will never sign this', html)).toEqual([`quote-altered ${name}`]);
  });

  test.each([
    ['few words', box(`${cut};-webkit-line-clamp:3`, 'We will never sign this')],
    ['nothing cut', box('-webkit-line-clamp:3', long)],
    ['no limit', box(`${cut};-webkit-line-clamp:none`, long)],
    ['a box that is high enough', box(`${cut};height:2000px`, long)],
    ['many lines', box(`${cut};white-space:normal;text-overflow:ellipsis`, long)],
    [
      'the words elsewhere as well',
      `<p>We will never sign this</p>${box('display:grid', '<p style="grid-row:2">Other</p>')}`,
    ],
    ['a bar at the top', `<p>${long}</p><div style="position:fixed;top:0;left:0;right:0;background:#fff">Menu</div>`],
    ['a veil', `<p>${long}</p><div style="position:fixed;inset:0;background:rgb(0 0 0 / 20%)"></div>`],
    [
      'the words in front',
      `<p>Page</p><div style="position:fixed;inset:0;background:#fff">We will never sign this</div>`,
    ],
  ])('there is none with %s', async (_, html) => {
    expect(await warnings('We will never sign this', html)).toEqual([]);
  });

  test('several are named together', async () => {
    const html = box('display:grid', `<p style="grid-row:2">${long}</p>`) + box(`${cut};max-height:20px`, long);
    expect(await warnings('And so on. And so on', html)).toEqual([expect.stringContaining('ambiguous')]);
    expect(await warnings('We will not', html)).toEqual([expect.stringContaining('quote-not-found')]);
  });
});
