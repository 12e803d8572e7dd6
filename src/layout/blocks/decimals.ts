import type { Align, Table, TableCell } from '../../document/tree.js';
import { cellText, inlineText } from '../text/inline-text.js';
import { textWidth } from '../text/text-width.js';
import type { Face } from '../theme/typeface.js';

/** A number as it stands in a cell: what is before its decimal sign, and what begins there, units and marks included. */
interface SplitNumber {
  readonly whole: string;
  readonly tail: string;
}

/** Sign or currency, digits in groups of three, unit; dates are none. */
const NUMBER =
  /^((?:[A-Z]{2,3}\p{Sc}?\s?)?[^\p{L}\p{N}]{0,3})(\d+(?:[.,'’\s]\d{3})*(?:[.,]\d+)?)(?:\s?(?:[^\s\p{L}\p{N}]{1,3}|\p{L}{1,2}))?$/u;
const PERIOD_OR_COMMA = /[.,]/g;
/** What stands for a number that there is not. */
const NONE = /^[–—−-]?$/u;

/** The columns of numbers, each with its cells split; the first column, which tells rows apart, is none unless it says so. */
export function numericColumns({ align, children: [head, ...rows] }: Table): ReadonlyMap<number, SplitColumn> {
  const columns = align.map((side, column) => {
    const cells = rows.map((row) => row.children[column]);
    return isNumeric(cells, side, column) ? splitColumn(cells) : null;
  });
  return head === undefined
    ? new Map()
    : new Map(columns.flatMap((split, column) => (split === null ? [] : [[column, split] as const])));
}

export type SplitColumn = readonly (SplitNumber | null)[];

function isNumeric(cells: readonly (TableCell | undefined)[], side: Align, column: number): boolean {
  const texts = cells.map(wordsOf).filter((text) => !NONE.test(text));
  const numbers = texts.filter((text) => NUMBER.test(text));
  if (side === 'right') return numbers.length > 0;
  return side === null && column > 0 && numbers.length > 1 && numbers.length === texts.length && !areYears(numbers);
}

/** Years are names rather than amounts. */
function areYears(numbers: readonly string[]): boolean {
  return numbers.every((text) => /^(?:1[5-9]|2[01])\d\d$/.test(text));
}

function wordsOf(cell: TableCell | undefined): string {
  return cell === undefined ? '' : inlineText(cell.children).trim();
}

function splitColumn(cells: readonly (TableCell | undefined)[]): SplitColumn {
  const texts = cells.map(wordsOf);
  const sign = decimalSign(texts);
  return cells.map((cell, index) => {
    const text = texts[index] ?? '';
    if (cell === undefined || text === '') return null;
    if (NONE.test(text)) return { whole: text, tail: '' };
    const found = NUMBER.exec(text);
    if (found === null) return null;
    const [, before = '', digits = ''] = found;
    const at = sign === null ? -1 : digits.lastIndexOf(sign);
    const whole = before + (at === -1 ? digits : digits.slice(0, at));
    // Raised numbers of sources and notes belong to what follows.
    return { whole, tail: cellText(cell).trim().slice(whole.length) };
  });
}

/** The sign that more than groups of thousands have, or that stands after another; null where none does. */
function decimalSign(texts: readonly string[]): string | null {
  for (const text of texts) {
    const digits = NUMBER.exec(text)?.[2] ?? '';
    const signs = digits.match(PERIOD_OR_COMMA) ?? [];
    const last = signs.at(-1);
    if (last === undefined) continue;
    const after = digits.length - digits.lastIndexOf(last) - 1;
    const isOnce = signs.filter((each) => each === last).length === 1;
    if (isOnce && (after !== 3 || signs.length > 1 || /^0[.,]/.test(digits))) return last;
  }
  return null;
}

/** How wide the widest part before the decimal sign is, and the widest from there on, in points. */
export function widestParts(column: SplitColumn, face: Face): { readonly whole: number; readonly tail: number } {
  const width = (part: keyof SplitNumber) => Math.max(0, ...column.map((each) => textWidth(each?.[part] ?? '', face)));
  return { whole: width('whole'), tail: width('tail') };
}
