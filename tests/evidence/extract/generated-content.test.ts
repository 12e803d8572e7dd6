import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../src/evidence/extract/html.js';

function seen(css: string, body: string): string {
  const extracted = textOfHtml(`<!doctype html><html><head><style>${css}</style></head><body>${body}`);
  if (!extracted.ok) throw new Error(extracted.reason);
  return extracted.text.replace(/[\s\u001C-\u001F]+/g, ' ').trim();
}

const BODY = '<p>We do <b class=n data-w="never">agree</b> to 500 here.</p>';

describe('words that a style sheet adds are read', () => {
  test.each([
    ['.n::before { content: "not " }', 'We do not agree to 500 here.'],
    [".n:before { content: 'n\\6ft ' }", 'We do not agree to 500 here.'],
    ['.n::before { content: attr(data-w) " " }', 'We do never agree to 500 here.'],
    ['.n::after { content: " not" / "at all" }', 'We do agree not to 500 here.'],
    ['.n::before { content: counter(x) "not " }', 'We do not agree to 500 here.'],
    [':root { --c: "not " } .n::before { content: var(--c) }', 'We do not agree to 500 here.'],
    ['p::after { content: "Or not." }', 'We do agree to 500 here.Or not.'],
    ['.n::after { content: "\\2212" }', 'We do agree− to 500 here.'],
    ['.n::before { content: url(x.png) "no " }', 'We do no agree to 500 here.'],
  ])('%s', (css, text) => {
    expect(seen(css, BODY)).toBe(text);
  });
});

describe('what nobody reads as words is left out', () => {
  test.each([
    '.n::before { content: "•" }',
    '.n::after { content: " ↗" }',
    '.n::before { content: "\\f101" }',
    '.n::before { content: "arrow"; font-family: "Material Icons" }',
    '.n { font-family: fontello } .n::before { content: "e" }',
    '.n::before { content: counter(note) }',
    '.n::before { content: "not"; display: none }',
    '.n::before { content: "not"; opacity: 0 }',
    '.n::before { content: "not"; position: absolute; left: -9999px }',
    '.n::before { display: block }',
    '.n::before { content: none }',
    '.n::before { content: "not" } .n::before { content: normal }',
    '.no::before { content: "not" }',
    '.n:hover::before { content: "not" }',
    '@media print { .n::after { content: " (" attr(data-w) ")" } }',
    'p::before { content: "–" }',
  ])('%s', (css) => {
    expect(seen(css, BODY)).toBe('We do agree to 500 here.');
  });
});

test('a picture in the place of an element hides its words', () => {
  expect(seen('.n { content: url(x.png) }', BODY)).toBe('We do to 500 here.');
  expect(seen('.n { content: "x" }', BODY)).toBe('We do agree to 500 here.');
  expect(seen('.n { content: "x" url(x.png) }', BODY)).toBe('We do agree to 500 here.');
});

test('a box that is not displayed has no words, seen or not', () => {
  const page = (css: string) => textOfHtml(`<style>${css}</style>${BODY}`);
  expect(page('.n::before { content: "not"; display: none }')).not.toHaveProperty('withUnseen');
  expect(page('.n::before { content: "not"; opacity: 0 }')).toHaveProperty('withUnseen');
});
