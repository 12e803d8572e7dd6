import { composed, type Frame, GUTTER, type LayoutContext, movedRight, type SetBlock } from '../context.js';
import type { ColumnsNode, PrintNode, TextNode } from '../print-nodes.js';
import { longestWord } from '../text/text-width.js';
import { drop, type Face, rounded } from '../theme/typeface.js';
import { sectionRule } from './section-rule.js';

/** Points: the gutter may take the end of a long word. */
const OVERHANG = 6;
/** Points: what a heading keeps free before the bar of a quotation, which stands in the gutter itself. */
const BEFORE_BAR = 6;

interface Heading {
  readonly node: TextNode;
  readonly text: string;
  readonly face: Face;
}

/** A section's heading as it stands in the rail; nothing where one of its words is wider than that. */
export function railHead(heading: Heading, frame: Frame, context: LayoutContext): Pick<SetBlock, 'head'> {
  const { node, text, face } = heading;
  const least = longestWord(text, face);
  if (least > frame.hang - GUTTER + OVERHANG) return {};
  const { body } = context.faces;
  // Heading and text share their first base line, whichever of the two is larger.
  const lowered: PrintNode = { ...node, margin: [0, drop(face, body), 0, 0], noHyphen: true };
  return { head: { node: lowered, rule: sectionRule(context), least } };
}

/** Headings in the rail, each beside the text that follows it; over what takes the whole width, they stay where they were. */
export function inSections(blocks: readonly SetBlock[], frame: Frame): SetBlock[] {
  const set: SetBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block === undefined) break;
    const headed = block.aside === undefined ? block : blocks[at + 1];
    const from = block.aside === undefined ? at + 1 : at + 2;
    const content = headed?.head === undefined ? [] : besideHead(blocks, from, frame);
    if (headed === undefined || content.length === 0) {
      set.push(block);
      at += 1;
      continue;
    }
    set.push(
      block.aside === undefined ? section(block, content, frame) : besideAside(block, [headed, ...content], frame),
    );
    at = from + content.length;
  }
  return set;
}

/** What follows a heading and leaves the rail free, up to the next section. */
function besideHead(blocks: readonly SetBlock[], from: number, frame: Frame): readonly SetBlock[] {
  const end = blocks.findIndex((block, at) => at >= from && (startsSection(block) || isWide(block, frame)));
  return blocks.slice(from, end === -1 ? undefined : end);
}

function startsSection({ head, node }: SetBlock): boolean {
  return head !== undefined || node.pageBreak === 'before';
}

/** Begins further left than a bullet does. */
function isWide({ node, isHeading }: SetBlock, { hang }: Frame): boolean {
  const [left = 0] = node.margin ?? [];
  return left < hang - GUTTER - 1 || (isHeading === true && left === 0);
}

/** What stands in the rail, and the section that it stands beside, with its heading over its text. */
function besideAside({ aside, before }: SetBlock, [headed, ...content]: readonly SetBlock[], frame: Frame): SetBlock {
  const { head, after = 0 } = headed ?? {};
  if (aside === undefined || head === undefined) throw new Error('nothing to set side by side');
  const moved = content.map((each) => ({ ...each, node: movedRight(each.node, -frame.hang) }));
  const heading: SetBlock = { node: { ...head.node, margin: [0, 0, 0, 0] }, before: 0, after };
  const columns: ColumnsNode = {
    columnGap: GUTTER,
    columns: [
      { stack: [aside], width: rounded(frame.hang - GUTTER) },
      { stack: composed([heading, ...moved]), width: frame.width },
    ],
  };
  return { node: { stack: [head.rule, columns] }, before, after: content.at(-1)?.after ?? 0 };
}

/** What stands beside the heading begins in the gutter: a bar beside words that begin where all words do. */
function isClose([first]: readonly SetBlock[], { hang }: Frame): boolean {
  const [left = 0] = first?.node.margin ?? [];
  return left < hang - 1;
}

function section(block: SetBlock, content: readonly SetBlock[], frame: Frame): SetBlock {
  const { head, node, before } = block;
  if (head === undefined) return block;
  const gap =
    isClose(content, frame) && head.least <= frame.hang - GUTTER - BEFORE_BAR ? GUTTER + BEFORE_BAR : GUTTER - OVERHANG;
  const columns: ColumnsNode = {
    columnGap: rounded(gap),
    columns: [
      { stack: [head.node], width: rounded(frame.hang - gap) },
      {
        stack: composed(content.map((each) => ({ ...each, node: movedRight(each.node, -frame.hang) }))),
        width: frame.width,
      },
    ],
  };
  const stack: PrintNode = {
    stack: [head.rule, columns],
    ...(node.pageBreak !== undefined && { pageBreak: node.pageBreak }),
  };
  return { node: stack, before, after: content.at(-1)?.after ?? 0 };
}
