/** Figures: data that can be drawn, and a place for each in one of the long texts. */
import { didYouMean, error, warning } from '../../diagnostics/diagnostic.js';
import { LIGHTS, POSITIONS } from '../../document/figures.js';
import { KEPT_DIGITS } from '../../document/numbers.js';
import { walkTree } from '../../document/walk.js';
import { parseBlocks } from '../../markdown/parse.js';
import type { Cell, Figure } from '../brief.js';
import { digitsIn, isChart } from '../read-figures.js';
import { textsOf } from './citations.js';
import type { Checked, Finding } from './finding.js';

/** What can be told apart on a page: rows, and columns beside the first. */
const MOST: Readonly<Record<Figure['kind'], { readonly rows: number; readonly columns: number }>> = {
  line: { rows: 400, columns: 6 },
  columns: { rows: 40, columns: 4 },
  bars: { rows: 30, columns: 4 },
  shares: { rows: 20, columns: 6 },
  positions: { rows: 30, columns: 8 },
  criteria: { rows: 20, columns: 8 },
  lights: { rows: 30, columns: 8 },
};

export function checkFigures(checked: Checked): Finding[] {
  const { figures = [] } = checked.brief;
  return [
    ...figures.flatMap((figure, index) => dataProblems(figure, `figures[${index}]`)),
    ...placing(checked, figures),
  ];
}

const wrong = (field: string, message: string, ...hints: string[]): Finding =>
  error('sense-figure-data', message, { at: field, hints });

function dataProblems({ kind, columns, rows }: Figure, field: string): Finding[] {
  // A file that could not be read has been reported.
  if (columns.length === 0) return [];
  const most = MOST[kind];
  const found: Finding[] = repeatedColumns(columns, field);
  if (columns.length - 1 > most.columns) {
    found.push(
      wrong(
        `${field}.columns`,
        `A figure of the kind \`${kind}\` has at most ${most.columns} columns beside the first; here are ${columns.length - 1}.`,
        'Leave some out, or make two figures.',
      ),
    );
  }
  if (rows.length > most.rows) {
    found.push(
      wrong(
        `${field}.rows[${most.rows}]`,
        `A figure of the kind \`${kind}\` has at most ${most.rows} rows; here are ${rows.length}.`,
        'Leave some out, or add them up.',
      ),
    );
  }
  if (kind === 'line' && rows.length < 2) {
    found.push(
      wrong(`${field}.rows[0]`, 'A line needs two rows or more.', 'Draw a single row as `columns` or `bars`.'),
    );
  }
  for (const [i, row] of rows.entries()) found.push(...rowProblems({ kind, columns }, row, `${field}.rows[${i}]`, i));
  return found;
}

/** Two columns of one name cannot be told apart on the page. */
function repeatedColumns(columns: Figure['columns'], field: string): Finding[] {
  const names = columns.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  return columns.flatMap((column, index): Finding[] => {
    const first = names.indexOf(names[index] ?? '');
    if (first === index) return [];
    const message = `Columns ${first + 1} and ${index + 1} have the same name, “${wordOf(column)}”.`;
    const hints = ['Name them apart, or leave one out: a reader cannot tell them from each other.'];
    return [warning('sense-figure-data', message, { at: `${field}.columns[${index}]`, hints })];
  });
}

function rowProblems(
  { kind, columns }: Pick<Figure, 'kind' | 'columns'>,
  row: readonly Cell[],
  field: string,
  index: number,
): Finding[] {
  if (row.length !== columns.length) {
    const counted = (n: number) => `${n} ${n === 1 ? 'cell' : 'cells'}`;
    return [
      wrong(
        field,
        `Row ${index + 1} has ${counted(row.length)}; there are ${columns.length} columns.`,
        'Write `null` (in a CSV file: nothing) where a number is not known.',
      ),
    ];
  }
  const [head = null, ...cells] = row;
  const found: Finding[] = [];
  if (head === null)
    found.push(
      wrong(
        `${field}[0]`,
        `Row ${index + 1} has no name: its first cell is empty.`,
        'Name the year, place or option that the row is about.',
      ),
    );
  for (const [i, cell] of cells.entries()) {
    const problem = isChart(kind) ? numberProblem(cell, kind) : wordProblem(cell, kind);
    if (problem === null) continue;
    const [message, hint] = problem;
    const at = `in row ${index + 1} (${wordOf(head)}), column ${i + 2} (${wordOf(columns[i + 1] ?? null)})`;
    found.push(wrong(`${field}[${i + 1}]`, `${message} ${at}.`, hint));
  }
  if (kind === 'shares' && cells.every((cell) => !cell)) {
    found.push(
      wrong(
        field,
        `Row ${index + 1} (${wordOf(head)}) has no shares: nothing in it is more than 0.`,
        'Leave the row out.',
      ),
    );
  }
  return found;
}

type Problem = readonly [message: string, hint: string] | null;

