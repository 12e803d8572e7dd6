import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../src/colour/colour.js';
import type { Furniture } from '../../src/document/document.js';
import type { PrintNode, TextNode } from '../../src/layout/print-nodes.js';
import { textWidth } from '../../src/layout/text/text-width.js';
import { facesOf } from '../../src/layout/theme/faces.js';
import { defaultTheme } from '../../src/layout/theme/theme.js';
import { ascents, documentOf, layout, madeBy, nodesIn, runsIn } from './setting.js';

const made = (furniture: Partial<Furniture>) => madeBy(layout(documentOf([], furniture)));
const all = (node: PrintNode | null) => (node === null ? [] : nodesIn([node]));
const textOf = (node: PrintNode | null) =>
  node === null
    ? ''
    : runsIn([node])
        .map((run) => run.text)
        .join('|');
const textNode = (nodes: readonly PrintNode[], text: string) =>
  nodes.find((node): node is TextNode => 'text' in node && node.text === text);

/** ITU-R BT.601. */
function greyOf(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const level = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  return `#${level.toString(16).padStart(2, '0').repeat(3)}`;
}

describe('TLP labels (FIRST, TLP 2.0)', () => {
  const COLOURS = {
    'TLP:RED': '#ff2b2b',
    'TLP:AMBER+STRICT': '#ffc000',
    'TLP:AMBER': '#ffc000',
    'TLP:GREEN': '#33ff00',
    'TLP:CLEAR': '#ffffff',
  } as const;

  it.each(Object.entries(COLOURS))('%s stands in header and footer of every page', (tlp, color) => {
    const { header, footer } = made({ tlp: tlp as keyof typeof COLOURS });
    for (const page of [header.first, header.rest, footer.first, footer.rest]) {
      const label = textNode(all(page), tlp);
      expect(label).toMatchObject({ color, alignment: 'right', bold: true });
      expect(label?.fontSize).toBeGreaterThanOrEqual(12);
      expect(all(page).some((node) => 'box' in node && node.box.fill === '#000000')).toBe(true);
      expect(contrastRatio(color, '#000000')).toBeGreaterThan(4.5);
      // Without colours, as printers mix them; letters in bold of 14 points need less (WCAG 2.2, 1.4.3).
      const enough = Number(label?.fontSize) >= 14 ? 3 : 4.5;
      expect(contrastRatio(greyOf(color), '#000000')).toBeGreaterThan(enough);
    }
  });
});

describe('a protective marking', () => {
  it('is in capitals, centred at the top and bottom of every page', () => {
    const { header, footer } = made({ marking: 'Official-sensitive' });
    for (const page of [header.first, header.rest, footer.first, footer.rest]) {
      expect(textNode(all(page), 'OFFICIAL-SENSITIVE')).toMatchObject({ alignment: 'center' });
    }
  });

  it('of many words pushes the text down, and is not shortened', () => {
    const marking = 'WORDS OF A MARKING '.repeat(20).trim();
    const [plain, long] = [made({ marking: 'A' }), made({ marking })];
    expect(long.page.margins[1]).toBeGreaterThan(plain.page.margins[1]);
    expect(long.page.margins[3]).toBeGreaterThan(plain.page.margins[3]);
    expect(textNode(all(long.header.rest), marking)).toBeDefined();
  });
});

describe('header and footer', () => {
  it('have the running title from the second page on', () => {
    const { header } = made({ runningTitle: 'Of mice' });
    expect(textOf(header.first)).not.toContain('Of mice');
    expect(textOf(header.rest)).toContain('Of mice');
  });

  it('shorten a long title at a word', () => {
    const text = textOf(made({ runningTitle: 'word '.repeat(90), tlp: 'TLP:AMBER+STRICT' }).header.rest);
    expect(text).toMatch(/^(word )+word…\|/);
    const { furniture } = facesOf(defaultTheme, ascents);
    expect(textWidth(text.split('|')[0] ?? '', furniture)).toBeLessThan(360);
  });

  it('shorten one word that is too long', () => {
    expect(textOf(made({ runningTitle: 'x'.repeat(900) }).header.rest)).toMatch(/^x{20,200}…$/);
  });

  it('number the pages by fields, in the order of the language', () => {
    const runs = runsIn([made({ page: '{pages} / {page} lk' }).footer.rest as PrintNode]);
    expect(runs.flatMap((run) => run.field ?? [])).toEqual(['pages', 'page']);
    expect(textOf(made({}).footer.first)).toContain('REF/1  ·  As of 4 September 2024');
  });

  it('say first what the document may not be relied on for, whole and in bold, on every page', () => {
    const { footer, page: paper } = made({ status: 'Withdrawn', reference: 'word '.repeat(90) });
    const [left, , right] = paper.margins;
    for (const page of [footer.first, footer.rest]) {
      const [status, gap, reference] = runsIn([page as PrintNode]);
      expect(status).toMatchObject({ text: 'Withdrawn', bold: true });
      expect(gap?.text).toBe('  ·  ');
      expect(reference?.text).toMatch(/^(word )+word… {2}· {2}As of 4 September 2024$/);
      const { furniture } = facesOf(defaultTheme, ascents);
      const words = [status, gap, reference].map((run) =>
        textWidth(run?.text ?? '', { ...furniture, bold: run?.bold ?? false }),
      );
      expect(words.reduce((sum, width) => sum + width)).toBeLessThan(paper.width - left - right);
    }
    expect(textOf(made({ status: 'Draft', reference: null, asOf: '' }).footer.first)).toMatch(/^Draft\|/);
  });

  it('give status, reference and date a line of their own where they would be cut, and the page its room', () => {
    const beside = made({ tlp: 'TLP:AMBER', reference: 'DESK/2024/1' });
    const apart = made({ tlp: 'TLP:AMBER', reference: 'DESK/2024/1 '.repeat(6).trim() });
    const linesOf = ({ footer }: typeof beside) =>
      all(footer.first).filter((node) => 'columns' in node || 'text' in node).length;
    expect(linesOf(apart)).toBe(linesOf(beside) + 1);
    expect(apart.page.margins[3] - beside.page.margins[3]).toBeGreaterThan(8);
    expect(textOf(apart.footer.first)).toContain(`${'DESK/2024/1 '.repeat(6).trim()}  ·  As of 4 September 2024`);
  });

  it('are read by nobody', () => {
    const { header, footer } = made({ tlp: 'TLP:RED', marking: 'X' });
    for (const page of [header.rest, footer.rest]) {
      for (const node of all(page)) expect(node).toMatchObject({ artifact: true });
    }
  });

  it('have a watermark only when there is one', () => {
    expect(made({ watermark: null }).watermark).toBeNull();
    expect(made({ watermark: 'DRAFT' }).watermark).toMatchObject({ text: 'DRAFT', opacity: 0.1 });
  });
});
