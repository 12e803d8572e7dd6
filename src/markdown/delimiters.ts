/** Emphasis, strong emphasis or strikethrough: where its text begins and ends, and where it ends itself. */
export interface ScannedMark {
  readonly type: 'em' | 'strong' | 'del';
  readonly textStart: number;
  readonly textEnd: number;
  readonly end: number;
}

/** A run of `*`, `_` or `~`, and what of it is not used up yet. */
export interface Delimiter {
  readonly character: string;
  readonly start: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** It stands in a bare address, which counts unless the address stands in a link's text. */
  readonly bare: boolean;
  /** The part of the run that is still free; closers use up a run from its left, openers from its right. */
  from: number;
  to: number;
}

/** The run that begins at `start`, with CommonMark's rules 1–8 on what stands before and after it. */
export function delimiterAt(source: string, start: number, bare: boolean): Delimiter {
  const character = source[start] ?? '';
  let end = start;
  while (source[end] === character) end++;
  const before = kindOf(lastCharacter(source, start));
  const after = kindOf(firstCharacter(source, end));
  const left = after !== 'blank' && (after !== 'mark' || before !== 'letter');
  const right = before !== 'blank' && (before !== 'mark' || after !== 'letter');
  const opens = character === '_' ? left && (!right || before === 'mark') : left;
  const closes = character === '_' ? right && (!left || after === 'mark') : right;
  return { character, start, length: end - start, opens, closes, bare, from: start, to: end };
}

function kindOf(character: string): 'blank' | 'mark' | 'letter' {
  if (character === '' || /\s/u.test(character)) return 'blank';
  return /[\p{P}\p{S}]/u.test(character) ? 'mark' : 'letter';
}

function lastCharacter(source: string, end: number): string {
  return [...source.slice(Math.max(0, end - 2), end)].at(-1) ?? '';
}

function firstCharacter(source: string, start: number): string {
  return [...source.slice(start, start + 2)][0] ?? '';
}

/**
 * CommonMark's "process emphasis" over the runs of one text, with GitHub's strikethrough: its runs pair whole, with
 * runs of their own length. Pairs are added to `marks` by where they begin.
 */
export function pairDelimiters(delimiters: readonly Delimiter[], marks: Map<number, ScannedMark>): void {
  const open: Delimiter[] = [];
  // Below these no opener fits a closer of that kind; without them a text of closers alone takes quadratic time.
  const bottoms = new Map<string, number>();
  for (const closer of delimiters) {
    while (closer.closes && closer.from < closer.to) {
      const kind = `${closer.character}${closer.opens}${closer.character === '~' ? closer.length : closer.length % 3}`;
      const at = findOpener(open, closer, Math.min(bottoms.get(kind) ?? 0, open.length));
      if (at < 0) {
        bottoms.set(kind, open.length);
        break;
      }
      const opener = open[at];
      if (opener === undefined) break;
      pair(opener, closer, marks);
      open.length = opener.from < opener.to ? at + 1 : at;
      // Runs were taken off the stack: what was known of those above is void.
      for (const [name, bottom] of bottoms) if (bottom > open.length) bottoms.set(name, open.length);
    }
    if (closer.opens && closer.from < closer.to) open.push(closer);
  }
}

function findOpener(open: readonly Delimiter[], closer: Delimiter, bottom: number): number {
  for (let i = open.length - 1; i >= bottom; i--) {
    const opener = open[i];
    if (opener?.character === closer.character && fits(opener, closer)) return i;
  }
  return -1;
}

function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (closer.character === '~') return opener.length === closer.length && closer.length <= 2;
  // Rules 9 and 10: a run that could be both pairs with none whose length makes three with its own.
  if (!opener.closes && !closer.opens) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function pair(opener: Delimiter, closer: Delimiter, marks: Map<number, ScannedMark>): void {
  const whole = closer.character === '~';
  const size = whole ? closer.length : Math.min(opener.to - opener.from, closer.to - closer.from) >= 2 ? 2 : 1;
  const type = whole ? 'del' : size === 2 ? 'strong' : 'em';
  const textStart = opener.to;
  opener.to -= size;
  const textEnd = closer.from;
  closer.from += size;
  marks.set(opener.to, { type, textStart, textEnd, end: closer.from });
}
