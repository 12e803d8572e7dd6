import { describe, expect, it } from 'vitest';
import { dropKept, Kept } from '../../src/kept/kept.js';

/** How often it was made of the text. */
function counted(most: number) {
  const kept = new Kept<number>(most);
  let made = 0;
  return (text: string) => kept.of(text, () => ++made);
}

describe('what is kept', () => {
  it('is made once', () => {
    const of = counted(100);
    expect([of('one'), of('two'), of('one'), of('two')]).toEqual([1, 2, 1, 2]);
  });

  it('is of no more texts than there is room for', () => {
    const of = counted(10);
    expect([of('12345'), of('abcde'), of('12345')]).toEqual([1, 2, 1]);
    expect([of('x'), of('12345')]).toEqual([3, 4]);
  });

  it('is never of a text that is longer than all that there is room for', () => {
    const of = counted(3);
    expect([of('abc'), of('abcd'), of('abcd'), of('abc')]).toEqual([1, 2, 3, 1]);
  });

  it('is dropped at will', () => {
    const of = counted(10);
    expect([of('a'), of('a')]).toEqual([1, 1]);
    dropKept();
    expect([of('a'), of('a')]).toEqual([2, 2]);
  });
});
