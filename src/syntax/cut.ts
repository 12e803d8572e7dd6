/** A comment that may have been meant as text: `Talks with group #3 of the border` ends, to YAML, before the #. */
import type { Scalar } from 'yaml';
import type { Mark, Range } from './places.js';

/** What a scalar stands in. */
export interface Around {
  /** The column of its field's name, or of the dash of its item; a comment further to the right belongs to neither. */
  readonly column: number;
  /** Whether that is in braces or brackets. */
  readonly isFlow: boolean;
}

const SAME_LINE = /[ \t]*(?<comment>#[^\r\n]*)/y;
/** Somebody who quotes a text and then comments on it leaves a space behind the #. */
const AFTER_QUOTES = /[ \t]+(?<comment>#[\p{L}\p{N}][^\r\n]*)/uy;
const AFTER_COMMA = /[ \t]*,[ \t]*(?<comment>#[\p{L}\p{N}][^\r\n]*)/uy;
const NEXT_LINE = /(?:[ \t]*\r?\n)*(?<indent>[ \t]+)(?<comment>#[^\r\n]*)/y;
const NEXT_LINE_IN_FLOW = /(?:[ \t]*\r?\n)+[ \t]*(?<comment>#[^\s#][^\r\n]*)/y;

/** Behind a colon or a dash, where the text itself begins on a line below; on lines of its own, a comment has a space. */
const BEFORE =
  /[:-](?:[ \t]+|[ \t]*(?:\r?\n[ \t]*)+(?=#[\p{L}\p{N}]))(?<comment>#[^\r\n]*)(?<gap>(?:\r?\n[ \t]*(?:#[^\r\n]*)?)+)$/u;
/** As much of a text as a line and its indentation take. */
const LOOK_BACK = 500;

/** The comment before or behind the scalar at `range`, where what it says may belong to it. */
export function commentThatCuts(text: string, range: Range, type: Scalar['type'], around: Around): Range | null {
  return commentBefore(text, range[0]) ?? commentBehind(text, range[1], type, around);
}

function commentBefore(text: string, start: number): Range | null {
  const found = BEFORE.exec(text.slice(Math.max(0, start - LOOK_BACK), start))?.groups;
  if (found?.comment === undefined || found.gap === undefined) return null;
  const end = start - found.gap.length;
  return [end - found.comment.length, end];
}

function commentBehind(text: string, end: number, type: Scalar['type'], around: Around): Range | null {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return commentAt(AFTER_QUOTES, text, end);
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return commentBelow(text, end, around.column);
  const onLine = commentAt(SAME_LINE, text, end);
  if (onLine !== null) return onLine;
  if (!around.isFlow) return commentBelow(text, end, around.column);
  return commentAt(AFTER_COMMA, text, end) ?? commentAt(NEXT_LINE_IN_FLOW, text, end);
}

function commentBelow(text: string, end: number, column: number): Range | null {
  NEXT_LINE.lastIndex = end;
  const indent = NEXT_LINE.exec(text)?.groups?.indent ?? '';
  return indent.length > column ? commentAt(NEXT_LINE, text, end) : null;
}

function commentAt(pattern: RegExp, text: string, at: number): Range | null {
  pattern.lastIndex = at;
  const comment = pattern.exec(text)?.groups?.comment;
  return comment === undefined ? null : [pattern.lastIndex - comment.length, pattern.lastIndex];
}

/** That a text lacks what a comment holds, and what to do; null where none cuts it. `subject` is what lacks it, as messages name it. */
export function lostWords(
  subject: string,
  { cut, value: range }: Mark,
  { value, text }: { readonly value: unknown; readonly text: string },
): { readonly at: Range; readonly message: string; readonly hints: readonly string[] } | null {
  if (cut === undefined) return null;
  const words = text.slice(...cut);
  const whole = text.slice(Math.min(range[0], cut[0]), Math.max(range[1], cut[1])).replace(/\s+/g, ' ').trim();
  const isShort = whole.length <= 90 && /^[^"\\|>]*$/.test(whole) && typeof value === 'string';
  const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return {
    at: cut,
    message: `${subject} lacks \`${shown}\`, which is a comment to YAML.`,
    hints: [
      isShort
        ? `If it belongs to the text, put the whole in quotes: "${whole}".`
        : 'If it belongs to the text, put the whole in quotes, or after | on lines of its own.',
      'If it is a comment, put it on a line of its own, before the field.',
    ],
  };
}
