import { expect, test } from 'vitest';
import { textOfHtml } from '../../../src/evidence/extract/html.js';

function seen(body: string, css = ''): string {
  const extracted = textOfHtml(`<!doctype html><head><style>${css}</style></head><body>${body}`);
  if (!extracted.ok) throw new Error(extracted.reason);
  return extracted.text.replace(/\s+/g, ' ').trim();
}

const over = 'position:absolute;inset:0;background:#fff';
const box = (inner: string) => `<p>Before</p><div style="position:relative">${inner}</div><p>After</p>`;

test.each([
  `<p>Words</p><div style="${over}"></div>`,
  `<div style="${over}"></div><p>Words</p>`,
  `<p>Words</p><div style="position:absolute;top:0;left:0;width:100%;height:100%;background-color:white"></div>`,
  `<p>Words</p><div style="position:absolute;inset:-1px 0;background:rgb(250, 250, 250)"></div>`,
  `<p style="position:relative">Words</p><div style="${over}"></div>`,
  `<div style="${over};z-index:2"></div><p style="position:relative">Words</p>`,
  `<p style="position:relative;z-index:-1">Words</p><div style="${over}"></div>`,
  `<section><p>Words</p></section><div style="${over};opacity:1.0"></div>`,
])('words under a box are not seen: %s', (inner) => {
  expect(seen(box(inner))).toBe('Before After');
});

test('nor those under one that the style sheet adds', () => {
  const css = '.a { position: relative } .a::after { content: ""; position: absolute; inset: 0; background: white }';
  expect(seen('<p class="a">Words</p><p>After</p>', css)).toBe('After');
});

test('the words of the box itself are', () => {
  expect(seen(box(`<p>Words</p><div style="${over}">Notice</div>`))).toBe('Before Notice After');
});

test('and what is hidden is there for the message that says so', () => {
  const extracted = textOfHtml(box(`<p>Words</p><div style="${over}"></div>`));
  expect(extracted.ok && extracted.withUnseen).toContain('Words');
});

test.each([
  `<p style="position:relative;z-index:1">Words</p><div style="${over}"></div>`,
  `<div style="${over}"></div><p style="position:relative">Words</p>`,
  `<div style="${over};z-index:-1"></div><p>Words</p>`,
  `<p>Words</p><div style="${over};opacity:.5"></div>`,
  `<p>Words</p><div style="${over};opacity:0"></div>`,
  `<p>Words</p><div style="${over};visibility:hidden"></div>`,
  `<p>Words</p><div style="${over};transform:scale(0)"></div>`,
  `<p>Words</p><div style="${over};display:none"></div>`,
  `<p>Words</p><div style="position:absolute;inset:0;background:rgba(0,0,0,.5)"></div>`,
  `<p>Words</p><div style="position:absolute;inset:0;background:rgb(0 0 0 / .5)"></div>`,
  `<p>Words</p><div style="position:absolute;inset:0;background:#00000080"></div>`,
  `<p>Words</p><div style="position:absolute;inset:0;background:transparent"></div>`,
  `<p>Words</p><div style="position:absolute;inset:0"></div>`,
  `<p>Words</p><div style="position:absolute;top:0;left:0;width:50%;height:100%;background:#fff"></div>`,
  `<p>Words</p><div style="position:absolute;inset:50% 0 0;background:#fff"></div>`,
  `<p>Words</p><div style="position:relative;inset:0;background:#fff"></div>`,
])('words are seen where nothing covers them: %s', (inner) => {
  expect(seen(box(inner))).toBe('Before Words After');
});

test('a page under what its script takes away again is seen', () => {
  expect(seen(`<p>Words</p><div style="${over}"></div>`)).toBe('Words');
  expect(seen(`<p>Words</p><div style="${over}"></div>`, 'body { position: relative }')).toBe('Words');
  expect(seen('<p>Words</p><div style="position:fixed;inset:0;background:#fff"></div>')).toBe('Words');
});

const behind = '<p style="position:relative;z-index:-1">Words</p>';

test.each([
  [`<div style="background:white">${behind}</div>`, ''],
  [`<div style="background:white"><section>${behind}</section></div>`, ''],
  [`<div>${behind}</div>`, 'Words'],
  [`<div style="background:white;position:relative;z-index:0">${behind}</div>`, 'Words'],
  [`<div style="background:white;opacity:.9">${behind}</div>`, 'Words'],
  [`<div style="background:white;transform:rotate(1deg)">${behind}</div>`, 'Words'],
  ['<div style="background:white"><p style="z-index:-1">Words</p></div>', 'Words'],
  ['<div style="background:white"><p style="position:relative;z-index:1">Words</p></div>', 'Words'],
])('words behind the ground they stand on: %s', (inner, expected) => {
  expect(seen(inner)).toBe(expected);
});

test('words behind the page itself are seen', () => {
  expect(seen(behind, 'body { background: white }')).toBe('Words');
});
