import { describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import { onePixel } from './files.js';
import { asGolden, blocksOf, documentOf, layout, madeBy } from './setting.js';

/**
 * A compact document of each construct. Kept is its content; what stands around it on every page is the same for all
 * of them, and is kept once. `vitest run tests/layout -u` renews them.
 */
const CASES: Readonly<Record<string, string>> = {
  headings: '# Title {#top}\n\n#### Skips\n\n## Section\n\n[up](#top)',
  inlines:
    'Plain *emphasis **both*** `code` ~~gone~~ [link](https://example.org "Said") https://example.org hard\\\nbreak [@a, art. 2; @b]',
  lists: '- a\n  - b\n    1. c\n\n5. five\n6. six\n\n   more\n\n- [ ] open\n- [x] done',
  quotes: '> said\n>\n> - in a list\n>   > again',
  code: '```ts\nconst a =\t1;\n  two\n```\n\n    indented',
  tables: '| Left | Right | Centre |\n|:--|--:|:-:|\n| a | 1 | **b** |\n| longer text here | 23 | `c` |',
  alerts: '> [!WARNING]\n> Beware.\n\n:::callout{kind="tip" title="A title"}\nText.\n:::',
  footnotes: 'One[^a] two[^b] again[^a].\n\n[^a]: First note.\n[^b]: Second *note*.',
  masthead:
    '::::masthead\n:::kicker\nMemo\n:::\n# Title\n:::subtitle\nUnder it\n:::\n:::fields{columns="2"}\n- **From** Desk\n- **To** Minister\n- **As of** Today\n:::\n::::\n\n:::bottom-line{title="Bottom line"}\nIt is *so*.\n:::',
  facts:
    ':::facts\n1. First.[@a]\n2. Second.\n:::\n\n:::sources\n1. A source. {#source-1}\n2. Another. {#source-2}\n:::',
  quotation: '::::quotation\n> the words\n\n> their translation\n\nWho said it, and where.\n::::',
  table:
    ':::table{widths="2 3 1" style="grid" rowheads="true" summary="What it is"}\n| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n:::',
  options: ':::options\n- [ ] **A** first\n- [x] **B** second\n:::\n\n::signature{label="Minister" date="Date"}',
  columns:
    '::::columns\n:::column{width="2"}\nLeft\n:::\n:::column\nRight\n:::\n::::\n\n::page-break\n\n:::keep\nKept\n:::\n\n***\n\n:::small\nSmall print.\n:::\n\n:::contact\nA desk.\n:::',
  pictures: 'Before ![A dot](dot.png "A caption") after [![Linked](dot.png)](https://example.org)',
};

const NUMBERS: Readonly<Record<string, number>> = { a: 1, b: 2 };

/** What stands around the content: page, fonts, header, footer. */
function aroundContent({ content: _, ...around }: PrintDefinition): Omit<PrintDefinition, 'content'> {
  return around;
}

const plainPage = aroundContent(madeBy(layout(documentOf([]))));

describe('the definition of each construct', () => {
  it.each(Object.entries(CASES))('%s', async (name, markdown) => {
    const numbered = JSON.parse(JSON.stringify(blocksOf(markdown)), (_, value) =>
      typeof value?.source === 'string' ? { ...value, number: NUMBERS[value.source] ?? null } : value,
    );
    const outcome = layout(documentOf(numbered), { images: new Map([['dot.png', onePixel()]]) });
    const definition = madeBy(outcome);
    await expect(asGolden(definition.content)).toMatchFileSnapshot(`golden/${name}.json`);
    expect(aroundContent(definition)).toEqual(plainPage);
  });

  it('page', async () => {
    await expect(asGolden(plainPage)).toMatchFileSnapshot('golden/page.json');
  });

  it('furniture', async () => {
    const marked = documentOf([], { tlp: 'TLP:AMBER+STRICT', marking: 'Official-sensitive', watermark: 'DRAFT' });
    const { page, header, footer, watermark } = madeBy(layout(marked, { paper: 'LETTER' }));
    await expect(asGolden({ page, header, footer, watermark })).toMatchFileSnapshot('golden/furniture.json');
  });

  it('is the same every time', () => {
    const all = Object.values(CASES).join('\n\n').replaceAll('dot.png', 'x.png');
    const once = () =>
      asGolden(madeBy(layout(documentOf(blocksOf(all)), { images: new Map([['x.png', onePixel()]]) })));
    expect(once()).toBe(once());
  });
});
