import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import type { ListItemNode, Margin, PrintNode } from '../../src/layout/print-nodes.js';
import { defaultTheme } from '../../src/layout/theme/theme.js';
import { type LaidOutDocument, type ReadyDefinition, readyDefinition } from '../../src/pdf/render.js';
import { definitionOf as definitionOfText } from '../layout/setting.js';
import { withSpace } from '../layout/with-space.js';
import { anyContent } from './any-definition.js';
import { LEVELS } from './contents.js';
import { definitionOf, LOREM, RULED } from './definitions.js';
import { rendered } from './rendered.js';
import { testResources } from './resources.js';

const PAGE = { width: 320, height: 300, margins: [30, 30, 30, 30] } as const;

async function ready(definition: PrintDefinition): Promise<ReadyDefinition> {
  const outcome = await readyDefinition(definition, testResources());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

async function laidOut(definition: ReadyDefinition, space: number): Promise<LaidOutDocument> {
  const outcome = await definition.layOut(space);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

/** The content with distances of its own for some of its nodes, `share` of what they are at most. */
function dressed(content: readonly PrintNode[], share: number): PrintDefinition {
  let count = 0;
  const margin = (): Margin => [1, (count % 3) * 4 * share, 2, (count % 4) * 6 * share];
  const own = (): object => {
    count++;
    const lines = {
      leading: (14 + (count % 7)) * share,
      ...(count % 5 > 0 && { baseLine: (10 + (count % 3)) * share }),
    };
    return { ...(count % 2 > 0 && lines), ...(count % 3 > 0 && { margin: margin() }) };
  };
  const all = <Node extends PrintNode>(nodes: readonly Node[]): Node[] =>
    nodes.map((node) => ({ ...node, ...own(), ...inner(node) }));
  const item = (each: ListItemNode): ListItemNode => {
    count++;
    return { ...each, content: all(each.content), margin: margin() };
  };
  const inner = (node: PrintNode): object => {
    if ('stack' in node) return { stack: all(node.stack) };
    if ('columns' in node) return { columns: all(node.columns) };
    if ('list' in node) return { items: node.items.map(item) };
    if ('table' in node) return { table: { ...node.table, body: node.table.body.map(all) } };
    return 'box' in node ? { box: { ...node.box, content: all(node.box.content) } } : {};
  };
  const defaultStyle = { font: 'Source Serif 4', fontSize: 10.5, leading: 17.3 * share };
  return definitionOf(all(content), { page: PAGE, defaultStyle });
}

const CHAPTERS = ['one', 'two', 'three', 'four', 'five'];
/** Numbers of pages, which are measured anew in a column as wide as they are. */
const NUMBERED: readonly PrintNode[] = [
  { contents: { entries: CHAPTERS.map((id) => ({ text: id, level: 1, id })), levels: LEVELS, numberRoom: 36 } },
  {
    table: {
      widths: ['auto', '*'],
      headerRows: 0,
      body: [[{ text: [{ text: '', pagesOf: CHAPTERS, linkTitle: 'Page {page}' }] }, { text: LOREM }]],
    },
    rules: RULED,
  },
  ...CHAPTERS.flatMap((id): PrintNode[] => [{ text: id, id, role: 'H2' }, { text: LOREM.repeat(6) }]),
];
/** Numbers as wide as those before, so that nothing is placed anew for them. */
const REFERRING: readonly PrintNode[] = [
  {
    text: [
      { text: 'See page ' },
      { text: '0', pagesOf: ['there'], linkTitle: 'Page {page}', fontFeatures: ['tnum'] },
      { text: '.' },
    ],
  },
  { text: LOREM.repeat(8) },
  { text: 'There', id: 'there', pageBreak: 'before' },
];
const contents = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyContent, { minLength: 1, maxLength: 3 }).map((all) => all.flat()) },
  { weight: 1, arbitrary: fc.constantFrom(NUMBERED, REFERRING) },
);

const spaces = fc.constantFrom(0.3, 0.7, 1, 1.3);
const shares = fc.constantFrom(0.7, 0.96, 1.2);
/** Which of the definitions is laid out, and with how much space. */
const steps = fc.array(fc.tuple(fc.nat({ max: 2 }), spaces), { minLength: 2, maxLength: 5 });

