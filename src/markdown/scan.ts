import type { Rules, TokensList } from 'marked';
import { AngleEnds } from './angle-ends.js';
import { type Delimiter, delimiterAt, pairDelimiters, type ScannedMark } from './delimiters.js';

/** A link or image found in a source; positions count from its start, ends are exclusive. */
interface ScannedLink {
  readonly image: boolean;
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly end: number;
  /** As written: escapes and references unresolved. */
  readonly href: string;
  readonly title: string | null;
}

/** What is known of a text before its inline structure is. */
export interface ScanContext {
  readonly rules: Rules;
  readonly links: TokensList['links'];
  /** The labels of definitions that were used are added. */
  readonly used: Set<string>;
  /** How long a citation or a footnote reference is that begins at the start of the text; 0 if none does. */
  readonly measureNote: (text: string) => number;
}

/**
 * The links, marks and code spans of one inline source, by where they begin: CommonMark's algorithm (its appendix, "Phase 2"),
 * in one pass and a time that grows with the length of the source.
 *
 * marked finds them by regular expressions, which go wrong where spans are nested (code with backticks in a
 * link's text, runs of three stars): text would be kept, but read otherwise than on GitHub.
 */
export interface Scan {
  readonly links: ReadonlyMap<number, ScannedLink>;
  readonly marks: ReadonlyMap<number, ScannedMark>;
  /** Code spans: where each ends that begins at a position. */
  readonly codes: ReadonlyMap<number, number>;
}

interface Bracket {
  readonly start: number;
  readonly image: boolean;
  readonly delimiters: number;
  active: boolean;
}

export function scanInlines(source: string, context: ScanContext): Scan {
  return new Scanner(source, context).scan();
}

class Scanner {
  private readonly links = new Map<number, ScannedLink>();
  private readonly marks = new Map<number, ScannedMark>();
  private readonly codes = new Map<number, number>();
  private readonly brackets: Bracket[] = [];
  private readonly delimiters: Delimiter[] = [];
  private readonly angles: AngleEnds;
  private readonly ticks: ReadonlyMap<number, readonly number[]>;
  /** Where the bare address ends that was met last. */
  private bareUrlEnd = 0;

  constructor(
    private readonly source: string,
    private readonly context: ScanContext,
  ) {
    this.ticks = backtickRuns(source);
    this.angles = new AngleEnds(source);
  }

  scan(): Scan {
    for (let i = 0; i < this.source.length; ) i = this.step(i);
    pairDelimiters(
      this.delimiters.filter((delimiter) => !delimiter.bare),
      this.marks,
    );
    return { links: this.links, marks: this.marks, codes: this.codes };
  }

  /** Reads what stands at `i`; gives the position after it. */
  private step(i: number): number {
    switch (this.source[i]) {
      case '\\':
        return i + 2;
      case '`':
        return this.skipCode(i);
      case '<':
        return i + Math.max(1, this.measureAngle(i));
      case '!':
        return this.source[i + 1] === '[' ? this.openBracket(i, true) : i + 1;
      case '[': {
        const note = this.context.measureNote(this.source.slice(i, i + 2100));
        return note > 0 ? i + note : this.openBracket(i, false);
      }
      case ']':
        return this.closeBracket(i);
      case '*':
      case '_':
      case '~':
        return this.readDelimiter(i);
      case 'h':
      case 'f':
      case 'w':
      case 'H':
      case 'F':
      case 'W':
        this.noteBareUrl(i);
        return i + 1;
      default:
        return i + 1;
    }
  }

  private skipCode(start: number): number {
    let length = 1;
    while (this.source[start + length] === '`') length++;
    const runs = this.ticks.get(length) ?? [];
    const close = runs[firstAfter(runs, start)];
    if (close === undefined) return start + length;
    this.codes.set(start, close + length);
    return close + length;
  }

  private measureAngle(start: number): number {
    const rest = this.source.slice(start);
    const { tag, autolink } = this.context.rules.inline;
    return (autolink.exec(rest) ?? (this.angles.mayEnd(start) ? tag.exec(rest) : null))?.[0].length ?? 0;
  }

  private readDelimiter(start: number): number {
    const found = delimiterAt(this.source, start, start < this.bareUrlEnd);
    this.delimiters.push(found);
    return start + found.length;
  }

