import { describe, expect, it } from 'vitest';
import type { Directive } from '../../src/document/tree.js';
import { plainText, walkTree } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { compiledPack, edition, ownPack, PACKS, placed, templateFiles } from './packs.js';

describe('what a template has printed', () => {
  /** The `{{/if}}` takes the line end before the colons with it, so that they close nothing. */
  const faulty = '{{#each judgements}}\n:::keep\n{{text}}{{#if dissent}}\\\n{{dissent}}\n\n{{/if}}\n:::\n\n{{/each}}';

  it('is refused where a directive is still open, at the line that opened it', () => {
    const one = compiledPack('# {{title}}\n\n{{> judged}}', { 'partials/judged.md.hbs': faulty });
    const print = composePrint(edition({ judgements: [{ text: 'Judged.' }] }), one, { created: '' });
    expect(print.ok).toBe(false);
    expect(print.diagnostics.map(placed)).toEqual([
      'mine/partials/judged.md.hbs:2:1 template-syntax',
      'mine/print.md.hbs:1:1 template-syntax',
    ]);
    expect(print.diagnostics.map(({ message }) => message)).toEqual([
      '`:::keep` is still open at the end of the document.',
      'The template prints colons that close nothing: `…:::`.',
    ]);
  });

  it('is refused in the memo as well', () => {
    const memo = composeMemo(edition({ judgements: [{ text: 'Judged.' }] }), compiledPack('Nothing.', {}, faulty));
    expect(memo.diagnostics.map(placed)).toContain('mine/memo.md.hbs:2:1 template-syntax');
  });

  it('passes where the branch that leaves it open is not taken', () => {
    const judgements = [{ text: 'Judged.', dissent: 'Not by all.' }];
    expect(composePrint(edition({ judgements }), compiledPack(faulty), { created: '' }).diagnostics).toEqual([]);
  });

  it('keeps no trace of the place in the finished tree, whatever stands in the attributes', () => {
    const one = compiledPack(':::callout{title="{{title}}"}\nWords.\n:::\n\n::page-break\n\n> :::keep\n> Kept.\n> :::');
    const print = composePrint(edition(), one, { created: '' });
    if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
    const found: Directive[] = [];
    walkTree(print.value.root.children, (node) => {
      if (node.type === 'directive') found.push(node);
    });
    expect(found.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['callout', { title: 'A title with emphasis' }],
      ['page-break', {}],
      ['keep', {}],
    ]);
  });
});

describe('the columns of a table', () => {
  const table = ':::table{widths="5 2 3" optional="2 3"}\n| A | B | C |\n|---|:-:|--:|\n';
  const rows = '{{#each risks}}\n| {{text}} | {{term "impact" impact}} | {{mitigation}} |\n{{/each}}\n:::';
  const printed = (risks: { text: string; impact?: 'high'; mitigation?: string }[], template = table + rows) => {
    const print = composePrint(edition({ risks }), compiledPack(template), { created: '' });
    if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
    const [directive] = print.value.root.children;
    if (directive?.type !== 'directive' || directive.children[0]?.type !== 'table') throw new Error('not a table');
    const { align, children } = directive.children[0];
    const cells = children.map((row) => row.children.map((cell) => plainText(cell.children)).join('|'));
    return { cells, align, attributes: directive.attributes };
  };

  it('that are optional fall away when nothing stands in them, and their widths too', () => {
    expect(printed([{ text: 'x', mitigation: 'y' }, { text: 'z' }])).toEqual({
      cells: ['A|C', 'x|y', 'z|–'],
      align: [null, 'right'],
      attributes: { widths: '5 3' },
    });
    expect(printed([{ text: 'x' }]).cells).toEqual(['A', 'x']);
    expect(printed([{ text: 'x', impact: 'high', mitigation: 'y' }]).attributes).toEqual({ widths: '5 2 3' });
  });

  it('are empty when dashes alone stand in them', () => {
    const dashes = rows
      .replace('{{mitigation}}', '– / –')
      .replace('{{term "impact" impact}}', '{{cite ../keyFacts.0.sources}}');
    expect(printed([{ text: 'x' }], table + dashes).cells).toEqual(['A|B', 'x|']);
  });

  it('that are not optional stay', () => {
    expect(printed([{ text: 'x' }], table.replace(' optional="2 3"', '') + rows).cells).toEqual(['A|B|C', 'x|–|–']);
  });

  it('have one dash where a row has nothing, or dashes alone, and the memo stays as its template has it', () => {
    const template = `| A | B |\n|---|---|\n{{#each risks}}\n| {{text}} | {{mitigation}} |\n{{/each}}\n| z | – / – |`;
    const risks = [{ text: 'x', mitigation: 'y' }, { text: 'z' }];
    const one = compiledPack(template, {}, template);
    const print = composePrint(edition({ risks }), one, { created: '' });
    if (!print.ok || print.value.root.children[0]?.type !== 'table') throw new Error('not a table');
    const dash = [{ type: 'span', role: 'absent', children: [{ type: 'text', value: '–' }] }];
    const [head, ...others] = print.value.root.children[0].children.map((row) => row.children[1]?.children);
    expect(head).toEqual([{ type: 'text', value: 'B' }]);
    expect(others).toEqual([[expect.objectContaining({ value: 'y' })], dash, dash]);
    const memo = composeMemo(edition({ risks }), one);
    expect(memo.ok && memo.value).toMatch(/\| z +\| +\|\n\| z +\| – \/ – +\|/);
  });

  it('are given by number', () => {
    const wrong = ownPack(`${table.replace('2 3"}', 'two"}')}${rows}`).diagnostics.map(({ message }) => message);
    expect(wrong).toEqual(['`optional="two"` is not a list of numbers.']);
  });
});

describe('the templates that come with Briefpress', () => {
  it.each(['shared', ...PACKS])('have no line over 120 characters in %s', (folder) => {
    const templates = [...templateFiles(folder)].filter(([path]) => path.endsWith('.hbs'));
    const long = templates.flatMap(([path, text]) =>
      text.split('\n').flatMap((line, i) => (line.length > 120 ? [`${path}:${i + 1}`] : [])),
    );
    expect(long).toEqual([]);
  });
});
