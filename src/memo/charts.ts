/** Figures of the brief's own data, where its texts ask for them: `:::chart{#id}`. */
import { type Chart, type FigureData, LIGHTS, type MatrixCell, POSITIONS, RATINGS } from '../document/figures.js';
import { mapBlocks } from '../document/map.js';
import { writtenNumber } from '../document/numbers.js';
import type { Align, Block, Directive, Inline, Paragraph, Root, Table, TableCell } from '../document/tree.js';
import type { Edition } from '../edition/edition.js';
import type { EditionFigure, FigureCell } from '../edition/item-shapes.js';
import { changeNodes, citationOf, wordsOf } from './helpers.js';
import { upperCase } from './words/casing.js';
import { sourceKey } from './words/citation-style.js';
import type { Labels, Words } from './words/labels.js';
import { asSentence } from './words/sentence.js';
import { spokenNodes } from './words/spoken.js';

/** More cells than this are tiring to listen to at once: the ends and the extremes are given, and the table follows. */
const MOST_CELLS_READ = 24;

interface Setting {
  readonly edition: Edition;
  readonly labels: Labels;
  readonly medium: 'print' | 'memo';
}

/**
 * The tree with each figure in the place where a text asks for it: in print drawn, in the memo as the table of its data.
 * What stands within the directive follows the figure.
 */
export function withCharts(root: Root, setting: Setting): Root {
  const block = (node: Block) =>
    node.type === 'directive' && node.name === 'chart' ? placed(node, setting) : undefined;
  return { ...root, children: mapBlocks(root.children, { block }) };
}

function placed({ attributes, children }: Directive, setting: Setting): readonly Block[] {
  const figure = setting.edition.figures.find(({ id }) => id === attributes.id);
  if (figure === undefined) return children;
  const { labels, medium } = setting;
  const origin = `figures[${figure.number - 1}]`;
  const table = tableOf(figure, labels);
  const below = [...noteOf(figure), ...sourceLine(figure, setting)];
  const title: Paragraph = { type: 'paragraph', origin, children: titleOf(figure, labels) };
  const after: Block[] = below.length === 0 ? [] : [{ type: 'paragraph', origin, children: below }];
  if (medium === 'memo') return [title, table, ...after, ...children];
  const drawn: Block = {
    ...{ type: 'figure', origin, figure: dataOf(figure, labels), alt: altOf(figure, labels) },
    ...{ title: title.children, caption: below, children: [title, table, ...after] },
  };
  return [drawn, ...children];
}

function titleOf({ title, unit, change, number }: EditionFigure, labels: Labels): Inline[] {
  const mark = changeNodes(change, `item-${number}-figures`, labels);
  const named: Inline = { type: 'strong', children: title.nodes };
  if (unit === null) return [...mark, named];
  return [...mark, named, { type: 'text', value: ', ' }, { type: 'text', value: unit.text, origin: unit.path }];
}

function noteOf({ note }: EditionFigure): Inline[] {
  if (note === null) return [];
  return [...note.nodes, { type: 'text', value: /[.!?…]$/.test(wordsOf(note)) ? ' ' : '. ' }];
}

/** Each source by the name that a reader would look for, with its mark. */
function sourceLine({ sources }: EditionFigure, { edition, labels }: Setting): Inline[] {
  if (sources.length === 0) return [];
  const list = sources.flatMap((cited, i): Inline[] => {
    const source = edition.sources.find(({ id }) => id === cited.id);
    // In author-date style the citation says the name itself.
    const isNamed = source !== undefined && edition.citationStyle !== 'author-date';
    const name: Inline[] = isNamed ? [{ type: 'text', value: sourceKey(source, labels) }] : [];
    const before: Inline[] = i === 0 ? [] : [{ type: 'text', value: '; ' }];
    return [...before, ...name, { type: 'citation', items: citationOf([cited]) }];
  });
  const { text, lang } = labels.labelWords('figureSource');
  const [before = '', end = ''] = text.split('{list}');
  // A citation by author and date brings its own space.
  const start = edition.citationStyle === 'author-date' ? before.trimEnd() : before;
  return [...spokenNodes({ text: start, lang }, labels), ...list, ...spokenNodes({ text: end, lang }, labels)];
}

function tableOf({ columns, rows, kind }: EditionFigure, labels: Labels): Table {
  const align: Align[] = columns.map((_, i) => (i > 0 && isNumeric(kind) ? 'right' : null));
  const cell = (children: readonly Inline[]): TableCell => ({ type: 'tableCell', children });
  const head = columns.map(({ text, path }) => cell([{ type: 'text', value: text, origin: path }]));
  const body = rows.map((row) => row.map((each) => cell(cellNodes(each, kind, labels))));
  return { type: 'table', align, children: [head, ...body].map((children) => ({ type: 'tableRow', children })) };
}

function cellNodes(cell: FigureCell, kind: EditionFigure['kind'], labels: Labels): Inline[] {
  if (cell.text === null) return [{ type: 'text', value: cellWords(cell, kind, labels) }];
  const { term, own } = wordsIn(cell.text.text, kind, labels);
  const said: Inline[] = own === '' ? [] : [{ type: 'text', value: own, origin: cell.text.path }];
  if (term === null) return said;
  return [
    ...spokenNodes(term, labels),
    ...(said.length === 0 ? [] : [{ type: 'text', value: ': ' } as const, ...said]),
  ];
}

/** A cell as a reader sees or hears it; `–` where nothing is known. */
function cellWords({ number, text }: FigureCell, kind: EditionFigure['kind'], labels: Labels): string {
  if (number !== null) return writtenNumber(number, labels.language);
  if (text === null) return '–';
  return matrixCell(text.text, kind, labels).text;
}

