import { describe, expect, test } from 'vitest';
import { mapBlocks } from '../../../src/document/map.js';
import type { Block, Root } from '../../../src/document/tree.js';
import { walkTree } from '../../../src/document/walk.js';
import { parseBlocks } from '../../../src/markdown/parse.js';
import { resolveLinks } from '../../../src/memo/tree/links.js';

/** A document of a template's own heading and texts of the brief, by field. */
function documentOf(fields: Readonly<Record<string, string>>, template = ''): Root {
  const parse = (text: string, origin?: string): Block[] =>
    parseBlocks(text, { directives: 'all', html: 'text', ...(origin && { origin }) }).nodes;
  const children = [...parse(template), ...Object.entries(fields).flatMap(([field, text]) => parse(text, field))];
  return { type: 'root', children: mapBlocks(children, {}) };
}

function resolved(root: Root, medium: 'print' | 'memo' = 'print') {
  const { root: after, problems } = resolveLinks(root, medium);
  const links: string[] = [];
  const ids: (string | undefined)[] = [];
  walkTree([after], (node) => {
    if (node.type === 'link') links.push(node.url);
    if (node.type === 'heading') ids.push(node.id);
  });
  return {
    links,
    ids,
    problems: problems.map(({ code, field, message }) => `${code} ${field} ${message.split('`')[3]}`),
  };
}

describe('a link to a heading', () => {
  test('leads to the one of its own text, whatever names other texts have', () => {
    const fields = {
      'annexes[0].file': '# Purpose\n\n[a](#purpose)\n\n# Purpose\n\n[b](#purpose-1)',
      'annexes[1].file': '# Purpose\n\n[c](#purpose)',
    };
    expect(resolved(documentOf(fields, '# Purpose'))).toEqual({
      links: ['#purpose-1', '#purpose-2', '#purpose-3'],
      ids: [undefined, 'purpose-1', 'purpose-2', 'purpose-3'],
      problems: [],
    });
  });

  test('may have dashes, capitals and escapes in it', () => {
    const text = '# Syfte & mål – å\n\n[a](#syfte--mål--å) [b](#Syfte--m%C3%A5l--%C3%A5)';
    expect(resolved(documentOf({ background: text })).links).toEqual(['#syfte--mål--å', '#syfte--mål--å']);
  });

  test('leads elsewhere in the document where its own text has no such heading', () => {
    const root = documentOf(
      { background: '[a](#annex) [b](#named) [c](#item)' },
      '# Annex\n\n## X {#named}\n\n- a {#item}',
    );
    expect(resolved(root).links).toEqual(['#annex', '#named', '#item']);
    expect(resolved(root, 'memo').links).toEqual(['#annex', '#x', '#item']);
  });

  test('becomes its words where nothing has that name, with a warning', () => {
    expect(resolved(documentOf({ background: 'See [x](#nowhere).' }))).toEqual({
      links: [],
      ids: [],
      problems: ['sense-markup background #nowhere'],
    });
    // What a template links to is for the page setter to say.
    expect(resolved(documentOf({}, '[x](#nowhere)')).links).toEqual(['#nowhere']);
  });
});
