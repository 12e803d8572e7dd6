import type { Heading } from '../../document/tree.js';
import {
  type Frame,
  headsInRail,
  type LayoutContext,
  labelText,
  movedRight,
  narrowed,
  type SetBlock,
  spare,
} from '../context.js';
import type { HeadingLevel } from '../heading-levels.js';
import type { PrintNode, TextNode } from '../print-nodes.js';
import { cleanText, inCapitals } from '../text/clean-text.js';
import { inlineText } from '../text/inline-text.js';
import { setRuns } from '../text/inlines.js';
import { textBlock } from '../text/text-block.js';
import { type Face, rounded, styleOfText } from '../theme/typeface.js';
import { hairline } from './section-rule.js';
import { railHead } from './sections.js';

/** Heading: keeps with what follows, is a bookmark, and at the second level has a hairline above. */
export function setWords(heading: Heading, frame: Frame, context: LayoutContext): SetBlock[] {
  const { node, text, face, rank } = headingNode(heading, frame, context);
  return headingSpace({ node, text, face, rank }, frame, context).map((block) =>
    rank === 2 && headsInRail(frame.hang) ? { ...block, ...railHead({ node, text, face }, frame, context) } : block,
  );
}

/** The words of a heading, without pictures, as one line. */
export function headingText({ children }: Heading): string {
  return cleanText(inlineText(children)).replace(/\s+/gu, ' ').trim();
}

interface SetHeading {
  readonly node: TextNode;
  readonly text: string;
  readonly face: Face;
  /** For the look: 1 is the title. */
  readonly rank: number;
}

/** A heading and its bookmark; in `own`, where it does not look like one. */
export function headingNode(heading: Heading, frame: Frame, context: LayoutContext, own?: Face): SetHeading {
  const text = headingText(heading);
  const { level, rank } = context.levels.next(heading.depth);
  const face = own ?? context.faces.heading[rank - 1] ?? context.faces.heading[5];
  const id = context.contents.add(text, level, heading.depth, context.targets.nameOfHeading(heading));
  const runs = setRuns(heading.children, face, context);
  const node = textBlock(runs, { ...frame, face, alignment: 'left' }, context, {
    role: `H${level}`,
    keepWithNext: true,
    bookmark: { text, level },
    ...(id === undefined ? {} : { id }),
  });
  return { node, text, face, rank };
}

/** The heading of a box, in the face of a label: words of the program's, or of the template. */
export function boxHeading(text: string, level: HeadingLevel, face: Face, context: LayoutContext): TextNode {
  const clean = cleanText(text);
  const words = face.capitals ? inCapitals(clean, context.words.language) : clean;
  return {
    ...styleOfText(face, words),
    text: labelText(words, context),
    role: `H${level}`,
    bookmark: { text: clean, level },
    keepWithNext: true,
  };
}

function headingSpace({ rank, node, face }: SetHeading, frame: Frame, context: LayoutContext): SetBlock[] {
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
    default: {
      // A question is read as a line of text is.
      const placed = movedRight(narrowed(node, spare({ ...frame, face })), frame.hang);
      return [{ node: placed, before: rounded(leading * 0.6), after: rounded(leading / 8), isHeading }];
    }
  }
}
