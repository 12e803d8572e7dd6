import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { aside, withoutMarks } from '../../structure.js';
import type { Extracted } from '../extracted.js';
import { rowOf, stretchesOf } from './columns.js';
import { furnitureOf } from './furniture.js';
import { type Item, type Line, linesOf } from './lines.js';
import { type Instruction, type PaintedText, Painting } from './painting.js';

/** The text of a PDF in the order of its content, a line for each line on paper. */
export async function textOfPdf(bytes: Uint8Array): Promise<Extracted> {
  let pages: readonly Page[];
  try {
    // A copy: pdf.js takes possession of the bytes.
    pages = await pagesOf(bytes.slice());
  } catch (error) {
    // Whatever pdf.js throws is about the file: it is damaged or encrypted.
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return isLocked
      ? { ok: false, reason: 'is a PDF that needs a password', hint: 'Keep a copy without one.' }
      : { ok: false, reason: 'is not a PDF that can be read', hint: 'Fetch it again, or keep its text.' };
  }
  const text = textOf(pages.map(({ seen }) => seen));
  if (/\p{L}/u.test(text)) {
    const hasUnseen = pages.some(({ seen, all }) => seen !== all);
    return { ok: true, text, ...(hasUnseen && { withUnseen: textOf(pages.map(({ all }) => all)) }) };
  }
  return {
    ok: false,
    reason: 'is a PDF without text, such as a scan',
    hint: 'Recognise its text first (OCR), or keep the text that you read in a file of its own.',
  };
}

interface Page {
  readonly seen: readonly Item[];
  /** The same array if everything is seen. */
  readonly all: readonly Item[];
}

function textOf(pages: readonly (readonly Item[])[]): string {
  const lines = pages.map(linesOf);
  const furniture = furnitureOf(lines);
  return lines.map((page, at) => pageText(page, furniture[at] ?? new Set())).join('\n');
}

function pageText(lines: readonly Line[], furniture: ReadonlySet<Line>): string {
  return stretchesOf(lines)
    .map((stretch) => {
      if (stretch.kind === 'columns') return stretch.columns.map((column) => column.join('\n')).join('\n');
      return furniture.has(stretch.line) ? aside(rowOf(stretch.line)) : rowOf(stretch.line);
    })
    .join('\n');
}

async function pagesOf(bytes: Uint8Array): Promise<readonly Page[]> {
  provideTransfer();
  const { OPS } = await getResolvedPDFJS();
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  const fills = new Set(Object.entries(OPS).flatMap(([name, code]) => (/fill/i.test(name) ? [code] : [])));
  // Pictures are not decoded: those of a scan take hundreds of megabytes.
  const document = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false, maxImageSize: 1 });
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const { fnArray, argsArray } = await page.getOperatorList();
      const operands: readonly unknown[] = argsArray;
      const instructions = fnArray.map((code, i): Instruction => {
        const found = operands[i];
        return { name: names.get(code) ?? '', operands: Array.isArray(found) ? found : [] };
      });
      pages.push(pageOf(itemsOf(items), new Painting(fills).paint(instructions)));
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

/** pdf.js needs a method of ArrayBuffer that Node has had since version 21. */
function provideTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length?: number): ArrayBuffer {
      return this.slice(0, length);
    },
  });
}

/** What pdf.js finds on a page: strings, and where marked content begins and ends. */
interface Found {
  readonly type?: string;
  readonly tag?: string | null;
  readonly str?: string;
  readonly transform?: readonly unknown[];
  readonly width?: number;
  readonly height?: number;
  readonly hasEOL?: boolean;
}

function itemsOf(found: readonly Found[]): readonly Item[] {
  const marked: boolean[] = [];
  return found.flatMap(({ type, tag, str, transform = [], width = 0, height = 0, hasEOL = false }) => {
    if (type?.startsWith('beginMarkedContent')) marked.push(tag === 'Artifact' || marked.at(-1) === true);
    else if (type === 'endMarkedContent') marked.pop();
    if (str === undefined) return [];
    const [x, y] = [Number(transform[4]), Number(transform[5])];
    const isArtifact = marked.at(-1) === true;
    return [{ text: withoutMarks(str), x, y, width, size: height, endsLine: hasEOL, isArtifact }];
  });
}

function pageOf(all: readonly Item[], painted: readonly PaintedText[]): Page {
  if (painted.every(({ isSeen }) => isSeen)) return { seen: all, all };
  return { seen: all.map((item) => seenOf(item, painted)), all };
}

/** A string without the parts that are not seen: pdf.js joins strings that are side by side. */
function seenOf(item: Item, painted: readonly PaintedText[]): Item {
  const within = painted.filter(
    ({ x, y, width }) =>
      Math.abs(y - item.y) < 1 &&
      x >= item.x - 1 &&
      x + width <= item.x + item.width + 1 + item.size &&
      x < item.x + item.width,
  );
  if (within.every(({ isSeen }) => isSeen)) return item;
  return { ...item, text: within.map(({ text, isSeen }) => (isSeen ? text : ' ')).join('') };
}
