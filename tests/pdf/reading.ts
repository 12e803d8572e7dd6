import type { Step } from './file/content.js';
import { stepsOf } from './file/content.js';
import { toUnicode } from './file/encoding.js';
import type { PdfFile } from './file/file.js';
import { type Dictionary, nameOf, PdfString, Reference, type Value } from './file/objects.js';
import { codesOf } from './structure-fonts.js';

/** An element as a screen reader meets it. */
export interface Heard {
  readonly type: string;
  readonly lang: string | null;
  /** The text it is read as, its own and that of everything inside. */
  readonly text: string;
  /** Elements and pieces of text, in order. */
  readonly kids: readonly (Heard | string)[];
}

/** Elements that begin on a line of their own; the others are read on within the line. */
const INLINE = new Set(['Span', 'Quote', 'Reference', 'Code', 'Link']);

/**
 * What a screen reader would say: the structure tree in order, with alternative and replacement texts, and the text of
 * the marked contents as the fonts' ToUnicode maps give it.
 */
export function readingOf(file: PdfFile): Heard {
  const pages = new Map(file.pages.map((page) => [page.id, pageText(file, page)]));
  const [top] = file.array(file.dictionary(file.catalog.StructTreeRoot).K);
  return hear(file, file.dictionary(top), pages);
}

/** The reading as lines of text: one for every block. */
export function readingLines(heard: Heard): string[] {
  const lines: string[] = [''];
  const add = (item: Heard | string): void => {
    if (typeof item === 'string') {
      lines[lines.length - 1] += item;
      return;
    }
    const inline = INLINE.has(item.type);
    if (!inline) lines.push('');
    if (item.kids.length === 0) lines[lines.length - 1] += item.text;
    for (const kid of item.kids) add(kid);
    if (!inline) lines.push('');
  };
  add(heard);
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** Every element of a type, in order. */
export function heardOf(heard: Heard, type: string): Heard[] {
  const inside = heard.kids.flatMap((kid) => (typeof kid === 'string' ? [] : heardOf(kid, type)));
  return heard.type === type ? [heard, ...inside] : inside;
}

type PageTexts = ReadonlyMap<number, ReadonlyMap<number, string>>;

function hear(file: PdfFile, element: Dictionary, pages: PageTexts): Heard {
  const type = nameOf(element.S) ?? '?';
  const lang = element.Lang instanceof PdfString ? element.Lang.text : null;
  if (element.ActualText instanceof PdfString) return { type, lang, text: element.ActualText.text, kids: [] };
  const { Alt: alt } = element;
  // What stands for a picture; its caption is read too.
  const own = alt instanceof PdfString ? [alt.text] : null;
  const kids = [...(own ?? []), ...file.array(element.K).flatMap((kid) => hearKid(file, kid, element, pages))].filter(
    (kid, at) => own === null || at === 0 || typeof kid !== 'string',
  );
  return { type, lang, text: kids.map((kid) => (typeof kid === 'string' ? kid : kid.text)).join(''), kids };
}

function hearKid(file: PdfFile, kid: Value, element: Dictionary, pages: PageTexts): (Heard | string)[] {
  if (typeof kid === 'number') return [textOf(pages, element.Pg, kid)];
  const dictionary = file.dictionary(kid);
  if (nameOf(dictionary.Type) === 'OBJR') return [];
  if (nameOf(dictionary.Type) === 'MCR') return [textOf(pages, dictionary.Pg, Number(dictionary.MCID))];
  return [hear(file, dictionary, pages)];
}

function textOf(pages: PageTexts, page: Value | undefined, mcid: number): string {
  const text = page instanceof Reference ? pages.get(page.id)?.get(mcid) : undefined;
  if (text === undefined) throw new Error(`no marked content ${mcid}`);
  return text;
}

/** The text of every marked content of a page. */
export function pageText(file: PdfFile, page: Reference): Map<number, string> {
  const texts = new Map<number, string>();
  const resources = file.dictionary(file.dictionary(page).Resources);
  const fonts = resources.Font === undefined ? {} : file.dictionary(resources.Font);
  for (const step of stepsOf(file.content(page))) {
    const mcid = step.marks[0]?.mcid;
    if (mcid === null || mcid === undefined) continue;
    texts.set(mcid, (texts.get(mcid) ?? '') + shownText(file, step, fonts));
  }
  return texts;
}

function shownText(file: PdfFile, step: Step, fonts: Dictionary): string {
  const inner = step.marks.length > 1 ? step.marks.at(-1)?.properties.ActualText : undefined;
  if (step.operator === 'BDC' && inner instanceof PdfString) return inner.text;
  if (step.operator !== 'Tj' && step.operator !== 'TJ') return '';
  if (inner instanceof PdfString) return '';
  const meanings = toUnicode(file, fonts[step.font ?? '']);
  return codesOf(step.operands)
    .map((code) => meanings.get(code) ?? '\ufffd')
    .join('');
}
