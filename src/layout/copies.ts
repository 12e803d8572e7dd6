/** Numbered copies of one document: what each has on every page. */
import type { Furniture } from '../document/document.js';
import { type LayoutContext, wordLanguage } from './context.js';
import type { Stamp } from './definition.js';
import type { PrintNode, TextNode } from './print-nodes.js';
import { cleanText } from './text/clean-text.js';
import { shortened } from './text/text-width.js';
import { type Face, rounded, styleOf, styleOfWords } from './theme/typeface.js';

export interface CopyMark {
  readonly number: number;
  /** The highest number. */
  readonly of: number;
  /** Who holds it; null where nobody is named. */
  readonly reader: string | null;
}

/** Points from the paper's edge to the line, above the header: near enough for it, and within what printers reach. */
const LINE_TOP = 13;
/** So faint that a word on it loses none of its contrast that a reader would notice; a photocopier keeps it. */
const MARK_COLOUR = '#ececec';
/** Points: the mark is as high as it can be in so much of the page's width. */
const LARGEST_MARK = 110;
const MARK_SHARE = 0.45;
/** Of a digit, in em. */
const DIGIT = 0.56;
/** Where the two marks begin, in shares of the page: out of the way of a watermark, which runs along the other diagonal. */
const FIRST_MARK = 0.36;
const SECOND_MARK = 0.72;

export function setCopies(copies: readonly CopyMark[], furniture: Furniture, context: LayoutContext): readonly Stamp[] {
  return copies.map((copy) => ({ line: lineOf(copy, furniture, context), mark: markOf(copy, context) }));
}

/** What stands in the margin: `Copy 3 of 12  ·  Private office`. */
export function copyWords({ number, of, reader }: CopyMark, pattern: string): string {
  const words = pattern.replace('{copy}', () => String(number)).replace('{copies}', () => String(of));
  return reader === null ? words : `${words}  ·  ${reader}`;
}

/** What stands behind the text. */
function markWords({ number, of }: Pick<CopyMark, 'number' | 'of'>): string {
  return `${number}/${of}`;
}

function lineOf(copy: CopyMark, { copy: pattern = '{copy}/{copies}' }: Furniture, context: LayoutContext): PrintNode {
  const { width, margins } = context.page;
  const face: Face = { ...context.faces.furniture, bold: true, colour: context.theme.colours.text };
  const room = width - margins[0] - margins[2];
  const { reader } = copy;
  const number = cleanText(copyWords({ ...copy, reader: null }, pattern));
  const whole = reader === null ? number : shortened(cleanText(copyWords(copy, pattern)), face, room);
  const name = whole.startsWith(number) ? whole.slice(number.length) : '';
  return {
    ...styleOf(face),
    text: [
      { ...styleOfWords(face), ...wordLanguage(context), text: number },
      ...(name === '' ? [] : [{ ...styleOfWords(face), text: name }]),
    ],
    artifact: true,
    noWrap: true,
    margin: [margins[0], LINE_TOP, margins[2], 0],
  };
}

function markOf(copy: CopyMark, context: LayoutContext): PrintNode {
  const { width, height, margins } = context.page;
  const text = markWords(copy);
  const size = rounded(Math.min(LARGEST_MARK, (width * MARK_SHARE) / (text.length * DIGIT)));
  const face: Face = { ...context.faces.furniture, size, leading: size, bold: true, colour: MARK_COLOUR };
  const [first, second] = [rounded(height * FIRST_MARK), rounded(height * SECOND_MARK)];
  const mark: TextNode = { ...styleOf(face), text, artifact: true, noWrap: true };
  return {
    stack: [
      { ...mark, margin: [margins[0], first, margins[2], 0] },
      { ...mark, alignment: 'right', margin: [margins[0], second - first - size, margins[2], 0] },
    ],
    artifact: true,
  };
}
