import { innerQuotationMarks, quotationMarks } from '../../document/quotation-marks.js';
import type { Inline } from '../../document/tree.js';

/** Stands for what is not prose: code, pictures, citations, addresses. */
const OTHER = '\ufffc';
/** Narrow no-break space, used inside French guillemets. */
const NARROW = '\u202f';

interface Letter {
  readonly character: string;
  readonly language: string;
}

/**
 * Replaces the typewriter's quotation marks, apostrophes, dashes and ellipses in the inlines of one block with
 * typographic ones of the language. Quotation marks are replaced only in pairs; typographic ones stay.
 * `isProse` tells whether the words of a link are prose.
 */
export function withSmartText(
  nodes: readonly Inline[],
  language: string,
  isProse: (link: Inline & { type: 'link' }) => boolean,
): Inline[] {
  const letters = lettersOf(nodes, language, isProse);
  const set = smartLetters(letters);
  let at = 0;
  const place = (inlines: readonly Inline[]): Inline[] =>
    inlines.map((node): Inline => {
      if (node.type === 'text') {
        const value = set.slice(at, at + node.value.length).join('');
        at += node.value.length;
        return { ...node, value };
      }
      if (!('children' in node) || (node.type === 'link' && !isProse(node))) {
        at++;
        return node;
      }
      return { ...node, children: place(node.children) };
    });
  return place(nodes);
}

/** The same for plain text. */
export function smartText(text: string, language: string): string {
  return smartLetters([...units(text)].map((character) => ({ character, language }))).join('');
}

function lettersOf(
  nodes: readonly Inline[],
  language: string,
  isProse: (link: Inline & { type: 'link' }) => boolean,
): Letter[] {
  return nodes.flatMap((node): Letter[] => {
    if (node.type === 'text') return units(node.value).map((character) => ({ character, language }));
    if (!('children' in node) || (node.type === 'link' && !isProse(node))) return [{ character: OTHER, language }];
    const inside = node.type === 'span' ? (node.lang ?? language) : language;
    return lettersOf(node.children, inside, isProse);
  });
}

/** In UTF-16 code units. */
function units(text: string): string[] {
  return text.split('');
}

/** The replacement for each character. */
function smartLetters(letters: readonly Letter[]): string[] {
  const text = letters.map(({ character }) => character).join('');
  const set = text.split('');
  if (!/["'.-]/.test(text)) return set;
  for (const { index } of text.matchAll(/(?<!\.)\.\.\.(?!\.)/g)) replace(set, index, ['…', '', '']);
  for (const { index } of text.matchAll(/(?<!-)---(?!-)/g)) replace(set, index, ['—', '', '']);
  for (const { index } of text.matchAll(/(?<!-)--(?!-)/g)) replace(set, index, [dashOf(letters[index]), '']);
  for (const { index } of text.matchAll(/(?<=[^\s-] )-(?= [^\s-])/g)) set[index] = dashOf(letters[index]);
  setQuotationMarks(text, letters, set);
  return set;
}

function replace(set: string[], at: number, characters: readonly string[]): void {
  characters.forEach((character, index) => {
    set[at + index] = character;
  });
}

/** The dash for a hyphen between words, with spaces around it. */
function dashOf(letter: Letter | undefined): string {
  return /^(?:ru|uk|be|mn|kk|es|it)(?:-|$)/.test(letter?.language.toLowerCase() ?? '') ? '—' : '–';
}

const BEFORE_OPENING = /[\s([{«„“‘‚–—/-]/u;

/** Matches opening marks with closing ones; an unmatched mark stays as it is, and so do inches. */
function setQuotationMarks(text: string, letters: readonly Letter[], set: string[]): void {
  const open: { readonly at: number; readonly mark: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark !== '"' && mark !== "'") continue;
    if (opens(text, at) && !(mark === "'" && /\d/.test(text[at + 1] ?? ''))) {
      open.push({ at, mark });
      // An unmatched single mark is an apostrophe.
      if (mark === "'") set[at] = '’';
      continue;
    }
    if (mark === "'" && (isApostrophe(text, at) || opens(text, at))) {
      set[at] = '’';
      continue;
    }
    const begun = open.findLastIndex((each) => each.mark === mark);
    if (begun >= 0) {
      const [beginning] = open.splice(begun);
      if (beginning !== undefined) setPair(beginning.at, at, { letters, set, isInner: open.length > 0 });
    } else if (mark === "'" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) set[at] = '’';
  }
}

interface Setting {
  readonly letters: readonly Letter[];
  readonly set: string[];
  readonly isInner: boolean;
}

function setPair(from: number, to: number, { letters, set, isInner }: Setting): void {
  const language = letters[from]?.language ?? 'en';
  const [open, close] = (isInner ? innerQuotationMarks : quotationMarks)(language);
  set[from] = open.replace('\u00a0', NARROW);
  set[to] = close.replace('\u00a0', NARROW);
}

function opens(text: string, at: number): boolean {
  const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
  const begins = at === 0 || BEFORE_OPENING.test(before) || ((before === '"' || before === "'") && opens(text, at - 1));
  return begins && !/\s/.test(after) && at + 1 < text.length;
}

/** Within a word (`don't`, `l'État`). */
function isApostrophe(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '');
}
