import { describe, expect, test } from 'vitest';
import { textOfHtml } from '../../../src/evidence/extract/html.js';

/** The words of a page that its reader sees. */
function seen(css: string, body: string): string {
  const extracted = textOfHtml(`<!doctype html><html><head><style>${css}</style></head><body>${body}`);
  if (!extracted.ok) throw new Error(extracted.reason);
  return extracted.text.replace(/[\s\u001C-\u001F]+/g, ' ').trim();
}

/** A page on which `x` is hidden, or not. */
const BODY =
  '<h2 lang=en>Head</h2> <p class="a b" id=i title="One Two">x</p> <p>y</p> <section><div><p>z</p></div></section>';

describe('a rule hides the words of', () => {
  test.each([
    [':is(.a, .c)'],
    [':where(p.a)'],
    [':is(h1, h2) + p'],
    ['h2 ~ .b'],
    ['body > :not(h2):not(section):first-of-type'],
    ['p:not(.c):not(section p):not(p + p)'],
    ['.a:not(:focus):not(:active)'],
    ['p:nth-of-type(1):not(div *)'],
    ['body > :nth-child(2)'],
    ['body > :nth-last-child( 2n + 1 ):is(.a)'],
    ['[title="one two" i]'],
    ['[class*="a b"]'],
    ['[title~="One"]'],
    ['[class|="a b"]'],
    ['h2[lang|="en"] + p'],
    ['h2[lang^=e] + p'],
    ['h2 ~ p:has(+ p)'],
    [':root .a'],
    ['html:root > body:has(section) > .a'],
    ['p:has(+ p)'],
    ['.a:not(:empty)'],
    ['.\\61'],
    ['p:is(:hover, .a)'],
    ['p:first-of-type:is(body > *)'],
    ['body { & > .a { display: none } } .none'],
    ['body { h2 + & , .a { display: none } } .none'],
    ['@supports (display: grid) { .a { display: none } } .none'],
    ['@media not print { .a { display: none } } .none'],
    ['.a { @media screen { display: none } } .none'],
    ['.c::before { content: "}/*" } .a'],
    [".c::before { content: '\\'}' } .a"],
    ['.c { content: "a;display:block" } .a'],
  ])('%s', (selector) => {
    expect(seen(`${selector} { display: none }`, BODY)).toBe('Head y z');
  });

  test.each([
    [':is(.c, .d)'],
    [':where(p.c)'],
    [':is(h1, h3) + p'],
    ['p ~ .b'],
    ['.a:not(.b)'],
    ['.a:hover'],
    ['.a:focus-within'],
    ['.a:lang(en)'],
    ['.a:not(:lang(fr), .c)'],
    ['.a:nth-child(1)'],
    ['.a:nth-of-type(2n)'],
    ['.a:empty'],
    ['.a:only-child'],
    ['body:has(> b) .a'],
    ['.a:has(p)'],
    ['section:has(div > p) .a'],
    ['[title="one two"]'],
    ['[class*="q"]'],
    ['[class*=""]'],
    ['[class|="q"]'],
    ['[class|="a"]'],
    ['[class~=""]'],
    ['[class~="a b"]'],
    ['[class^=""]'],
    ['[class$=""]'],
    ['section + .a'],
    ['p + .a'],
    ['#'],
    ['#x'],
    [':is(> .a)'],
    ['@media print { .a { display: none } } .none'],
    ['@media (max-width: 1px) { .a { display: none } } .none'],
    ['@media not screen { .a { display: none } } .none'],
    ['.c { .a { display: none } } .none'],
    ['.a::before'],
    ['.a::first-line'],
  ])('and not by %s', (selector) => {
    expect(seen(`${selector} { display: none }`, BODY)).toBe('Head x y z');
  });

  test.each([
    ['.a { display: none } p.a { display: block }', true],
    ['p.a { display: block } .a { display: none }', true],
    [':where(p.a) { display: none } .a { display: block }', true],
    ['.a { display: none } :where(p.a) { display: block }', false],
    [':is(.a, #i) { display: none } .a.b { display: block }', false],
    [':not(#no).a { display: none } .a.b { display: block }', false],
    ['.a { display: block } @layer x { #i { display: none } }', true],
    ['@layer x { .a { display: none } }', false],
    ['p:first-of-type { display: none } p { display: block }', false],
    ['.a { display: none !important } #i { display: block }', false],
  ])('the stronger counts: %s', (css, isSeen) => {
    expect(seen(css, BODY).includes('x')).toBe(isSeen);
  });
});

test('what is shown for a box that is ticked in the page is seen, and what is shown when one is ticked is not', () => {
  const css = 'p { display: none } input:checked + p { display: block }';
  expect(seen(css, '<input type=radio checked><p>x</p><input type=radio><p>y</p>')).toBe('x');
});

describe('custom properties', () => {
  test.each([
    ['--Hide: none', 'display: var(--Hide)', ''],
    ['--hide: none', 'display: var(--Hide)', 'x'],
    ['--a: var(--b); --b: none', 'display: var( --a )', ''],
    ['--a: var(--b); --b: var(--a)', 'display: var(--a, none)', ''],
    ['--a: var(--a)', 'display: var(--a)', 'x'],
    ['', 'display: var(--no, none)', ''],
    ['', 'display: var(--no, var(--nor, none))', ''],
    ['', 'display: var(--no)', 'x'],
    ['--x: -9999px', 'position: absolute; left: var(--x)', ''],
    ['--o: 0', 'opacity: calc(var(--o))', ''],
    ['--c: #FFF', 'color: var(--c)', ''],
    ['--c: #FFF', 'color: var(--c); background: var(--d, navy)', 'x'],
    ['--a: initial', 'display: var(--a, none)', ''],
    ['--n: NONE', 'display: var(--n)', ''],
  ])('%s; %s', (root, style, words) => {
    expect(seen(`:root { ${root} } p { ${style} }`, '<p>x</p>')).toBe(words);
  });

  test('are inherited, and may be changed on the way', () => {
    const css = 'body { --d: none } .t { --d: block } p { display: var(--d) }';
    expect(seen(css, '<p>x</p><div class=t><p>y</p></div>')).toBe('y');
    expect(seen(css, '<div style="--d: inherit"><p>x</p></div>')).toBe('');
  });

  test('may fall back on each other, but not without end', () => {
    const nested = (depth: number) => `${'var(--no, '.repeat(depth)}none${')'.repeat(depth)}`;
    expect(seen(`p { display: ${nested(17)} }`, '<p>x</p>')).toBe('');
    expect(seen(`p { display: ${nested(18)} }`, '<p>x</p>')).toBe('x');
  });

  test('that grow without end are none', () => {
    const grow = Array.from({ length: 60 }, (_, i) => `--p${i}: var(--p${i + 1}) var(--p${i + 1})`).join(';');
    expect(seen(`:root { ${grow}; --p60: none } p { display: var(--p0, none) }`, '<p>x</p>')).toBe('');
  });
});

test('a page that takes too many comparisons is refused', () => {
  const page = (rule: string) => `<style>${rule} { display: none }</style>${'<i>'.repeat(900)}<b>x</b>`;
  expect(textOfHtml(page(`${'i '.repeat(40)}b`)).ok).toBe(true);
  expect(textOfHtml(page(`.no ${'i '.repeat(30)}b`))).toMatchObject({ ok: false });
});
