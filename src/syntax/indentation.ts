/**
 * Which line is indented too far or too little. The parser only says where it got lost, which is often the line before or
 * after; here the lines are read for their columns alone, and only once the parser has found an error.
 */
import type { SyntaxProblem } from './problem.js';

/** Where fields of one map, or items of one list, begin. */
interface Level {
  readonly kind: 'field' | 'item';
  /** From 0. */
  readonly column: number;
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Where its line begins in the text. */
  readonly start: number;
  /** Nothing stands beside it yet. */
  readonly isAlone: boolean;
  /** The first of those that stand beside each other, where it is not this one. */
  readonly first?: Level;
}

/** The text after `|` or `>`, or one in quotes or brackets that goes on. */
type Running =
  | { readonly kind: 'block'; readonly parent: Level; readonly indent: number | null }
  | { readonly kind: 'enclosed'; readonly until: RegExp };

const FIELD = /^("[^"]*"|'[^']*'|[^\s"'#[\]{},&*!|>%@`-][^#"'[{]*?):(?:[ \t]+(.*))?$/u;
const BLOCK = /^(?:[&!]\S+[ \t]+)*[|>][-+\d]*[ \t]*(?:#.*)?$/;

/** A line that is indented wrongly. */
export interface MisplacedLine extends SyntaxProblem {
  /** Where it shows: in the line itself, or in the next one that stands beside it. */
  readonly seenAt: number;
}

/** The lines whose indentation fits no line above them, in their order. */
export function misplacedLines(text: string): MisplacedLine[] {
  return new IndentationReader().read(text);
}

class IndentationReader {
  readonly #found: MisplacedLine[] = [];
  #levels: Level[] = [];
  /** Whether the last field or dash has nothing behind it, so that deeper lines may follow. */
  #mayOpen = true;
  #running: Running | null = null;

  read(text: string): MisplacedLine[] {
    let start = 0;
    for (const [index, written] of text.split('\n').entries()) {
      this.#line(written.replace(/\r$/, ''), index + 1, start);
      start += written.length + 1;
    }
    return this.#found;
  }

  #line(line: string, number: number, start: number): void {
    const column = line.search(/[^ ]|$/);
    if (/^\s*$/.test(line) || this.#goesOn(line, { column, number, start })) return;
    // Markers, directives and tabs do not depend on columns.
    if (/^\s*(?:#|%|---|\.\.\.|\t)/.test(line)) return;
    const { entries, value } = entriesOf(line, { column, number, start });
    const [first, ...inner] = entries;
    if (first === undefined) {
      this.#plain(line, { column, number, start });
      return;
    }
    this.#place(first);
    this.#levels.push(...inner);
    this.#begin(value, entries.at(-1) ?? first);
  }

  /** Whether the line is inside a text that began above. */
  #goesOn(line: string, { column, number, start }: Spot): boolean {
    const running = this.#running;
    if (running === null) return false;
    if (running.kind === 'enclosed') {
      if (running.until.test(line)) this.#running = null;
      return true;
    }
    if (column <= running.parent.column && !(column === 0 && this.#levels.length === 0)) {
      this.#running = null;
      return false;
    }
    if (running.indent === null) this.#running = { ...running, indent: column };
    else if (column < running.indent) {
      const by = running.indent - column;
      this.#found.push({
        code: 'syntax-yaml',
        range: [start + column, start + line.length],
        seenAt: start + column,
        message: `Line ${number} is indented too little: it begins in column ${column + 1}, and the text of \`${running.parent.name}\`, to which it belongs, in column ${running.indent + 1}.`,
        hints: [`Put ${spaces(by)} more before it.`],
      });
    }
    return true;
  }

  /** Text without a field or a dash: the next line of a text, or one that lost its indentation. */
  #plain(line: string, { column, number, start }: Spot): void {
    const last = this.#levels.at(-1);
    if (last === undefined || column > last.column || this.#mayOpen === false) return;
    this.#found.push({
      code: 'syntax-yaml',
      range: [start + column, start + line.length],
      seenAt: start + column,
      message: `Line ${number} is not indented, so it does not belong to \`${last.name}\` above it; expected \`field: value\`.`,
      hints: [`If it is the text of \`${last.name}\`, indent it by ${spaces(last.column + 2)}.`],
    });
  }

  #place(entry: Level): void {
    const top = this.#levels.at(-1);
    const same = this.#levels.findLastIndex(({ kind, column }) => kind === entry.kind && column === entry.column);
    const opens =
      top === undefined ||
      (this.#mayOpen &&
        (entry.column > top.column || (entry.kind === 'item' && top.kind === 'field' && entry.column === top.column)));
    if (opens) this.#levels.push(entry);
    else if (same !== -1) {
      const { [same]: before } = this.#levels;
      const first = before?.first ?? before;
      this.#levels = [...this.#levels.slice(0, same), { ...entry, isAlone: false, ...(first && { first }) }];
    } else this.#misplaced(entry);
  }

  #misplaced(entry: Level): void {
    const lacking = lackingDash(this.#levels, entry);
    if (lacking !== null) {
      this.#found.push(lacking.problem);
      this.#levels = [...this.#levels.slice(0, this.#levels.indexOf(lacking.beside)), ...lacking.levels];
      return;
    }
    const first = this.#levels.findIndex((level, i) => isWrongFirst(level, entry, this.#levels[i - 1]));
    const wrong = this.#levels[first];
    if (wrong !== undefined) {
      this.#found.push(misplaced(wrong, entry));
      this.#levels = [...this.#levels.slice(0, first), { ...entry, isAlone: false }];
      return;
    }
    const candidates = this.#levels.filter(({ kind }) => kind === entry.kind);
    const meant = candidates.reduce<Level | null>(
      (best, each) =>
        best === null || Math.abs(each.column - entry.column) <= Math.abs(best.column - entry.column) ? each : best,
      null,
    );
    if (meant === null) return;
    const other = candidates.find(
      ({ column }) => column < entry.column && entry.column - column === meant.column - entry.column,
    );
    this.#found.push(misplaced(entry, meant, other));
    const kept = this.#levels.indexOf(meant);
    this.#levels = [...this.#levels.slice(0, kept), { ...entry, column: meant.column, isAlone: false }];
  }

  /** What the value behind a field or a dash lets follow. */
  #begin(value: string, parent: Level): void {
    this.#running = null;
    this.#mayOpen = value === '' || /^(?:#|[&!]\S+[ \t]*$)/.test(value);
    if (BLOCK.test(value)) this.#running = { kind: 'block', parent, indent: null };
    const [open = ''] = /^["'[{]/.exec(value) ?? [];
    const until = { '"': /(?<!\\)"/, "'": /'/, '[': /\]/, '{': /\}/ }[open];
    if (until !== undefined && !until.test(value.slice(1))) this.#running = { kind: 'enclosed', until };
  }
}

