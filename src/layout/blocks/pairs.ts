import type { Block, Directive } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';

/** Characters: a quotation that is longer needs the whole measure. */
const SHORT = 260;
/** A quotation this much shorter than its neighbour stands beside it. */
const SHARE = 0.6;

/** A short quotation and a long one next to it, side by side; the others as they are. */
export function withPairs(blocks: readonly Block[]): Block[] {
  const set: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block === undefined) break;
    if (isQuotation(block) && isQuotation(next) && belong(block, next)) {
      set.push(sideBySide(block, next));
      at++;
    } else set.push(block);
  }
  return set;
}

function isQuotation(block: Block | undefined): block is Directive {
  return block?.type === 'directive' && block.name === 'quotation';
}

function belong(one: Directive, other: Directive): boolean {
  const [shorter = 0, longer = 0] = [lengthOf(one), lengthOf(other)].sort((a, b) => a - b);
  return shorter <= SHORT && shorter <= longer * SHARE;
}

function lengthOf({ children }: Directive): number {
  return plainText(children).length;
}

/** In proportion to their lengths, within what can be read. */
function sideBySide(one: Directive, other: Directive): Directive {
  const share = lengthOf(one) / (lengthOf(one) + lengthOf(other));
  const first = Math.min(0.7, Math.max(0.3, share));
  const column = (child: Directive, width: number): Directive => ({
    type: 'directive',
    name: 'column',
    attributes: { width: width.toFixed(2) },
    children: [child],
  });
  return {
    type: 'directive',
    name: 'columns',
    attributes: { wide: 'true' },
    children: [column(one, first), column(other, 1 - first)],
  };
}
