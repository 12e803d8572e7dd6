import { expect, it } from 'vitest';
import type { Brief } from '../../../src/brief/brief.js';
import { walkTree } from '../../../src/document/walk.js';
import { composeMemo, composePrint } from '../../../src/memo/compose.js';
import { compiledPack, editionOfParts } from '../packs.js';

const stakeholders: Brief['stakeholders'] = [{ name: 'A', position: 'opposes', influence: 'medium', interest: 'high' }];
const judgements: Brief['judgements'] = [{ text: 'J.', likelihood: 'likely', confidence: 'moderate' }, { text: 'K.' }];
const template =
  '{{#each stakeholders}}{{sign position}}{{position}} {{dots influence (term "influence" influence)}}.{{/each}}\n\n' +
  '{{#each judgements}}{{text}}{{gauge likelihood confidence}} {{dots confidence ""}}{{/each}}';

it('a page has what is to be drawn, and the memo the words alone', () => {
  const edition = editionOfParts({ stakeholders, judgements });
  const drawn: unknown[] = [];
  const print = composePrint(edition, compiledPack(template), { created: '' });
  if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
  walkTree(print.value.root.children, (node) => {
    if (node.type === 'span') drawn.push([node.role, node.shows, node.children]);
  });
  expect(drawn).toEqual([
    ['sign', undefined, [{ type: 'text', value: '■\u00a0' }]],
    ['dots', { range: null, dots: 2 }, [{ type: 'text', value: 'medium' }]],
    ['gauge', { range: [55, 75], dots: 2 }, []],
    ['dots', { range: null, dots: 2 }, []],
  ]);
  const memo = composeMemo(edition, compiledPack('x', {}, template));
  expect(memo.ok && memo.value.trim()).toBe('opposes medium.\n\nJ. K.');
});
