import { describe, expect, it } from 'vitest';
import type { Align, Table } from '../../../src/document/tree.js';
import { numericColumns } from '../../../src/layout/blocks/decimals.js';
import { textWidth } from '../../../src/layout/text/text-width.js';
import { facesOf } from '../../../src/layout/theme/faces.js';
import { defaultTheme } from '../../../src/layout/theme/theme.js';
import { blocksOf, definitionOf, documentOf, layout, madeBy, nodesIn } from '../setting.js';

const cell = (value: string) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] });
/** A table of one column of names and one of these. */
const tableOf = (texts: readonly string[], align: Align = null): Table => ({
  type: 'table',
  align: [null, align],
  children: [['', 'head'], ...texts.map((text, index) => [`row ${index}`, text])].map((row) => ({
    type: 'tableRow' as const,
    children: row.map(cell),
  })),
});
const parts = (texts: readonly string[], align: Align = null) =>
  numericColumns(tableOf(texts, align))
    .get(1)
    ?.map((each) => (each === null ? null : `${each.whole}|${each.tail}`));

describe('a column of numbers', () => {
  it.each([
    [
      ['0.6', '12.25', '100'],
      ['0|.6', '12|.25', '100|'],
    ],
    [
      ['0,6', '1 234,5', '7'],
      ['0|,6', '1 234|,5', '7|'],
    ],
    [
      ['1,234', '12,345.5', '3 %'],
      ['1,234|', '12,345|.5', '3| %'],
    ],
    [
      ['1.234.567', '1.234'],
      ['1.234.567|', '1.234|'],
    ],
    [
      ['−3.5 %', '€ 12', '+7.25'],
      ['−3|.5 %', '€ 12|', '+7|.25'],
    ],
    [['3.5', '–', ''], undefined],
    [
      ['3.5', '–', '14'],
      ['3|.5', '–|', '14|'],
    ],
  ])('%j splits at its decimal sign', (texts, expected) => {
    expect(parts(texts)).toEqual(expected);
  });

  it.each([
    [['July 2017', 'May 2019']],
    [['26 Feb', '3 May']],
    [['12.3.2026', '1.4.2026']],
    [['2024', '2025']],
    [['0.6', 'not committed', '2']],
    [['10:30', '11:00']],
    [['2–3', '4–5']],
  ])('is none that says other things: %j', (texts) => {
    expect(parts(texts)).toBeUndefined();
  });

  it('that its table sets at the right may have words in it', () => {
    expect(parts(['0.66', 'not committed', '1.5'], 'right')).toEqual(['0|.66', null, '1|.5']);
  });

  it('is not centred text', () => {
    expect(parts(['1.5', '2.25'], 'center')).toBeUndefined();
  });
});

describe('numbers on the page', () => {
  const rows = ['0.66', '12.5', '100', '–'];
  const markdown = `| What | Cost |\n|---|---|\n${rows.map((text, index) => `| row ${'long '.repeat(index)} | ${text} |`).join('\n')}`;
  const table = nodesIn(definitionOf(markdown).content).find((node) => 'table' in node);
  const cells = table !== undefined && 'table' in table ? table.table.body.slice(1).map((row) => row[1]) : [];

  it('stand with their decimal signs below each other', () => {
    const { table: face } = facesOf(defaultTheme, new Map());
    const tails = ['.66', '.5', '', ''].map((tail) => textWidth(tail, face));
    const signs = cells.map((cell, index) => (cell?.margin?.[2] ?? 0) + (tails[index] ?? 0));
    expect(cells.map((cell) => cell?.alignment)).toEqual(['right', 'right', 'right', 'right']);
    for (const sign of signs) expect(sign).toBeCloseTo(tails[0] ?? 0, 2);
  });

  it('do so where pages run to the left, with what is before the signs', () => {
    const hebrew = madeBy(layout({ ...documentOf(blocksOf(markdown)), language: 'he' }));
    const found = nodesIn(hebrew.content).find((node) => 'table' in node);
    const margins =
      found !== undefined && 'table' in found ? found.table.body.slice(1).map((row) => row[1]?.margin?.[2]) : [];
    const { table: face } = facesOf(defaultTheme, new Map());
    const wholes = ['0', '12', '100', '–'].map((whole) => textWidth(whole, face));
    expect(margins.map((margin, index) => (margin ?? 0) + (wholes[index] ?? 0))).toEqual(
      wholes.map(() => expect.closeTo(Math.max(...wholes), 2)),
    );
  });

  it('take no more room than they need', () => {
    const [, width = 1000] = table !== undefined && 'table' in table ? (table.table.widths as number[]) : [];
    expect(width).toBeLessThan(40);
  });
});
