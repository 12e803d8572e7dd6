import { expect, test } from 'vitest';
import { isBlendedAway, isMaskedAway } from '../../../src/evidence/extract/blending.js';
import { textOfHtml } from '../../../src/evidence/extract/html.js';

const [white, black, grey] = ['#ffffff', '#000000', '#808080'];

test.each([
  ['multiply', white, black],
  ['multiply', white, grey],
  ['screen', black, white],
  ['darken', white, grey],
  ['lighten', black, white],
  ['difference', black, grey],
  ['exclusion', black, white],
  ['color-dodge', black, white],
  ['color-burn', white, grey],
  ['hard-light', black, black],
  ['overlay', black, white],
  ['soft-light', white, black],
  ['plus-lighter', black, grey],
  ['plus-darker', white, grey],
])('%s: letters of %s on %s are gone', (mode, ink, backdrop) => {
  expect(isBlendedAway(ink, { mode, backdrop, ground: null })).toBe(true);
});

test.each([
  ['multiply', black, white],
  ['screen', white, black],
  ['darken', black, white],
  ['difference', white, white],
  ['difference', black, 'unknown'],
  ['luminosity', black, white],
  ['constructor', black, white],
  ['overlay', black, grey],
])('%s: letters of %s on %s are not', (mode, ink, backdrop) => {
  expect(isBlendedAway(ink, { mode, backdrop, ground: null })).toBe(false);
});

test('a ground of its own is blended too', () => {
  expect(isBlendedAway(black, { mode: 'screen', backdrop: white, ground: grey })).toBe(true);
  expect(isBlendedAway(black, { mode: 'difference', backdrop: white, ground: grey })).toBe(false);
});

test.each([
  ['<p style="mix-blend-mode:screen">Words</p>', ''],
  ['<p style="mix-blend-mode:lighten"><b>Words</b></p>', ''],
  ['<div style="background:black"><p style="color:white;mix-blend-mode:multiply">Words</p></div>', ''],
  ['<p style="mix-blend-mode:multiply">Words</p>', 'Words'],
  ['<p style="mix-blend-mode:screen"><b style="color:red">Words</b></p>', ''],
  ['<p style="mix-blend-mode:normal">Words</p>', 'Words'],
  ['<p style="mask:linear-gradient(transparent, transparent)">Words</p>', ''],
  ['<p style="mask-image:linear-gradient(#0000 0 0)">Words</p>', ''],
  ['<p style="-webkit-mask-image:radial-gradient(circle at 0 0, rgba(0,0,0,0) 0%, rgb(0 0 0 / 0%) 50%)">Words</p>', ''],
  ['<p style="mask:linear-gradient(black, transparent)">Words</p>', 'Words'],
  ['<p style="mask:url(m.svg)">Words</p>', 'Words'],
  ['<p style="mask:none">Words</p>', 'Words'],
])('%s', (html, expected) => {
  const extracted = textOfHtml(html);
  expect(extracted.ok && extracted.text.trim()).toBe(expected);
});

test.each(['linear-gradient(to right, transparent, #000)', 'linear-gradient(#0001, #0000)', 'none', ''])(
  '%j lets something through',
  (mask) => {
    expect(isMaskedAway(mask)).toBe(false);
  },
);
