import type { PageFurniture } from '../../layout/definition.js';
import type { PrintNode } from '../../layout/print-nodes.js';
import type { Furniture } from '../engine/layout-shapes.js';
import type { EngineNode, Region } from '../engine/node-shapes.js';
import { blockNode } from './block.js';
import type { Context } from './conversion.js';

/** A header or footer as pdfmake asks for it, page by page, when the number of pages is known. */
export function furniture(data: PageFurniture, region: Region, { inherited, conversion }: Context): Furniture {
  return (page, pages): EngineNode | null => {
    const node = page === 1 ? data.first : data.rest;
    if (node === null) return null;
    return artifactNode(node, region, {
      parent: null,
      inherited,
      conversion: { ...conversion, counters: { page, pages } },
    });
  };
}

/** A node of a header or footer, which is in no structure element. */
export function artifactNode(node: PrintNode, region: Region, { inherited, conversion }: Context): EngineNode {
  return blockNode(node, { parent: null, inherited, conversion: { ...conversion, region } });
}
