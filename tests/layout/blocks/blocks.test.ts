import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, TableCell } from '../../../src/document/tree.js';
import { HeadingLevels } from '../../../src/layout/heading-levels.js';
import type { PrintNode, TableNode } from '../../../src/layout/print-nodes.js';
import { defaultTheme } from '../../../src/layout/theme/theme.js';
import { blocksOf, definitionOf, documentOf, layout, lettersOf, madeBy, nodesIn, runsIn } from '../setting.js';

const rolesOf = (nodes: readonly PrintNode[]) =>
  nodesIn(nodes).flatMap(({ role }) => (role?.startsWith('H') ? [role] : []));

describe('the end of a list', () => {
  it('is not a bullet alone: the item before it is kept with it, and that of a number is not', () => {
    for (const markdown of ['- a', '- a\n- b', '1. a\n2. b\n3. c', '- [ ] a\n- [ ] b\n\n  more\n- [x] c']) {
      const list = nodesIn(definitionOf(markdown).content).find((node) => 'list' in node);
      const kept =
        list !== undefined && 'list' in list ? list.items.map(({ content }) => content.at(-1)?.keepWithNext) : [];
      expect(
        kept.map((keeps, index) => (keeps === true) === (!markdown.startsWith('1') && index === kept.length - 2)),
      ).not.toContain(false);
      expect(kept.length).toBeGreaterThan(0);
    }
  });
});

describe('headings', () => {
  it('skip no level, and the first is an H1', () => {
    expect(rolesOf(definitionOf('### a\n\n###### b\n\n##### c\n\n## d\n\n#### e').content)).toEqual([
      'H1',
      'H2',
      'H2',
      'H1',
      'H2',
    ]);
  });

  it('never go down by more than one level, whatever the depths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (depths) => {
        const levels = new HeadingLevels();
        const made = depths.map((depth) => levels.next(depth).level);
        expect(made[0]).toBe(1);
        for (const [index, level] of made.entries()) expect(level).toBeLessThanOrEqual((made[index - 1] ?? 0) + 1);
      }),
    );
  });

  it('stay with what follows, and are bookmarks', () => {
    const [heading] = nodesIn(definitionOf('# A *title*').content);
    expect(heading).toMatchObject({ keepWithNext: true, bookmark: { text: 'A title', level: 1 } });
  });

  it('without words are no headings', () => {
    expect(definitionOf('#\n\ntext').content).toHaveLength(1);
  });

  it('keep the line above them on their page', () => {
    const section = definitionOf('# T\n\n## S\n\ntext').content[1];
    // The line, then the heading in the rail beside its text.
    expect(section).toMatchObject({
      stack: [{ stack: [{ rule: {} }], keepWithNext: true, unbreakable: true }, { columns: [{}, {}] }],
    });
  });

  it('in a group that is kept together have their space above', () => {
    const [before] = definitionOf('text\n\n:::keep\n## S\n\nkept\n:::').content;
    expect(before?.margin?.[3]).toBeGreaterThan(8);
  });
});

describe('a paragraph that ends in a colon', () => {
  const staysWithNext = (markdown: string) => nodesIn(definitionOf(markdown).content)[0]?.keepWithNext ?? false;

  it('stays with what it announces, where it is short', () => {
    expect(staysWithNext('*For the speaker:*\n\n- a')).toBe(true);
    expect(staysWithNext('两个理由：\n\n- a')).toBe(true);
    expect(staysWithNext('A text: it ends.\n\n1. a')).toBe(false);
    expect(staysWithNext(`${'word '.repeat(60)}:\n\n- a`)).toBe(false);
  });

  it('or not: before a few bullets, which are on one page', () => {
    expect(staysWithNext('Three things:\n\n- a\n- b\n- c')).toBe(true);
    expect(staysWithNext('Three things pull.\n\n- a\n- b\n- c')).toBe(true);
    expect(staysWithNext(`Many.\n\n${'- a\n'.repeat(9)}`)).toBe(false);
    expect(staysWithNext(`Long.\n\n- ${'word '.repeat(200)}`)).toBe(false);
  });
});