interface Spot {
  readonly column: number;
  readonly number: number;
  readonly start: number;
}

/** The dashes and the field with which a line begins, and what stands behind them. */
function entriesOf(line: string, { number, start }: Spot): { readonly entries: Level[]; readonly value: string } {
  const entries: Level[] = [];
  const place = { line: number, start, isAlone: true };
  let column = line.search(/[^ ]|$/);
  for (let dash = /^-(?:[ \t]+|$)/.exec(line.slice(column)); dash; dash = /^-(?:[ \t]+|$)/.exec(line.slice(column))) {
    entries.push({ kind: 'item', column, name: '-', ...place });
    column += dash[0].length;
  }
  const field = FIELD.exec(line.slice(column).trimEnd());
  if (field === null) return { entries, value: line.slice(column).trim() };
  entries.push({ kind: 'field', column, name: field[1] ?? '', ...place });
  return { entries, value: (field[2] ?? '').trim() };
}

/**
 * Whether the first line of a group is the one that is wrong: the next is indented as everybody indents, by two spaces
 * from the field that both belong to (an item may stand right below it), and the first is not.
 */
function isWrongFirst(level: Level, next: Level, parent: Level | undefined): boolean {
  if (parent === undefined || !level.isAlone || level.kind !== next.kind || level.column <= next.column) return false;
  const steps = next.kind === 'item' && parent.kind === 'field' ? [0, STEP] : [STEP];
  return steps.includes(next.column - parent.column) && !steps.includes(level.column - parent.column);
}