  private noteBareUrl(start: number): void {
    if (start < this.bareUrlEnd || /[\p{L}\p{N}]/u.test(this.source[start - 1] ?? '')) return;
    if (!/^(?:https?:\/\/|ftp:\/\/|www\.)/i.test(this.source.slice(start, start + 8))) return;
    const found = /^[^\s<>[\]]*/.exec(this.source.slice(start, start + 4000))?.[0] ?? '';
    this.bareUrlEnd = start + found.replace(/[?!.,:;*_~'")]+$/, '').length;
  }

  private openBracket(start: number, image: boolean): number {
    this.brackets.push({ start, image, delimiters: this.delimiters.length, active: true });
    return start + (image ? 2 : 1);
  }

  private closeBracket(at: number): number {
    const bracket = this.brackets.pop();
    if (bracket === undefined || !bracket.active) return at + 1;
    const labelStart = bracket.start + (bracket.image ? 2 : 1);
    const target = readResource(this.source, at + 1) ?? this.readReference(labelStart, at);
    if (target === null) return at + 1;
    this.links.set(bracket.start, { image: bracket.image, labelStart, labelEnd: at, ...target });
    // What is emphasised inside the text is settled now; nothing reaches across its brackets.
    pairDelimiters(this.delimiters.splice(bracket.delimiters), this.marks);
    if (!bracket.image) {
      for (const outer of this.brackets) if (!outer.image) outer.active = false;
    }
    return target.end;
  }

  private readReference(labelStart: number, labelEnd: number): LinkTarget | null {
    const following = /^\[((?:\\[\s\S]|[^[\]\\]){0,999})\]/.exec(this.source.slice(labelEnd + 1, labelEnd + 1002));
    const named = following?.[1] ?? '';
    const label = named.trim() === '' ? this.source.slice(labelStart, labelEnd) : named;
    if (label.length > 999 || !/^(?:\\[\s\S]|[^[\]\\])*$/.test(label)) return null;
    const key = normalizeLabel(label);
    const target = Object.hasOwn(this.context.links, key) ? this.context.links[key] : undefined;
    if (key === '' || target === undefined) return null;
    this.context.used.add(key);
    return { href: target.href, title: target.title ?? null, end: labelEnd + 1 + (following?.[0].length ?? 0) };
  }
}

interface LinkTarget {
  readonly href: string;
  readonly title: string | null;
  readonly end: number;
}

/** `(address "title")` at `start`, or null. */
function readResource(source: string, start: number): LinkTarget | null {
  if (source[start] !== '(') return null;
  const open = skipBlanks(source, start + 1);
  const angled = sticky(/<((?:\\[^\n]|[^\n<>\\])*)>/y, source, open);
  const addressEnd = angled === null ? bareAddressEnd(source, open) : open + angled[0].length;
  if (addressEnd < 0) return null;
  const afterAddress = skipBlanks(source, addressEnd);
  const quoted =
    afterAddress > addressEnd
      ? sticky(/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)/y, source, afterAddress)
      : null;
  const end = quoted === null ? afterAddress : skipBlanks(source, afterAddress + quoted[0].length);
  if (source[end] !== ')') return null;
  const href = angled?.[1] ?? source.slice(open, addressEnd);
  return { href, title: quoted === null ? null : quoted[0].slice(1, -1), end: end + 1 };
}

/** Where an address without angle brackets ends: at a blank, or a parenthesis it did not open; -1 if it is not an address. */
function bareAddressEnd(source: string, start: number): number {
  if (source[start] === '<') return -1;
  let depth = 0;
  let i = start;
  for (; i < source.length; i++) {
    const character = source[i] ?? '';
    if (/[ \t\n]/.test(character)) break;
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(source[i + 1] ?? '')) i++;
    else if (character === '(' && ++depth > 32) return -1;
    else if (character === ')' && --depth < 0) break;
  }
  return depth > 0 ? -1 : Math.min(i, source.length);
}

function skipBlanks(source: string, start: number): number {
  return start + (sticky(/[ \t\n]*/y, source, start)?.[0].length ?? 0);
}

function sticky(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** As marked normalises the labels of definitions: blanks collapsed, letter case folded. */
function normalizeLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase();
}

/** Where the runs of backticks stand, by their length. */
function backtickRuns(source: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of source.matchAll(/`+/g)) {
    const length = match[0].length;
    const same = runs.get(length);
    if (same === undefined) runs.set(length, [match.index]);
    else same.push(match.index);
  }
  return runs;
}

/** The index of the first of the sorted `positions` after `position`. */
function firstAfter(positions: readonly number[], position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((positions[middle] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