describe('definitions that differ in the distances of lines and blocks', () => {
  it('are printed together as each is by itself, in any order', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(contents, fc.tuple(shares, shares), steps, fc.nat(), async (nodes, others, chosen, printed) => {
        const content = [...nodes, { text: LOREM.repeat(3) }];
        const definitions = [1, ...others].map((share) => dressed(content, share));
        const [first] = definitions as [PrintDefinition];
        const base = await ready(first);
        const sharing = definitions.map((each) => (each === first ? base : base.withLeadingOf(each)));
        const made: LaidOutDocument[] = [];
        for (const [at, space] of chosen) made.push(await laidOut(sharing[at] as ReadyDefinition, space));
        // One of what was laid out together, and another when that has been printed.
        for (const n of [printed % made.length, (printed + 1) % made.length]) {
          const [at, space] = chosen[n] as [number, number];
          const alone = await rendered(withSpace(definitions[at] as PrintDefinition, space));
          const together = await made[n]?.print();
          expect(made[n]?.contents).toEqual(alone.contents);
          expect(together?.ok && Buffer.from(together.value.bytes).equals(alone.bytes)).toBe(true);
          const exceeded = await laidOut(await ready(definitions[at] as PrintDefinition), space);
          for (const leading of [1, 0.9, 0.8]) {
            const [pages, closeness] = [alone.pages - 1, { space: 0.7, leading }] as const;
            expect(made[n]?.exceeds(pages, closeness)).toBe(exceeded.exceeds(pages, closeness));
          }
          if (at > 0) moved++;
        }
      }),
      { numRuns: 25 },
    );
    expect(moved).toBeGreaterThan(10);
  });

  it('are those that a text with less leading becomes, whatever is in it', async () => {
    const text = [
      '# Title\n\n::contents\n\n## One\n\nText with a note[^1] and **bold** `code`.\n\n[^1]: Said below.',
      '- a\n- b\n\n  more\n\n1. c\n2. d\n\n> Quoted\n\n```\ncode\n```\n\n---\n\n> [!NOTE]\n> A box\n\n- [ ] open',
      '| a | b |\n|---|--:|\n| 1 | 2 |\n\n### Two\n\n::::columns\n:::column\nleft\n:::\n:::column\nright\n:::\n::::',
    ].join('\n\n');
    const { text: usual } = defaultTheme;
    const theme = { ...defaultTheme, text: { ...usual, leading: usual.leading * 0.96 } };
    const base = await ready(definitionOfText(text));
    const closer = definitionOfText(text, { theme });
    const sharing = base.withLeadingOf(closer);
    expect(sharing).not.toBeNull();
    const printed = await (await laidOut(sharing as ReadyDefinition, 1)).print();
    expect(printed.ok && Buffer.from(printed.value.bytes).equals((await rendered(closer)).bytes)).toBe(true);
  });
});

const PARAGRAPH = { text: [{ text: 'Words' }], leading: 12, margin: [0, 0, 0, 5] as Margin };
const CELL = { table: { widths: ['*'], headerRows: 0, body: [[PARAGRAPH]] }, rules: RULED } as const;
const LINE: PrintNode = { text: 'On each page' };

describe('a definition that differs in more', () => {
  const differs = async (one: PrintDefinition, other: PrintDefinition) =>
    (await ready(one)).withLeadingOf(other) === null;
  const withNode = (node: PrintNode, more: Partial<PrintDefinition> = {}) => definitionOf([node], more);

  it.each<[string, PrintNode, PrintNode]>([
    ['in a word', PARAGRAPH, { ...PARAGRAPH, text: [{ text: 'Wards' }] }],
    ['in the number of its runs', PARAGRAPH, { ...PARAGRAPH, text: [...PARAGRAPH.text, { text: '.' }] }],
    ['at its left', PARAGRAPH, { ...PARAGRAPH, margin: [1, 0, 0, 5] }],
    ['at its right', PARAGRAPH, { ...PARAGRAPH, margin: [0, 0, 1, 5] }],
    ['in having a margin', PARAGRAPH, { text: PARAGRAPH.text, leading: 12 }],
    ['in having another style', PARAGRAPH, { ...PARAGRAPH, bold: true }],
    ['in the padding of cells', CELL, { ...CELL, rules: { ...RULED, padding: [4, 4, 4, 3] } }],
    ['in the leading of a word', { text: [{ text: 'W', leading: 30 }] }, { text: [{ text: 'W', leading: 31 }] }],
  ])('is measured by itself: %s', async (_, one, other) => {
    expect(await differs(withNode(one), withNode(other))).toBe(true);
    expect(await differs(withNode(one), structuredClone(withNode(one)))).toBe('leading' in one ? false : 'text' in one);
  });

  it('is measured by itself where its header takes its leading from the whole', async () => {
    const page = (header: PrintNode, leading: number) =>
      withNode(PARAGRAPH, {
        header: { first: null, rest: header },
        defaultStyle: { font: 'Source Serif 4', fontSize: 10.5, leading },
      });
    expect(await differs(page(LINE, 17), page(LINE, 16))).toBe(true);
    expect(await differs(page(LINE, 17), page(LINE, 17))).toBe(false);
    const apart: PrintNode = { stack: [LINE], leading: 12, baseLine: 9 };
    expect(await differs(page(apart, 17), page(apart, 16))).toBe(false);
  });
});
