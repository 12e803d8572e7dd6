import { describe, expect, it } from 'vitest';
import { walkTree } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { compiledPack, editionOfParts, LANGUAGES, ownPack } from './packs.js';

const TEMPLATE = '# {{title}}\n\n## {{label "contents"}}\n\n::contents\n\n## {{label "background"}}\n\nText.';

describe('the table of contents of a template', () => {
  it('is a directive without attributes', () => {
    expect(ownPack(TEMPLATE).diagnostics).toEqual([]);
    expect(ownPack('::contents{depth="3"}').diagnostics.map(({ message }) => message)).toEqual([
      '`:::contents` has no attribute `depth`.',
    ]);
  });

  it('is in print, under its word in every language', () => {
    const words = LANGUAGES.map((language) => {
      const print = composePrint(editionOfParts({}, language), compiledPack(TEMPLATE), { created: '' });
      if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
      const names: string[] = [];
      walkTree(print.value.root.children, (node) => {
        if (node.type === 'directive') names.push(node.name);
      });
      expect(names).toEqual(['contents']);
      return JSON.stringify(print.value.root.children[1]);
    });
    // Spanish and Portuguese have one word for it.
    expect(new Set(words).size).toBe(LANGUAGES.length - 1);
  });

  it('is nothing in the memo', () => {
    const memo = composeMemo(editionOfParts(), compiledPack('x', {}, 'before\n\n::contents\n\nafter'));
    expect(memo.ok && memo.value.trim()).toBe('before\n\nafter');
  });
});