function numberProblem(cell: Cell, kind: Figure['kind']): Problem {
  if (cell === null) return null;
  const written = wordOf(cell);
  if (/^[-+]?[\d.,]+$/.test(written) && digitsIn(written) > KEPT_DIGITS) {
    return [
      `${written} has more digits than can be drawn and printed,`,
      `Give at most ${KEPT_DIGITS}; thousands or millions go into \`unit\`.`,
    ];
  }
  if (typeof cell !== 'number') {
    return [
      `"${wordOf(cell)}" is not a number,`,
      'Write a plain number such as `1234.5`, without units, spaces or separators of thousands; the unit goes into `unit`.',
    ];
  }
  if (kind === 'shares' && cell < 0)
    return [`${cell} is less than 0, and a share cannot be,`, 'Draw numbers below 0 as `bars` or `columns`.'];
  return null;
}

function wordProblem(cell: Cell, kind: Figure['kind']): Problem {
  if (cell === null || kind === 'criteria') return null;
  const words: readonly string[] = kind === 'lights' ? LIGHTS : POSITIONS;
  const written = wordOf(cell);
  // A light may say more: `amber: late`.
  const word = kind === 'lights' ? (written.split(':')[0] ?? '') : written;
  if (words.includes(word)) return null;
  return [
    `"${written}" is not one of ${words.join(', ')},`,
    didYouMean(word, words) ?? `Write one of ${words.join(', ')}, or leave the cell empty.`,
  ];
}

function wordOf(cell: Cell): string {
  return typeof cell === 'object' && cell !== null ? (Object.values(cell)[0] ?? '') : String(cell ?? '');
}

interface Asked {
  readonly field: string;
  /** Null: the line does not say which figure it asks for. */
  readonly id: string | null;
  readonly written: string;
  readonly annex?: number;
}

/** The long texts in which a figure has room. */
const WITH_ROOM = /^(?:background|analysis|sections\[\d+\]\.body|annexes\[\d+\]\.(?:body|file))(?:\.|$)/;

function placing({ fields, annexBodies }: Checked, figures: readonly Figure[]): Finding[] {
  const texts = fields
    .filter(({ definition }) => definition === 'block')
    .flatMap(({ path, value }) => textsOf(path, value).map(({ field, text }) => ({ field, text })));
  const inFiles = [...annexBodies].map(([annex, text]) => ({ field: `annexes[${annex}].file`, text, annex }));
  const asked = [...texts, ...inFiles].flatMap(({ text, ...at }) =>
    askedIn(text).map((each): Asked => ({ ...at, ...each })),
  );
  const ids = figures.map(({ id }) => id);
  const placed = new Set(asked.map(({ id }) => id));
  return [
    ...asked.flatMap((each) => askedWrongly(each, ids)),
    ...figures.flatMap(({ id }, index): Finding[] =>
      placed.has(id)
        ? []
        : [
            warning('sense-figure-not-placed', `No text asks for the figure "${id}", so it is not printed.`, {
              at: `figures[${index}].id`,
              hints: [
                `Write \`:::chart{#${id}}\` on a line of its own in \`analysis\`, a section or an annex, and \`:::\` on the next.`,
              ],
            }),
          ],
    ),
  ];
}

function askedWrongly({ field, id, written, annex }: Asked, ids: readonly string[]): Finding[] {
  const place = { words: written, ...(annex !== undefined && { annex }) };
  if (id === null) {
    const hint = `Write \`:::chart{#${ids[0] ?? 'its-id'}}\` on a line of its own, and \`:::\` on the next.`;
    const message = `\`${written}\` does not say which figure it asks for.`;
    return [{ ...error('sense-unknown-reference', message, { at: field, hints: [hint] }), ...place }];
  }
  if (!ids.includes(id)) {
    const listed = ids.map((each) => `"${each}"`).join(', ');
    const known = ids.length === 0 ? 'The brief has no `figures`.' : `The figures are ${listed}.`;
    const message = `\`${field}\` asks for the figure "${id}", which does not exist.`;
    const hints = [didYouMean(id, ids) ?? known];
    return [{ ...error('sense-unknown-reference', message, { at: field, hints }), ...place, words: id }];
  }
  if (WITH_ROOM.test(field)) return [];
  const message = `\`${field}\` asks for the figure "${id}", and has no room for one.`;
  const hints = ['Ask for it in `background`, `analysis`, a section or an annex.'];
  return [{ ...error('sense-markup', message, { at: field, hints }), ...place }];
}

/** What a text asks for, also where it asks in a way that is not read. */
function askedIn(text: string): { id: string | null; written: string }[] {
  if (!/:{2,}[ \t]*chart/i.test(text)) return [];
  const found: { id: string | null; written: string }[] = [];
  walkTree(parseBlocks(text, { directives: 'public', html: 'text' }).nodes, (node) => {
    if (node.type === 'directive' && node.name === 'chart') {
      found.push({ id: node.attributes.id || null, written: ':::chart' });
    }
    const written = node.type === 'text' ? /^:{2,}[ \t]*chart\b.*/im.exec(node.value)?.[0] : undefined;
    if (written !== undefined) found.push({ id: null, written });
  });
  return found;
}
