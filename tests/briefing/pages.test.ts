import { describe, expect, it } from 'vitest';
import { type Page, placingProblems } from './pages.js';

function page(...tags: readonly string[]): Page {
  const pieces = tags.map((tag, i) => ({ text: `${tag} ${i}`, x: 50, y: 700 - 20 * i, width: 100, size: 10, tag }));
  return { width: 595, height: 842, pieces };
}

describe('a heading at the foot of a page', () => {
  it('is wrong where its text stands on the next', () => {
    expect(placingProblems([page('P', 'H2', 'Artifact'), page('P')])).toEqual(['page 1: the heading "H2 1" is last']);
    expect(placingProblems([page('H2'), page('H3', 'P')])).toEqual(['page 1: the heading "H2 0" is last']);
  });

  it('is right where it has no text: an annex that is only a heading, and the next one after it', () => {
    expect(placingProblems([page('H2', 'H3'), page('H2', 'P')])).toEqual([]);
    expect(placingProblems([page('P', 'H2')])).toEqual([]);
  });
});
