import { describe, expect, it } from 'vitest';
import type { ContentsEntry } from '../../../src/layout/print-nodes.js';
import { definitionOf, nodesIn } from '../setting.js';

function tablesOf(markdown: string): (readonly ContentsEntry[])[] {
  const { content } = definitionOf(markdown);
  return nodesIn(content).flatMap((node) => ('contents' in node ? [node.contents.entries] : []));
}
const shown = (entries: readonly ContentsEntry[] = []): string[] =>
  entries.map(({ text, level }) => `${level} ${text}`);

describe('a table of contents', () => {
  it('lists the headings after it, to two levels below the title', () => {
    const [entries] = tablesOf('# T\n\n## Contents\n\n::contents\n\n## *A* b\n\n### C\n\n#### D\n\n## E');
    expect(shown(entries)).toEqual(['1 A b', '2 C', '1 E']);
  });

  it('in a document without a title lists the first two levels', () => {
    const [entries] = tablesOf('::contents\n\n## A\n\n### B\n\n#### C');
    expect(shown(entries)).toEqual(['1 A', '2 B']);
  });

  it('lists headings inside of other blocks, and the notes', () => {
    const [entries] = tablesOf('# T\n\n::contents\n\n:::keep\n## A\n\nx[^1]\n:::\n\n[^1]: y');
    expect(shown(entries)).toEqual(['1 A', '1 Notes']);
  });

  it('leads to every heading by a name of its own', () => {
    const markdown = '# T\n\n::contents\n\n## Same\n\n## Same\n\n## Named {#contents-1}\n\n[x](#same) [y](#contents-1)';
    const { content } = definitionOf(markdown);
    const [entries] = tablesOf(markdown);
    const ids = entries?.map(({ id }) => id) ?? [];
    expect(ids).toEqual(['same', 'contents-2', 'contents-1']);
    const headings = nodesIn(content).filter(({ bookmark }) => bookmark !== undefined);
    expect(headings.slice(1).map(({ id }) => id)).toEqual(ids);
  });

  it('gives headings no names in a document without one, nor above it', () => {
    const above = nodesIn(definitionOf('# T\n\n## A\n\n::contents\n\n## B').content);
    expect(above.flatMap(({ bookmark, id }) => (bookmark ? [id] : []))).toEqual([undefined, undefined, 'contents-1']);
    const without = nodesIn(definitionOf('# T\n\n## A').content);
    expect(without.flatMap(({ id }) => id ?? [])).toEqual([]);
  });

  it('twice lists what comes after each', () => {
    const [first, second] = tablesOf('# T\n\n::contents\n\n## A\n\n::contents\n\n## B');
    expect([shown(first), shown(second)]).toEqual([['1 A', '1 B'], ['1 B']]);
  });

  it('loses nothing that somebody wrote inside it', () => {
    const { content } = definitionOf(':::contents\nkept\n:::\n\n## A');
    expect(nodesIn(content).some((node) => 'text' in node && JSON.stringify(node.text).includes('kept'))).toBe(true);
  });
});
