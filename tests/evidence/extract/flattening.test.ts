import { expect, test } from 'vitest';
import { isClipped, isFlat } from '../../../src/evidence/extract/flattening.js';

test.each([
  ['', '0', ''],
  ['', '1  0', ''],
  ['', '0%', ''],
  ['', '', 'y 90deg'],
  ['', '', 'x -90deg'],
  ['', '', '1 0 0 90deg'],
  ['', '', '0 1 0 0.25turn'],
  ['scale(0)', '', ''],
  ['scale(1, 0)', '', ''],
  ['scaley(-0.0)', '', ''],
  ['rotatex(270deg)', '', ''],
  ['rotatey(100grad)', '', ''],
  ['rotatey(89.95deg)', '', ''],
  ['rotate3d(1, 0, 0, 90deg)', '', ''],
  ['rotate(4deg) scalex(0)', '', ''],
  ['matrix(1, 2, 2, 4, 0, 0)', '', ''],
])('transform %j, scale %j and rotate %j leave nothing', (...styles) => {
  expect(isFlat(...styles)).toBe(true);
});

test.each([
  ['', '', ''],
  ['', '1', ''],
  ['', '1 1 0', ''],
  ['', '', 'z 90deg'],
  ['', '', 'y 45deg'],
  ['', '', '0 0 1 90deg'],
  ['', '', '90deg'],
  ['scale(1, 1, 0)', '', ''],
  ['scale()', '', ''],
  ['scalez(0)', '', ''],
  ['rotatez(90deg)', '', ''],
  ['rotatex(180deg)', '', ''],
  ['rotatex(89.8deg)', '', ''],
  ['rotatex(90)', '', ''],
  ['rotate3d(0, 0, 1, 90deg)', '', ''],
  ['translate(0)', '', ''],
  ['matrix(1, 0, 0, 1, 0, 0)', '', ''],
  ['matrix(0, 0, 0, 0)', '', ''],
])('transform %j, scale %j and rotate %j leave something', (...styles) => {
  expect(isFlat(...styles)).toBe(false);
});

test.each([
  ['inset(50%)', true],
  ['inset(49% 0)', false],
  ['inset(100% 0 0 0)', true],
  ['inset(0 100% 0 0)', true],
  ['inset(0 0 100% 0)', true],
  ['inset(0 0 0 100%)', true],
  ['inset(60% 0 40%)', true],
  ['inset(60% 0 30%)', false],
  ['inset(0 60%)', true],
  ['inset(9999px)', true],
  ['inset(9998px)', false],
  ['inset(10em)', false],
  ['inset(50% round 4px)', true],
  ['circle(0)', true],
  ['circle(0px at 50% 50%)', true],
  ['ellipse(0 0)', true],
  ['circle(05px)', false],
  ['circle(10%)', false],
  ['polygon(0 0, 0 0)', true],
  ['polygon(0px 0%, 0 0)', true],
  ['polygon(0 0, 10px 0)', false],
  ['none', false],
  ['', false],
])('clip-path %j leaves nothing: %s', (path, expected) => {
  expect(isClipped(path)).toBe(expected);
});
