import { fontCodes } from './font-codes.js';
import { PdfDictionary, PdfName, type PdfStream, PdfString, type PdfValue, PdfWord } from './objects.js';
import type { PdfFile } from './pdf-file.js';
import { PdfScanner } from './scanner.js';
import { textOfBytes } from './strings.js';
import { type DrawnRun, TextPen } from './text-pen.js';

/** Text in two orders: a word may be made of pieces that are drawn far apart in the file and side by side on the page. */
export interface DrawnText {
  /** As it is drawn; a line for each place where drawing begins anew. */
  readonly asDrawn: string;
  /** As it is seen: what stands side by side, from left to right, one line for each column of a row. */
  readonly asSeen: readonly string[];
}

/** The text that a page draws, in the order in which it is drawn. */
export function pageText(file: PdfFile, page: PdfDictionary): string {
  return pageTexts(file, page).asDrawn;
}

export function pageTexts(file: PdfFile, page: PdfDictionary): DrawnText {
  const content = file
    .array(page.get('Contents'))
    .map((part) => file.data(part))
    .join('\n');
  return drawnText(file, content, resourcesOf(file, page));
}

/** The text of a form that pages draw. */
export function formTexts(file: PdfFile, form: PdfStream): DrawnText {
  return drawnText(file, file.data(form), file.dictionary(form.dictionary.get('Resources')));
}

/** Resources come down from the nodes above a page. */
function resourcesOf(file: PdfFile, page: PdfDictionary): PdfDictionary {
  let node = page;
  for (let depth = 0; depth < 50; depth += 1) {
    if (node.get('Resources') !== null) break;
    node = file.dictionary(node.get('Parent'));
  }
  return file.dictionary(node.get('Resources'));
}

function drawnText(file: PdfFile, content: string, resources: PdfDictionary): DrawnText {
  const fonts = file.dictionary(resources.get('Font'));
  const fontNamed = (name: PdfValue) => fontCodes(file, name instanceof PdfName ? fonts.get(name.text) : null);
  const scanner = new PdfScanner(content, { budget: file.budget });
  const pen = new TextPen();
  const runs: DrawnRun[] = [];
  let operands: PdfValue[] = [];
  let text = '';
  let before: DrawnRun | undefined;
  for (let item = scanner.next(); item !== undefined; item = scanner.next()) {
    if (!(item instanceof PdfWord)) {
      operands.push(item);
      continue;
    }
    if (item.text === 'BDC' || item.text === 'DP') text += spokenText(operands);
    for (const run of pen.apply(item.text, operands, fontNamed)) {
      text += separator(before, run) + run.text;
      before = run;
      runs.push(run);
    }
    operands = [];
  }
  return { asDrawn: text, asSeen: seenText(runs) };
}

/** Text that stands for what is drawn: the properties of marked content. */
function spokenText(operands: readonly PdfValue[]): string {
  const properties = operands[1];
  if (!(properties instanceof PdfDictionary)) return '';
  const texts = [...properties.entries.values()].filter((value) => value instanceof PdfString);
  return texts.map(({ bytes }) => `\n${textOfBytes(bytes)}\n`).join('');
}

/** Parts of the size of the type: a gap as wide as this between two glyphs is a space, and as wide as that a new column. */
const SPACE = 0.18;
const COLUMN = 1;
/** Glyphs may stand a little into one another, and a little above or below the line, and be one word. */
const OVERLAP = 0.3;
const RISE = 0.2;

/** What parts two runs: nothing within a word, wherever its letters were placed one by one. */
function separator(before: DrawnRun | undefined, run: DrawnRun): '' | ' ' | '\n' {
  if (before === undefined) return '';
  const size = Math.max(before.size, run.size);
  const gap = (run.start - before.end) / size;
  if (!isOnLineOf(before, run) || gap < -OVERLAP || gap > COLUMN) return '\n';
  return gap > SPACE ? ' ' : '';
}

function isOnLineOf(one: DrawnRun, other: DrawnRun): boolean {
  return one.angle === other.angle && Math.abs(one.line - other.line) <= RISE * Math.max(one.size, other.size);
}

function seenText(runs: readonly DrawnRun[]): readonly string[] {
  const sorted = runs
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => a.angle - b.angle || Math.round(b.line) - Math.round(a.line) || a.start - b.start);
  const lines: string[] = [];
  let before: DrawnRun | undefined;
  for (const run of sorted) {
    const parting = separator(before, run);
    if (before === undefined || parting === '\n') lines.push(run.text);
    else lines.push(`${lines.pop()}${parting}${run.text}`);
    before = run;
  }
  return lines;
}
