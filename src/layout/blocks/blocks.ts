import type { Block, Heading, Paragraph } from '../../document/tree.js';
import { type Frame, headsInRail, type LayoutContext, movedRight, narrowed, type SetBlock, spare } from '../context.js';
import { setFigure } from '../figures/figure-block.js';
import { setPicture } from '../pictures/pictures.js';
import type { PrintNode } from '../print-nodes.js';
import { inlineText } from '../text/inline-text.js';
import { type PicturePiece, setPieces } from '../text/inlines.js';
import { textBlock } from '../text/text-block.js';
import { rounded } from '../theme/typeface.js';
import { setAlert, setBlockquote } from './boxes.js';
import { setCode } from './code.js';
import { setDirective } from './directives.js';
import { setShown } from './gauge.js';
import { headingText, setWords } from './headings.js';
import { setList } from './lists.js';
import { withPairs } from './pairs.js';
import { inSections } from './sections.js';
import { setTable } from './tables.js';

/** Sets blocks in a frame; the space around each is not added yet. */
export function setBlocks(blocks: readonly Block[], frame: Frame, context: LayoutContext): SetBlock[] {
  const set: SetBlock[] = [];
  let breakBefore = false;
  let before: Block | null = null;
  for (const block of headsInRail(frame.hang) ? withPairs(blocks) : blocks) {
    if (block.type === 'directive' && block.name === 'page-break') {
      breakBefore = set.length > 0;
      continue;
    }
    const own = setBlock(block, { ...frame, origin: block.origin ?? frame.origin }, context);
    const [first, ...rest] = own;
    if (first === undefined) continue;
    if (block.type === 'list' && first.node.unbreakable) keepLeadIn(set);
    if (block.type === 'list' && isLabel(before)) keepLabel(set, frame);
    before = block;
    set.push(breakBefore ? { ...first, node: { ...first.node, pageBreak: 'before' } } : first, ...rest);
    breakBefore = false;
  }
  return headsInRail(frame.hang) ? inSections(set, frame) : set;
}

/** A short line before a list that is on one page: without the list, it would say nothing. */
function keepLeadIn(set: SetBlock[]): void {
  const last = set.at(-1);
  if (last === undefined || last.isHeading || !('text' in last.node)) return;
  const { text } = last.node;
  const length = typeof text === 'string' ? text.length : text.reduce((sum, run) => sum + run.text.length, 0);
  if (length <= SHORT) set[set.length - 1] = { ...last, node: { ...last.node, keepWithNext: true } };
}

/** A bold line: over a list, it is a heading in all but name. */
function isLabel(block: Block | null): boolean {
  if (block?.type !== 'paragraph') return false;
  const [only, ...others] = block.children;
  return only?.type === 'strong' && others.length === 0 && inlineText([only]).length <= SHORT;
}

/** It stands close to its list, and on the same page. */
function keepLabel(set: SetBlock[], frame: Frame): void {
  const last = set.at(-1);
  if (last === undefined) return;
  const after = Math.min(last.after, rounded(frame.face.leading / 8));
  set[set.length - 1] = { ...last, node: { ...last.node, keepWithNext: true }, after };
}

function setBlock(block: Block, frame: Frame, context: LayoutContext): SetBlock[] {
  switch (block.type) {
    case 'heading':
      return setHeading(block, frame, context);
    case 'paragraph':
      return setParagraph(block, frame, context);
    case 'blockquote':
      return setBlockquote(block, frame, context);
    case 'alert':
      return setAlert(block, frame, context);
    case 'list':
      return setList(block, frame, context);
    case 'code':
      return setCode(block, frame, context);
    case 'thematicBreak':
      return setThematicBreak(frame, context);
    case 'table':
      return setTable(block, {}, frame, context);
    case 'directive':
      return setDirective(block, frame, context);
    case 'figure':
      return setFigure(block, frame, context);
    case 'footnoteDefinition':
      // Notes are gathered at the end of the document.
      return [];
  }
}

/** Characters: a paragraph of more keeps to its own place on the page, whatever it ends with. */
const SHORT = 240;

/**
 * A paragraph in the frame's face; pictures in it stand between its lines. A short one that ends in a colon leads on to
 * what follows, and stays with it.
 */
function setParagraph(paragraph: Paragraph, frame: Frame, context: LayoutContext): SetBlock[] {
  const after = frame.between;
  const leadsOn = paragraph.children.length > 0 && announces(inlineText(paragraph.children));
  const pieces = setPieces(paragraph.children, frame.face, context);
  return pieces.flatMap((piece, at) => {
    if (piece.kind === 'picture') return setPictureBlock(piece, frame, context);
    if (piece.kind === 'gauge')
      return setShown(piece.shows, frame, context).map((block) => ({ ...block, after: after / 2 }));
    const text = textBlock(piece.runs, frame, context, leadsOn ? { keepWithNext: true } : {});
    return [
      {
        node: movedRight(narrowed(text, spare(frame)), frame.hang),
        before: 0,
        after: pieces[at + 1]?.kind === 'gauge' ? 1.5 : after,
      },
    ];
  });
}

function announces(text: string): boolean {
  return text.length <= SHORT && /[:：]\s*$/u.test(text);
}

function setPictureBlock(piece: PicturePiece, frame: Frame, context: LayoutContext): SetBlock[] {
  const placed = { ...frame, origin: piece.origin ?? frame.origin };
  return setPicture(piece, placed, context).map((node) => ({
    node: movedRight(node, frame.hang),
    before: frame.face.leading / 2,
    after: frame.face.leading / 2,
  }));
}

/** A heading; one that is a picture is a picture, since nothing else could be read. */
export function setHeading(heading: Heading, frame: Frame, context: LayoutContext): SetBlock[] {
  if (headingText(heading) !== '') return setWords(heading, frame, context);
  const pieces = setPieces(heading.children, frame.face, context);
  return pieces.flatMap((piece) => (piece.kind === 'picture' ? setPictureBlock(piece, frame, context) : []));
}

function setThematicBreak(frame: Frame, context: LayoutContext): SetBlock[] {
  const width = rounded(Math.min(60, frame.width));
  const node: PrintNode = { rule: { thickness: 0.75, color: context.theme.colours.rule, width }, artifact: true };
  const space = context.faces.body.leading;
  return [{ node: movedRight(node, frame.hang), before: space, after: space }];
}