describe('columns of levels', () => {
  const level = (dots: number, word: string): Inline => {
    return { type: 'span', role: 'dots', shows: { range: null, dots }, children: [{ type: 'text', value: word }] };
  };
  const cell = (...children: Inline[]): TableCell => ({ type: 'tableCell', children });
  const text = (value: string) => cell({ type: 'text', value });
  const table = (name: string): Block => ({
    type: 'table',
    align: [null, null, null],
    children: [
      { type: 'tableRow', children: [text('Who'), text('Influence'), text('Interest')] },
      { type: 'tableRow', children: [text(name), cell(level(3, 'High')), cell(level(2, 'Medium'))] },
    ],
  });
  const rowsAt = (size: number, name: string) => {
    // No type is smaller: it cannot give way.
    const sizes = Object.fromEntries(
      Object.keys(defaultTheme.sizes).map((key) => [key, size]),
    ) as unknown as typeof defaultTheme.sizes;
    const theme = { ...defaultTheme, sizes, text: { ...defaultTheme.text, size, leading: size * 1.3 } };
    const { content } = madeBy(layout(documentOf([table(name)]), { theme }));
    const node = nodesIn(content).find((each): each is TableNode => 'table' in each);
    return node?.table.body.map((row) => lettersOf(row)) ?? [];
  };

  it('are one, the second below the first, where both would take more room than there is', () => {
    const [wide = [], narrow = []] = [rowsAt(8.5, 'Court'), rowsAt(40, 'Organisation')];
    expect(wide.join()).toMatch(/Influence.*Interest/);
    expect(wide.length).toBeGreaterThan(0);
    expect(narrow.join()).toContain('Influence/Interest');
    expect(narrow.join()).toMatch(/●●●High●●○Medium/);
  });
});

describe('a bold line over a list', () => {
  const over = (line: string) => {
    const [first] = definitionOf(`${line}\n\n1. one\n2. two`).content;
    return { kept: first?.keepWithNext, below: first?.margin?.[3] ?? 0 };
  };

  it('is a heading in all but name: it stands close to the list, and on its page', () => {
    const [label, line] = [over('**For**'), over('**For** all')];
    expect([label.kept, line.kept]).toEqual([true, undefined]);
    expect(label.below).toBeLessThan(line.below / 2);
  });
});

describe('fields', () => {
  const starts = (count: number) => {
    const fields = Array.from({ length: count }, (_, i) => `- **Label ${i}:** Value ${i}`).join('\n');
    const { content } = definitionOf(`:::fields{columns="6" wide="true"}\n${fields}\n:::`);
    const grid = nodesIn(content).find((node): node is TableNode => 'table' in node);
    return (grid?.table.widths ?? []).map(Number);
  };

  it('stand near each other where they are few, the second where the text begins', () => {
    const [first = 0] = starts(2);
    expect(first).toBeLessThan(120);
    const sum = (widths: number[]) => widths.reduce((total, width) => total + width, 0);
    expect(sum(starts(2))).toBeLessThan(sum(starts(6)) * 0.6);
  });
});

describe('columns beside each other', () => {
  const widthsOf = (attributes: string, count: number) => {
    const columns = Array.from({ length: count }, (_, i) => `:::column\n${i}\n:::`).join('\n');
    const rows = nodesIn(definitionOf(`::::columns${attributes}\n${columns}\n::::`).content);
    return rows.flatMap((node) => ('columns' in node ? [node.columns.map(({ width }) => width)] : []));
  };

  it('stand beside each other, at most as many as `across` says, and as wide in every row', () => {
    const [[a, b] = [], ...rows] = widthsOf('{across="2"}', 3);
    expect(rows).toEqual([[a, b]]);
    expect(widthsOf('{across="2"}', 2)).toEqual([[a, b]]);
    expect(widthsOf('', 3)).toHaveLength(1);
    expect(widthsOf('{across="none"}', 3)).toEqual(widthsOf('', 3));
  });
});

describe('links', () => {
  it('lead to a heading by the name that GitHub gives it', () => {
    const { content } = definitionOf('[there](#what-is-new)\n\n## What is *new*?');
    expect(runsIn(content)[0]).toMatchObject({ text: 'there', linkToDestination: 'what-is-new' });
    expect(nodesIn(content).map((node) => node.id)).toContain('what-is-new');
  });

  it('to nothing are text', () => {
    const [run] = runsIn(definitionOf('[there](#nowhere)').content);
    expect(run).toEqual({ text: 'there' });
  });

  it('to the outside are underlined, with their title for a screen reader', () => {
    const [run] = runsIn(definitionOf('[there](https://a.b "Say this")').content);
    expect(run).toMatchObject({ link: 'https://a.b', linkTitle: 'Say this', decoration: 'underline' });
  });

  it('give a name once, however many headings have it', () => {
    const { content } = definitionOf('[x](#same)\n\n# Same\n\n# Same');
    expect(nodesIn(content).filter((node) => node.id === 'same')).toHaveLength(1);
  });
});

