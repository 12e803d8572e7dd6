import { describe, expect, it } from 'vitest';
import { directionOf, type Segment } from '../../../src/pdf/direction/levels.js';
import { setDirection } from '../../../src/pdf/direction/line-direction.js';
import type { EngineLine, Inline } from '../../../src/pdf/engine/node-shapes.js';
import { Line } from '../../../src/pdf/engine/pdfmake.js';

/** A line whose letters are all one point wide. */
function lineOf(words: string[]): EngineLine {
  const line = new Line(1000);
  for (const text of words) {
    const trailingCut = text.endsWith(' ') ? 1 : 0;
    line.addInline({ text, width: text.length, trailingCut, leadingCut: 0 } as unknown as Inline);
  }
  return line;
}

interface Options {
  readonly rightToLeft?: boolean;
}

function directed(words: string[], { rightToLeft = /^[א-ת]/.test(words[0] ?? '') }: Options = {}): EngineLine {
  const segments = words.map((text) => ({ text }));
  return directedSegments(segments, rightToLeft);
}

function directedSegments(segments: Segment[], rightToLeft: boolean): EngineLine {
  const line = lineOf(segments.map(({ text }) => text.replace(/[\u200e\u200f]/g, '')));
  const direction = directionOf(segments, rightToLeft);
  if (direction === null) throw new Error('left to right');
  setDirection(line, direction, 0, (text: string) => text.length);
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
  it('leaves text without it alone in a paragraph from the left', () => {
    expect(directionOf([{ text: 'Some (Latin) text, Кирилл, Ελληνικά 24' }], false)).toBeNull();
  });

  it('takes its direction from the paragraph, whatever it begins with', () => {
    expect(seen(directed(['Rome ', 'אבג ', 'דהו.'], { rightToLeft: true }))).toBe('.והד גבא Rome');
    expect(seen(directed(['3 ', 'אבג.'], { rightToLeft: true }))).toBe('.גבא 3');
    expect(seen(directed(['All ', 'Latin.'], { rightToLeft: true }))).toBe('.All Latin');
    expect(seen(directed(['אבג ', 'Rome.'], { rightToLeft: false }))).toBe('גבא Rome.');
  });

  it('lets words of another language, addresses and raised numbers run by themselves', () => {
    const title = { text: '(ICC-01) אבג', isolate: 'rtl' } as const;
    expect(seen(directedSegments([{ text: 'See ' }, title, { text: ', 2024.' }], false))).toBe(
      'See גבא (ICC-01), 2024.',
    );
    const address = { text: 'https://example.org/', isolate: 'ltr' } as const;
    expect(seen(directedSegments([{ text: 'אבג ' }, address], true))).toBe('https://example.org/ גבא');
    expect(seen(directedSegments([{ text: 'אבג ' }, { text: 'https://example.org/' }], true))).toBe(
      '/https://example.org גבא',
    );
  });

  it('keeps the number of a source apart from the number before it', () => {
    const number = { text: '7', isolate: 'rtl' } as const;
    expect(seen(directedSegments([{ text: 'אבג ' }, { text: '2024' }, number, { text: '.' }], true))).toBe(
      '.72024 גבא',
    );
    expect(seen(directedSegments([{ text: 'אבג ' }, { text: '2024' }, { text: '7' }], true))).toBe('20247 גבא');
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
    expect(seen(directed(['The ', 'word ', 'אבג!\u200f']))).toBe('The word !גבא');
    expect(seen(directed(['אבג ', '(C++\u200e) ', 'דהו']))).toBe('והד (C++) גבא');
  });

  it('does not mind embeddings and overrides', () => {
    expect(directionOf([{ text: 'pay \u202e001\u202c kr' }], false)).toBeNull();
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

  it('lets the space at the end of a line hang out of it', () => {
    const line = directed(['אבג ', 'דהו ']);
    const ink = line.inlines.filter(({ text }) => text.trim() !== '');
    expect(Math.min(...ink.map(({ x }) => x))).toBe(0);
  });
});