function isNumeric(kind: EditionFigure['kind']): kind is Chart['form'] {
  return kind === 'line' || kind === 'columns' || kind === 'bars' || kind === 'shares';
}

function dataOf({ kind, columns, rows }: EditionFigure, labels: Labels): FigureData {
  const names = rows.map(([head]) => head?.text?.text ?? '');
  if (!isNumeric(kind)) {
    const cellsOf = (row: readonly FigureCell[]) =>
      row.slice(1).map(({ number, text }): MatrixCell | null => {
        if (number !== null) return { mark: null, text: writtenNumber(number, labels.language) };
        return text === null ? null : matrixCell(text.text, kind, labels);
      });
    const lines = rows.map((row, i) => ({ name: names[i] ?? '', cells: cellsOf(row) }));
    return { kind: 'matrix', columns: columns.map(({ text }) => text), rows: lines };
  }
  const series = columns.slice(1).map(({ text }, i) => ({
    name: text,
    values: rows.map((row) => row[i + 1]?.number ?? null),
  }));
  return { kind: 'chart', form: kind, language: labels.language, categories: names, days: daysOf(names), series };
}

interface CellWords {
  readonly mark: MatrixCell['mark'];
  /** The word of a closed list, in the language of the label files; null for words of the brief's own. */
  readonly term: Words | null;
  /** What the brief says itself. */
  readonly own: string;
}

/** A word of a closed list gets its mark, and is said in the language of the document. */
function wordsIn(written: string, kind: EditionFigure['kind'], labels: Labels): CellWords {
  const [word = '', ...more] = kind === 'lights' ? written.split(':') : [written];
  const own = more.join(':').trim();
  const position = kind === 'positions' ? POSITIONS.find((each) => each === word) : undefined;
  if (position !== undefined) return { mark: position, term: labels.termWords('position', position), own };
  const light = kind === 'lights' ? LIGHTS.find((each) => each === word) : undefined;
  if (light !== undefined) return { mark: light, term: labels.termWords('light', light), own };
  const rating = kind === 'criteria' ? RATINGS.find((each) => each === word) : undefined;
  if (rating !== undefined) return { mark: rating, term: labels.termWords('rating', RATING_TERMS[rating]), own };
  return { mark: null, term: null, own: written };
}

function matrixCell(written: string, kind: EditionFigure['kind'], labels: Labels): MatrixCell {
  const { mark, term, own } = wordsIn(written, kind, labels);
  const letter = LIGHTS.some((light) => light === mark) ? lightLetter(term, labels) : null;
  return {
    ...{ mark, text: [term?.text ?? '', own].filter((part) => part !== '').join(': ') },
    ...(letter !== null && { letter }),
  };
}

/** `R`, `A`, `G`; null in a language in which two of the words begin alike, as Swedish `gult` and `grönt` do. */
function lightLetter(term: Words | null, labels: Labels): string | null {
  const letterOf = ({ text, lang }: Words) => upperCase(text.slice(0, 1), lang);
  const letters = new Set(LIGHTS.map((light) => letterOf(labels.termWords('light', light))));
  return term === null || letters.size < LIGHTS.length ? null : letterOf(term);
}

const RATING_TERMS = { '++': 'very-good', '+': 'good', '0': 'neutral', '-': 'poor', '--': 'very-poor' } as const;

/** Days since 1970 for years, months and days; null unless every name is one and each is later than the one before. */
function daysOf(names: readonly string[]): number[] | null {
  const days = names.map((name) => {
    const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(name) ?? [];
    return year === undefined ? Number.NaN : Date.parse(`${year}-${month}-${day}`) / 86_400_000;
  });
  return days.every((day, i) => Number.isFinite(day) && (i === 0 || day > (days[i - 1] ?? day))) ? days : null;
}

/** What a reader who does not see the figure hears: its title, and its data row by row. */
function altOf(figure: EditionFigure, labels: Labels): string {
  const { title, unit, columns, rows, kind, note } = figure;
  const heading = unit === null ? wordsOf(title) : `${wordsOf(title)} (${wordsOf(unit)})`;
  const isLong = rows.length * (columns.length - 1) > MOST_CELLS_READ;
  const said = isLong && isNumeric(kind) ? extremes(figure, labels) : rows.map((row) => rowWords(row, figure, labels));
  const sentences = [heading, ...said, ...(note === null ? [] : [wordsOf(note)])];
  return sentences.map(asSentence).join(' ');
}

function rowWords([head, ...cells]: readonly FigureCell[], { columns, kind }: EditionFigure, labels: Labels): string {
  const name = head?.text?.text ?? '';
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) return `${name}: ${cellWords(only, kind, labels)}`;
  const said = cells.map((cell, i) => `${columns[i + 1]?.text ?? ''} ${cellWords(cell, kind, labels)}`);
  return `${name}: ${said.join(', ')}`;
}

/** For each column: where it begins and ends, its lowest and its highest number. */
function extremes({ columns, rows }: EditionFigure, labels: Labels): string[] {
  return columns.slice(1).flatMap((column, i) => {
    const known = rows.flatMap((row) => {
      const value = row[i + 1]?.number ?? null;
      return value === null ? [] : [{ value, at: row[0]?.text?.text ?? '' }];
    });
    const byValue = known.toSorted((a, b) => a.value - b.value);
    const [first, last, lowest, highest] = [known[0], known.at(-1), byValue[0], byValue.at(-1)];
    if (!first || !last || !lowest || !highest) return [];
    const named = { first, last, lowest, highest };
    const filled = Object.entries(named).reduce(
      (text, [name, { value, at }]) =>
        text.replace(`{${name}}`, () => writtenNumber(value, labels.language)).replace(`{${name}At}`, () => at),
      labels.label('figureExtremes'),
    );
    return [filled.replace('{name}', () => column.text)];
  });
}