describe('citations', () => {
  it('are raised numbers that lead to their source, with where in it', () => {
    const tree = [
      {
        type: 'paragraph' as const,
        children: [
          { type: 'text' as const, value: 'So it is.' },
          {
            type: 'citation' as const,
            items: [
              { source: 'a', locator: 'art. 87(7)', number: 2 },
              { source: 'b', locator: null, number: 1 },
            ],
          },
        ],
      },
      ...blocksOf(':::sources\n1. B {#source-1}\n2. A {#source-2}\n:::'),
    ];
    const runs = runsIn(madeBy(layout(documentOf(tree))).content);
    const [words] = runs.filter((run) => run.text.startsWith('So it is.'));
    const marks = runs.slice(runs.findIndex((run) => run.sup)).slice(0, 5);
    expect(marks.map((run) => [run.text, run.linkToDestination, run.role])).toEqual([
      // Part of the text, so that who copies it does not join the number to the word.
      ['\u202f', undefined, undefined],
      ['2', 'source-2', 'Reference'],
      ['\u00a0(art.\u00a087(7))', undefined, undefined],
      ['\u00a0', undefined, undefined],
      ['1', 'source-1', 'Reference'],
    ]);
    // A place is read, not looked up: it has the size of the text.
    expect(marks.map((run) => run.fontSize === words?.fontSize && run.sup !== true)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('footnotes', () => {
  const { content } = definitionOf('# T\n\nOne[^b] two[^a].\n\n[^a]: Second.\n[^b]: First, and see[^c].\n[^c]: Third.');
  const notes = nodesIn(content).filter((node) => node.role === 'Note');

  it('stand at the end in the order of their first mention, notes in notes too', () => {
    expect(
      notes.map((note) =>
        runsIn([note])
          .filter((run) => !run.sup)
          .map((run) => run.text)
          .join(' '),
      ),
    ).toEqual(['a First, and see .', 'b Second.', 'c Third.']);
    expect(rolesOf(content)).toEqual(['H1', 'H2']);
  });

  it('are linked both ways', () => {
    const ids = nodesIn(content).map((node) => node.id);
    const targets = runsIn(content).flatMap((run) => run.linkToDestination ?? []);
    expect(targets).toEqual(['note-1', 'note-2', 'note-ref-1', 'note-3', 'note-ref-1', 'note-ref-3']);
    for (const target of targets) expect(ids).toContain(target);
  });
});

describe('lists', () => {
  it('have one distance from label to text, in the column and inside other blocks', () => {
    const listsOf = (markdown: string) => nodesIn(definitionOf(markdown).content).filter((node) => 'list' in node);
    const [bullets] = listsOf('- one\n- two');
    const [numbers] = listsOf('1. one\n2. two');
    const [facts] = listsOf(':::facts\n1. one\n:::');
    const [boxes] = listsOf(':::options\n- [ ] one\n:::');
    const [, inner] = listsOf('- one\n\n  - two');
    const place = (node: PrintNode | undefined) => node && 'list' in node && [node.margin?.[0], node.indent];
    expect(new Set([bullets, numbers, facts, boxes].map((node) => String(place(node)))).size).toBe(1);
    expect(inner && 'list' in inner && inner.indent).toBe(bullets && 'list' in bullets && bullets.indent);
  });

  it('begin where they say, and tick what is done', () => {
    const lists = nodesIn(definitionOf('7. seven\n8. eight\n\n- [ ] open\n- [x] done').content).filter(
      (node) => 'list' in node,
    );
    expect(lists[0]).toMatchObject({
      list: 'ordered',
      start: 7,
      items: [{ label: { text: '7' } }, { label: { text: '8' } }],
    });
    expect(lists[1]).toMatchObject({
      items: [
        { box: 'empty', boxAlt: 'not chosen' },
        { box: 'checked', boxAlt: 'chosen' },
      ],
    });
  });
});

describe('tables', () => {
  const tableIn = (markdown: string) =>
    nodesIn(definitionOf(markdown).content).find((node): node is TableNode => 'table' in node);

  it('repeat their head, head their rows, and align their columns', () => {
    const table = tableIn(':::table{rowheads="true" summary="About"}\n| A | B |\n|---|--:|\n| a | 1 |\n:::');
    expect(table).toMatchObject({ summary: 'About', table: { headerRows: 1 } });
    expect(table?.table.body[1]).toMatchObject([{ scope: 'Row', bold: true }, { alignment: 'right' }]);
  });

  it('of prose have row heads where their first column tells the rows apart, in plain type', () => {
    const firsts = (markdown: string) =>
      tableIn(markdown)
        ?.table.body.slice(1)
        .map(([cell]) => cell?.scope);
    expect(firsts('| A | B |\n|---|---|\n| Malawi | 2011 |\n| Chad | 2011 |')).toEqual(['Row', 'Row']);
    expect(firsts('| A | B |\n|---|---|\n| Chad | 2011 |\n| Chad | 2012 |')).toEqual([undefined, undefined]);
    expect(firsts('| A | B |\n|---|---|\n| Chad | 2011 |\n| | 2012 |')).toEqual([undefined, undefined]);
    expect(firsts('| Year | B |\n|---|---|\n| 2011 | Chad |\n| 2012 | Mali |')).toEqual([undefined, undefined]);
    expect(firsts(':::table{rowheads="false"}\n| A | B |\n|---|---|\n| x | y |\n:::')).toEqual([undefined]);
    expect(tableIn('| A | B |\n|---|---|\n| x | y |')?.table.body[1]?.[0]).not.toHaveProperty('bold', true);
  });

  it('without words in the head have no head', () => {
    expect(tableIn('| | |\n|---|---|\n| a | b |')?.table).toMatchObject({ headerRows: 0, body: [[{}, {}]] });
  });

  it('share their width as they are told', () => {
    const widths = tableIn(':::table{widths="2 3 1"}\n| A | B | C |\n|---|---|---|\n| a | b | c |\n:::')?.table.widths;
    const [first = 0, second = 0, third = 0] = (widths ?? []) as number[];
    expect(first / third).toBeCloseTo(2, 1);
    expect(second / third).toBeCloseTo(3, 1);
  });

  it('set smaller type rather than break words', () => {
    const cells = (text: string) => `|${` ${text} |`.repeat(11)}\n`;
    const small = tableIn(`${cells('Headings')}${cells('---')}${cells('textword')}`)?.table.body[1]?.[0];
    expect(small?.fontSize).toBeLessThan(defaultTheme.sizes.table);
    expect(small?.fontSize).toBeGreaterThanOrEqual(6.5);
  });
});

describe('columns', () => {
  const marginOf = (column: string) =>
    definitionOf(`::::columns\n:::column\n${column}\n:::\n:::column\nb\n:::\n::::`).content[0]?.margin?.[0] ?? 0;

  it('stand in the text column, but sections over the rail too', () => {
    expect(marginOf('a')).toBeCloseTo((defaultTheme.page.rail * 72) / 25.4, 2);
    expect(marginOf('## A')).toBe(0);
  });
});

describe('quotations and boxes', () => {
  it('are one piece with their attribution, the words in their language', () => {
    const tree = blocksOf('::::quotation\n> ord\n\n> words\n\nSaid.\n::::');
    const marked = JSON.parse(JSON.stringify(tree), (_, value) =>
      value?.type === 'text' && value.value === 'ord' ? { type: 'span', lang: 'sv', children: [value] } : value,
    );
    const [box] = madeBy(layout(documentOf(marked))).content;
    expect(box).toMatchObject({ unbreakable: true });
    expect(runsIn([box as PrintNode]).map((run) => [run.text, run.lang])).toEqual([
      ['ord', 'sv'],
      ['words', undefined],
      ['Said.', undefined],
    ]);
  });

  it('say what kind of call-out they are', () => {
    expect(runsIn(definitionOf('> [!CAUTION]\n> Hot.').content).map((run) => run.text)).toEqual(['CAUTION', 'Hot.']);
  });
});

describe('pages', () => {
  it('break where it is asked, but not before the first block', () => {
    const { content } = definitionOf('::page-break\n\na\n\n::page-break\n\nb');
    expect(content.map((node) => node.pageBreak)).toEqual([undefined, 'before']);
  });

  it('say where their text comes from', () => {
    const tree = blocksOf('a').map((block) => ({ ...block, origin: 'background' }));
    expect(madeBy(layout(documentOf(tree))).content[0]?.origin).toBe('background');
  });
});