const STEP = 2;

/**
 * An item whose dash was forgotten: the first, so that another stands beside fields that belong to nothing; or a later
 * one, so that a field stands where the items do.
 */
function lackingDash(
  levels: readonly Level[],
  entry: Level,
): { readonly problem: MisplacedLine; readonly beside: Level; readonly levels: readonly Level[] } | null {
  const list = levels.findLast(({ kind, column }) => kind === 'item' && column === entry.column);
  if (entry.kind === 'field') {
    const inner = levels.at(-1);
    if (list === undefined || inner === undefined) return null;
    const item: Level = { ...list, line: entry.line, start: entry.start };
    const within = { ...entry, column: inner.column };
    const hints = [
      `If an item begins here, write \`- ${entry.name}\`, and put the lines that belong to it below the name.`,
      `If it belongs to the item above it, put ${spaces(Math.max(1, inner.column - entry.column))} more before it.`,
    ];
    const message = `Line ${entry.line} stands where the items of the list begin, in column ${entry.column + 1}, and has no dash.`;
    return { problem: problemIn(entry, entry, message, hints), beside: list, levels: [item, within] };
  }
  const top = levels.findIndex(({ kind, column }, i) => kind === 'field' && column >= entry.column && i > 0);
  const { [top]: group, [top - 1]: parent } = levels;
  if (list !== undefined || group === undefined || parent?.kind !== 'field') return null;
  const first = group.first ?? group;
  const message = `Line ${first.line} has no dash: \`${first.name}\` begins the first item of \`${parent.name}\`; the next, in line ${entry.line}, has one.`;
  const hints = [
    `Put \`- \` before \`${first.name}\`: the dash in column ${entry.column + 1}, and the names below each other.`,
  ];
  return { problem: problemIn(first, entry, message, hints), beside: group, levels: [entry] };
}

function problemIn(level: Level, seen: Level, message: string, hints: readonly string[]): MisplacedLine {
  const at = level.start + level.column;
  const range = [at, at + Math.max(1, level.name.length)] as const;
  return { code: 'syntax-yaml', range, seenAt: seen.start + seen.column, message, hints };
}

/** `other`: fields further out to which the line is as near. */
function misplaced(entry: Level, meant: Level, other?: Level): MisplacedLine {
  const by = Math.abs(entry.column - meant.column);
  const isFar = entry.column > meant.column;
  const [what, beside] =
    entry.kind === 'item'
      ? ['the list item', `the item ${meant.line < entry.line ? 'before' : 'after'} it (line ${meant.line})`]
      : [`\`${entry.name}\``, `\`${meant.name}\` (line ${meant.line}), beside which it stands,`];
  const more = meant.line > entry.line + 1 ? ', and before the lines that belong to it' : '';
  const message = `Line ${entry.line} is indented too ${isFar ? 'far' : 'little'}: ${what} begins in column ${entry.column + 1}, and ${beside} in column ${meant.column + 1}.`;
  const hint = isFar ? `Take ${spaces(by)} away before it${more}.` : `Put ${spaces(by)} more before it${more}.`;
  const hints =
    other === undefined
      ? [hint]
      : [hint, `If it stands beside \`${other.name}\` (line ${other.line}), take ${spaces(by)} away.`];
  const seen = meant.start + meant.column > entry.start + entry.column ? meant : entry;
  return problemIn(entry, seen, message, hints);
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}
