import type * as Mdast from 'mdast';
import type { Handle, Info, State } from 'mdast-util-to-markdown';

/**
 * Emphasis and its like, so that a parser sees them whatever stands beside them: a mark must not touch a blank on its
 * inside, and must not stand between a letter outside and punctuation inside (CommonMark 6.2). Where it would, that
 * blank or letter is written as a character reference.
 */
export const emphasis: Handle = (node: Mdast.Emphasis, _parent, state, info) => writeMark(node, null, state, info);

export const strong: Handle = (node: Mdast.Strong, _parent, state, info) => writeMark(node, '**', state, info);

export const strikethrough: Handle = (node: Mdast.Delete, _parent, state, info) => writeMark(node, '~~', state, info);

Object.assign(emphasis, { peek: () => '*' });
Object.assign(strong, { peek: () => '*' });
Object.assign(strikethrough, { peek: () => '~' });

type MarkNode = Mdast.Emphasis | Mdast.Strong | Mdast.Delete;

/** `mark` null: `_`, or `*` beside a letter, where `_` makes no emphasis. */
function writeMark(node: MarkNode, mark: string | null, state: State, info: Info): string {
  const exit = state.enter(node.type === 'delete' ? 'strikethrough' : node.type);
  const tracker = state.createTracker(info);
  const edge = mark?.charAt(0) ?? '_';
  tracker.move(mark ?? '_');
  let content = state.containerPhrasing(node, { ...tracker.current(), before: edge, after: edge });
  exit();
  const first = String.fromCodePoint(content.codePointAt(0) ?? 0);
  const last = [...content.slice(-2)].at(-1) ?? '';
  const chosen = mark ?? chooseMark(info, content);
  const opensBeside = needsReference(info.before, first, chosen);
  const closesBeside = needsReference(info.after, last, chosen);
  if (isBlank(last)) content = content.slice(0, -last.length) + reference(last);
  if (isBlank(first)) content = reference(first) + content.slice(first.length);
  state.attentionEncodeSurroundingInfo = { before: opensBeside, after: closesBeside };
  return chosen + content + chosen;
}

/** `_` reads better; `*` is needed beside a letter, but would run together with another star. */
function chooseMark(info: Info, content: string): '_' | '*' {
  const besideStar = /\*$/.test(info.before) || /^\*/.test(info.after) || /^\*|\*$/.test(content);
  return besideStar || (isApart(info.before) && isApart(info.after)) ? '_' : '*';
}

/** True if the character outside is a letter, and the mark would be read as text beside it. */
function needsReference(outside: string, inside: string, mark: string): boolean {
  // Half of a character beyond U+FFFF cannot be written as a reference; nearly all of them are symbols, which part.
  if (outside === '' || /^[\uD800-\uDFFF]$/.test(outside)) return false;
  return !isApart(outside) && (mark === '_' || isBlank(inside) || isApart(inside));
}

/** A blank or punctuation: what lets a mark open after it, and close before it. */
function isApart(character: string): boolean {
  return character === '' || /^[\s\p{P}\p{S}]$/u.test(character);
}

function isBlank(character: string): boolean {
  return /^\s$/u.test(character);
}

function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16).toUpperCase()};`;
}
