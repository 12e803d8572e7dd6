import { decodeReferences } from './characters.js';

/** Which directives are read: every name (templates), or those that a brief's own prose may use. */
export type DirectiveSet = 'all' | 'public';

const PUBLIC_CONTAINERS: ReadonlySet<string> = new Set(['columns', 'column', 'callout', 'keep', 'chart']);
const PUBLIC_LEAVES: ReadonlySet<string> = new Set(['page-break', 'chart']);

/** A stretch of a container's source: plain Markdown, which marked reads, or one of the two blocks that it does not know. */
export type Segment =
  | { readonly kind: 'markdown'; readonly text: string }
  | DirectiveSegment
  | { readonly kind: 'footnote'; readonly label: string; readonly text: string };

interface DirectiveSegment {
  readonly kind: 'directive';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** False: its container ends, and no fence has closed it. */
  readonly closed: boolean;
  /** What stands between its fences; null: a leaf. */
  readonly text: string | null;
}

const SPECIAL_LINE = /^(?::{2,}[A-Za-z]|\[\^[^\]\s]+\]:)/m;

/**
 * Cuts a container's source at its directives and footnote definitions. They begin in the container's first column,
 * and a paragraph above them needs no blank line; inside code they are code. An unclosed directive ends with its
 * container.
 */
export function splitSegments(source: string, directives: DirectiveSet): Segment[] {
  if (!SPECIAL_LINE.test(source)) return [{ kind: 'markdown', text: source }];
  const lines = source.split('\n');
  const segments: Segment[] = [];
  const code = new CodeTracker();
  let plain: string[] = [];
  const add = (segment: Segment): void => {
    if (plain.length > 0) segments.push({ kind: 'markdown', text: plain.join('\n') });
    plain = [];
    segments.push(segment);
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (code.holds(line)) {
      plain.push(line);
      continue;
    }
    const opening = readOpening(line);
    const footnote = /^\[\^([^\]\s]+)\]:[ \t]*(.*)$/.exec(line);
    if (opening !== null && isKnown(opening, directives)) {
      const leaf = opening.colons === 2;
      const end = leaf ? i : findClosing(lines, i, opening.colons);
      const text = leaf ? null : lines.slice(i + 1, end).join('\n');
      const closed = leaf || end < lines.length;
      add({ kind: 'directive', name: opening.name, attributes: opening.attributes, closed, text });
      i = end;
    } else if (footnote !== null) {
      const end = findFootnoteEnd(lines, i);
      const rest = lines.slice(i + 1, end).map((continued) => continued.replace(/^(?: {4}| {0,3}\t)/, ''));
      add({ kind: 'footnote', label: footnote[1] ?? '', text: [footnote[2] ?? '', ...rest].join('\n') });
      i = end - 1;
    } else {
      plain.push(line);
    }
  }
  if (plain.length > 0) segments.push({ kind: 'markdown', text: plain.join('\n') });
  return segments;
}

interface Opening {
  readonly colons: number;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function readOpening(line: string): Opening | null {
  const match = /^(:{2,})([A-Za-z][\w-]*)[ \t]*(?:\{(.*)\})?[ \t]*$/.exec(line);
  if (match === null) return null;
  const attributes = readAttributes(match[3] ?? '');
  return attributes === null ? null : { colons: (match[1] ?? '').length, name: match[2] ?? '', attributes };
}

function isKnown(opening: Opening, directives: DirectiveSet): boolean {
  if (directives === 'all') return true;
  return (opening.colons === 2 ? PUBLIC_LEAVES : PUBLIC_CONTAINERS).has(opening.name);
}

/** `key="value" key='value' key=value key #id`, or null if the text is anything else. */
function readAttributes(text: string): Record<string, string> | null {
  const attributes: Record<string, string> = {};
  const pattern = /\s*(?:#([^\s#.}"']+)|([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))?)(?=\s|$)/y;
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (match === null) return null;
    const value = match[1] ?? match[3] ?? match[4] ?? match[5] ?? '';
    attributes[match[1] === undefined ? (match[2] ?? '') : 'id'] = decodeReferences(value);
  }
  return attributes;
}

/**
 * The line that closes the directive opened at `start`, or the line after the last. A fence closes the nearest open
 * directive of its own length, and those inside it with it; so an author may nest by longer fences outside or, as in
 * Pandoc, by equal ones.
 */
function findClosing(lines: readonly string[], start: number, colons: number): number {
  const open = [colons];
  const code = new CodeTracker();
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (code.holds(line)) continue;
    const fence = /^(:{3,})[ \t]*$/.exec(line)?.[1]?.length;
    if (fence !== undefined) {
      const same = open.lastIndexOf(fence);
      const at = same >= 0 ? same : open.findLastIndex((length) => length < fence);
      if (at === 0) return i;
      if (at > 0) open.length = at;
    } else {
      const opening = readOpening(line);
      if (opening !== null && opening.colons > 2) open.push(opening.colons);
    }
  }
  return lines.length;
}

/** The line after a footnote's text: indented lines belong to it, and lines that continue its paragraph. */
function findFootnoteEnd(lines: readonly string[], start: number): number {
  let end = start + 1;
  let lazy = true;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (/^[ \t]*$/.test(line)) {
      lazy = false;
    } else if (/^(?: {4}| {0,3}\t)/.test(line)) {
      end = i + 1;
      lazy = true;
    } else if (lazy && !STARTS_BLOCK.test(line)) {
      end = i + 1;
    } else {
      break;
    }
  }
  return end;
}

const STARTS_BLOCK =
  /^(?: {0,3}(?:#{1,6}(?:\s|$)|>|```|~~~|[-+*][ \t]|\d{1,9}[.)][ \t]|[-*_][-*_ \t]{2,}$|<)|:{2,}|\[\^)/;

/** Follows fenced code through a container's lines, so that nothing inside it is taken for a fence of ours. */
class CodeTracker {
  private fence: { readonly mark: string; readonly length: number; readonly inItem: boolean } | null = null;
  private inList = false;

  /** True if the line is part of fenced code, its fences included. */
  holds(line: string): boolean {
    if (this.fence !== null) {
      const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (closing?.[0] === this.fence.mark && closing.length >= this.fence.length) {
        this.fence = null;
        return true;
      }
      // Code in a list item ends with the item, closed or not.
      if (!this.fence.inItem || !/^\S/.test(line)) return true;
      this.fence = null;
    }
    const marker = /^(?: {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]+)+/.exec(line)?.[0] ?? '';
    if (marker !== '') this.inList = true;
    else if (/^\S/.test(line)) this.inList = false;
    const indent = this.inList ? '[ \\t]*' : ' {0,3}';
    const opening = new RegExp(`^${indent}(\`{3,}(?=[^\`]*$)|~{3,})`).exec(line.slice(marker.length))?.[1];
    if (opening === undefined) return false;
    this.fence = { mark: opening[0] ?? '', length: opening.length, inItem: this.inList };
    return true;
  }
}
