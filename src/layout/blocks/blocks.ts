import type { Block, Heading, Paragraph } from '../../document/tree.js';
import { type Frame, headsInRail, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import { setFigure } from '../figures/figure-block.js';
import { setPicture } from '../pictures/pictures.js';
import type { PrintNode, TextNode } from '../print-nodes.js';
import { cleanText } from '../text/clean-text.js';
import { inlineText } from '../text/inline-text.js';
import { type PicturePiece, setPieces, setRuns } from '../text/inlines.js';
import { textBlock } from '../text/text-block.js';
import { rounded } from '../theme/typeface.js';
import { setAlert, setBlockquote } from './boxes.js';
import { setCode } from './code.js';
import { setDirective } from './directives.js';
import { setList } from './lists.js';
import { withPairs } from './pairs.js';
import { hairline } from './section-rule.js';
import { inSections, railHead } from './sections.js';
import { setTable } from './tables.js';

/** Sets blocks in a frame; the space around each is not added yet. */
export function setBlocks(blocks: readonly Block[], frame: Frame, context: LayoutContext): SetBlock[] {
  const set: SetBlock[] = [];
  let breakBefore = false;
  for (const block of headsInRail(frame.hang) ? withPairs(blocks) : blocks) {
    if (block.type === 'directive' && block.name === 'page-break') {
      breakBefore = set.length > 0;
      continue;
    }
    const own = setBlock(block, { ...frame, origin: block.origin ?? frame.origin }, context);
    const [first, ...rest] = own;
    if (first === undefined) continue;
    set.push(breakBefore ? { ...first, node: { ...first.node, pageBreak: 'before' } } : first, ...rest);
    breakBefore = false;
  }
  return headsInRail(frame.hang) ? inSections(set, frame) : set;
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
  return setPieces(paragraph.children, frame.face, context).flatMap((piece) => {
    if (piece.kind === 'picture') return setPictureBlock(piece, frame, context);
    const text = textBlock(piece.runs, frame, context, leadsOn ? { keepWithNext: true } : {});
    return [{ node: movedRight(text, frame.hang), before: 0, after }];
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

/** Heading: keeps with what follows, is a bookmark, and at the second level has a hairline above. */
export function setHeading(heading: Heading, frame: Frame, context: LayoutContext): SetBlock[] {
  const text = cleanText(inlineText(heading.children)).replace(/\s+/gu, ' ').trim();
  const pictures = setPieces(heading.children, frame.face, context).filter((piece) => piece.kind === 'picture');
  if (text === '') return pictures.flatMap((piece) => setPictureBlock(piece, frame, context));
  const { level, rank } = context.levels.next(heading.depth);
  const face = context.faces.heading[rank - 1] ?? context.faces.heading[5];
  const id = context.contents.add(text, level, heading.depth, context.targets.nameOfHeading(heading));
  const runs = setRuns(heading.children, face, context);
  const node = textBlock(runs, { ...frame, face, alignment: 'left' }, context, {
    role: `H${level}`,
    keepWithNext: true,
    bookmark: { text, level },
    ...(id === undefined ? {} : { id }),
  });
  return headingSpace(rank, node, frame, context).map((block) =>
    rank === 2 && headsInRail(frame.hang) ? { ...block, ...railHead({ node, text, face }, frame, context) } : block,
  );
}

function headingSpace(rank: number, node: TextNode, frame: Frame, context: LayoutContext): SetBlock[] {
  const { leading } = context.faces.body;
  const isHeading = true;
  const isTop = frame.hang > 0 || frame.width > 300;
  switch (rank) {
    case 1: {
      // The title follows its kicker closely; another heading of the first level opens a part of the document.
      const before = context.levels.count === 1 ? 0 : leading * 2;
      return [{ node, before, after: rounded(leading / 2), isHeading }];
    }
    case 2: {
      if (!isTop) return [{ node, before: leading, after: leading / 3, isHeading }];
      const stack: PrintNode = { stack: [hairline(context, 3.5), node], keepWithNext: true, unbreakable: true };
      return [{ node: stack, before: rounded(leading * 0.7), after: rounded(leading * 0.3), isHeading }];
    }
    default:
      return [
        { node: movedRight(node, frame.hang), before: rounded(leading * 0.6), after: rounded(leading / 8), isHeading },
      ];
  }
}

function setThematicBreak(frame: Frame, context: LayoutContext): SetBlock[] {
  const width = rounded(Math.min(60, frame.width));
  const node: PrintNode = { rule: { thickness: 0.75, color: context.theme.colours.rule, width }, artifact: true };
  const space = context.faces.body.leading;
  return [{ node: movedRight(node, frame.hang), before: space, after: space }];
}
