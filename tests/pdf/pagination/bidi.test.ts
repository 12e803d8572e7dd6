import { describe, expect, it } from 'vitest';
import type { EngineLine, Inline } from '../../../src/pdf/engine/engine.js';
import { Line } from '../../../src/pdf/engine/pdfmake.js';
import { directionOf, setDirection } from '../../../src/pdf/pagination/bidi.js';

/** A line whose letters are all one point wide. */
function lineOf(words: string[], alignment = 'left'): EngineLine {
  const line = new Line(1000);
  for (const text of words) {
    const trailingCut = text.endsWith(' ') ? 1 : 0;
    line.addInline({ text, width: text.length, trailingCut, leadingCut: 0, alignment } as unknown as Inline);
  }
  return line;
}

function directed(words: string[], alignment?: string): EngineLine {
  const line = lineOf(words, alignment);
  const direction = directionOf(words.join(''));
  if (direction === null) throw new Error('left to right');
  setDirection(line, direction, 0, (text) => text.length);
  return line;
}

/** As `directed`, for words with marks of direction. */
function marked(words: string[]): EngineLine {
  const line = lineOf(words.map((word) => word.replace(/[\u200e\u200f]/g, '')));
  const direction = directionOf(words.join(''));
  if (direction === null) throw new Error('left to right');
  setDirection(line, direction, 0, (text) => text.length);
  return line;
}

/** What the eye meets from left to right; letters of right-to-left words are turned by their font. */
function seen(line: EngineLine): string {
  const byPlace = [...line.inlines].sort((a, b) => a.x - b.x);
  for (const [index, inline] of byPlace.entries()) {
    const before = byPlace[index - 1];
    if (before !== undefined) expect(inline.x).toBeCloseTo(before.x + before.width, 6);
  }
  return byPlace
    .map(({ text }) => (/[א-ת]/.test(text) ? [...text].reverse().join('') : text))
    .join('')
    .trim();
}

/** The text in the order it is read. */
function read(line: EngineLine): string {
  const heard = new Set<object>();
  return line.inlines
    .map((inline) => {
      if (inline.reading === undefined) return inline.text;
      if (heard.has(inline.reading)) return '';
      heard.add(inline.reading);
      return inline.reading.text;
    })
    .join('');
}

describe('right-to-left text', () => {
  it('leaves text without it alone', () => {
    expect(directionOf('Some (Latin) text, Кирилл, Ελληνικά 24')).toBeNull();
  });

  it('runs from the right, its numbers and Latin words from the left', () => {
    const line = directed(['אבג ', 'דהו ', '24 ', 'Rome ', 'זחט.']);
    expect(seen(line)).toBe('.טחז Rome 24 והד גבא');
    expect(read(line)).toBe('אבג דהו 24 Rome זחט.');
  });

  it('turns brackets round', () => {
    expect(seen(directed(['אבג ', '(דהו) ', 'זחט']))).toBe('טחז (והד) גבא');
  });

  it('minds the marks of direction, which are not drawn', () => {
    // An exclamation mark after a Hebrew word at the end of an English line: the mark says whose it is.
    expect(seen(directed(['The ', 'word ', 'אבג!']))).toBe('The word גבא!');
    expect(seen(marked(['The ', 'word ', 'אבג!\u200f']))).toBe('The word !גבא');
    // A paragraph that begins with a Latin name, and runs from right to left.
    expect(seen(marked(['\u200fRome ', 'אבג ', 'דהו.']))).toBe('.והד גבא Rome');
    expect(seen(marked(['אבג ', '(C++\u200e) ', 'דהו']))).toBe('והד (C++) גבא');
  });

  it('does not mind embeddings and overrides', () => {
    expect(directionOf('pay \u202e001\u202c kr')).toBeNull();
  });

  it('within a line from left to right stays at its place', () => {
    const line = directed(['The ', 'word ', 'אבג ', 'דהו ', 'means ', 'peace.']);
    expect(seen(line)).toBe('The word והד גבא means peace.');
    expect(read(line)).toBe('The word אבג דהו means peace.');
    expect(line.inlines[0]?.x).toBeCloseTo(0, 6);
  });

  it('is drawn run by run, its words as the eye meets them', () => {
    const line = directed(['The ', 'אבג ', 'דהו ', 'end']);
    expect(line.inlines.map(({ text }) => text.trim()).filter((text) => text !== '')).toEqual([
      'The',
      'דהו',
      'אבג',
      'end',
    ]);
  });

  it('aligns a paragraph that begins with it to the right, unless it is centred', () => {
    expect(directed(['אבג ', 'x']).inlines.every(({ alignment }) => alignment === 'right')).toBe(true);
    expect(directed(['אבג'], 'center').inlines[0]?.alignment).toBe('center');
    expect(directed(['x ', 'אבג']).inlines[0]?.alignment).toBe('left');
  });

  it('lets the space at the end of a line hang out of it', () => {
    const line = directed(['אבג ', 'דהו ']);
    const ink = line.inlines.filter(({ text }) => text.trim() !== '');
    expect(Math.min(...ink.map(({ x }) => x))).toBe(0);
  });
});
