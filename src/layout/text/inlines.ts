import type { Citation, FootnoteReference, Image, Inline, Link, Span } from '../../document/tree.js';
import type { LayoutContext } from '../context.js';
import type { Run } from '../definition.js';
import { type Face, rounded, styleOfWordsIn } from '../theme/typeface.js';
import { cleanCode, cleanText, inCapitals, phrases } from './clean-text.js';
import { marked } from './marks.js';

/** What runs inherit from the inlines around them. */
interface Manner {
  readonly face: Face;
  readonly link?: { readonly url: string; readonly title: string | null } | undefined;
  readonly struck?: boolean;
  readonly quoted?: boolean;
  readonly lang?: string | undefined;
  readonly origin?: string | undefined;
}

/** A paragraph's content: runs of text, or a picture that stands between them. */
export type Piece = { readonly kind: 'runs'; readonly runs: readonly Run[] } | PicturePiece;
export interface PicturePiece {
  readonly kind: 'picture';
  readonly image: Image;
  /** Where it leads, if it stood in a link. */
  readonly link: string | null;
  readonly origin: string | undefined;
}

/** Sets inlines in `face`: text and pictures in order. A picture on paper stands on its own line. */
export function setPieces(inlines: readonly Inline[], face: Face, context: LayoutContext): Piece[] {
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  const close = () => {
    if (runs.some((run) => run.text.trim() !== '')) pieces.push({ kind: 'runs', runs: trimmed(runs) });
    runs = [];
  };
  for (const piece of inlines.flatMap((inline) => setInline(inline, { face }, context))) {
    if ('kind' in piece) {
      close();
      pieces.push(piece);
    } else {
      runs.push(piece);
    }
  }
  close();
  return pieces;
}

/** Sets inlines where a picture cannot stand: in its place are the words that describe it. */
export function setRuns(inlines: readonly Inline[], face: Face, context: LayoutContext): Run[] {
  return trimmed(
    inlines
      .flatMap((inline) => setInline(inline, { face }, context))
      .map((piece) => ('kind' in piece ? { text: cleanText(piece.image.alt) } : piece)),
  );
}

type InlinePiece = Run | PicturePiece;

function setInline(inline: Inline, above: Manner, context: LayoutContext): InlinePiece[] {
  const manner: Manner = inline.origin === undefined ? above : { ...above, origin: inline.origin };
  const inner = (children: readonly Inline[], inside: Manner) =>
    children.flatMap((child) => setInline(child, inside, context));
  switch (inline.type) {
    case 'text':
      return textRuns(inline.value, manner, context);
    case 'emphasis':
      return inner(inline.children, { ...manner, face: { ...manner.face, italics: !manner.face.italics } });
    case 'strong':
      return inner(inline.children, { ...manner, face: { ...manner.face, bold: true } });
    case 'delete':
      return inner(inline.children, { ...manner, struck: true });
    case 'inlineCode':
      return codeRuns(inline.value, manner, context);
    case 'break':
      return [{ text: '\n' }];
    case 'link':
      return inner(inline.children, linkManner(inline, manner));
    case 'image':
      return [{ kind: 'picture', image: inline, link: manner.link?.url ?? null, origin: manner.origin }];
    case 'footnoteReference':
      return footnoteRuns(inline, manner, context);
    case 'citation':
      return citationRuns(inline, manner, context);
    case 'span': {
      const set = inner(inline.children, spanManner(inline, manner, context));
      if (inline.role === 'change') return set.map((piece) => ('kind' in piece ? piece : marked(piece, inline.id)));
      return inline.role === 'muted' && set.length > 0 ? [{ text: '\n' }, ...set] : set;
    }
  }
}

function textRuns(value: string, manner: Manner, context: LayoutContext): Run[] {
  return phrases(value).map(({ text, whole }) => run(text, manner, context, whole ? { noWrap: true } : {}));
}

/** Code is a little smaller: its large x-height would shout among the letters around it. */
function codeRuns(value: string, manner: Manner, context: LayoutContext): Run[] {
  const size = rounded(manner.face.size * 0.88);
  const face: Face = { ...manner.face, family: context.faces.code.family, size };
  const text = cleanCode(value).replace(/\n/g, ' ');
  return text === '' ? [] : [run(text, { ...manner, face }, context, { role: 'Code' })];
}

function linkManner(link: Link, manner: Manner): Manner {
  return { ...manner, link: { url: link.url, title: link.title } };
}

function spanManner(span: Span, manner: Manner, context: LayoutContext): Manner {
  const lang = span.lang ?? manner.lang;
  if (span.role === undefined) return { ...manner, lang };
  switch (span.role) {
    case 'term':
      return { ...manner, lang, face: { ...manner.face, bold: true } };
    case 'marking':
    case 'change':
      return { ...manner, lang, face: { ...manner.face, ...labelLook(context, manner.face) } };
    case 'muted':
      return { ...manner, lang, face: { ...manner.face, bold: false, colour: context.theme.colours.muted } };
  }
}

/** A marking within text: small bold sans letters on the line's own leading. */
function labelLook(context: LayoutContext, around: Face): Face {
  const { family, bold, tracking, colour } = context.faces.label;
  return {
    family,
    ...(bold ? { bold } : {}),
    ...(tracking === undefined ? {} : { tracking: tracking / 2 }),
    colour,
    size: rounded(around.size * 0.82),
    leading: around.leading,
    ascent: around.ascent,
  };
}

/** Numbers of superscripts are drawn at 58 % of the size given: this makes them two thirds of the text's size. */
const RAISED = 1.16;

function raised(manner: Manner, context: LayoutContext): Manner {
  const { face } = manner;
  return {
    ...manner,
    struck: false,
    face: {
      family: context.faces.label.family,
      size: rounded(face.size * RAISED),
      leading: face.leading,
      ascent: face.ascent,
      colour: context.theme.colours.accent,
      bold: false,
      italics: false,
    },
  };
}

function footnoteRuns(reference: FootnoteReference, manner: Manner, context: LayoutContext): Run[] {
  const note = context.footnotes.refer(reference.identifier);
  if (note === null) return textRuns(`[^${reference.identifier}]`, manner, context);
  const text = String(note.number);
  return [
    run(text, { ...raised(manner, context), link: { url: `#note-${text}`, title: null } }, context, {
      sup: true,
      role: 'Reference',
    }),
  ];
}

/** `3, art. 87(7); 5`: the numbers of the sources, each linked to its source, with where in it; `2, 6–12` without. */
function citationRuns(citation: Citation, manner: Manner, context: LayoutContext): Run[] {
  const above = raised({ ...manner, link: undefined }, context);
  const numbers = citation.items.flatMap(({ number, locator }) =>
    number === null || locator !== null ? [] : [number],
  );
  if (numbers.length === citation.items.length) return numberRuns(numbers, above, context);
  const separator = citation.items.some((item) => item.locator !== null) ? '; ' : ', ';
  return citation.items.flatMap((item, index) => {
    const mark = item.number === null ? item.source : String(item.number);
    const text = cleanText(item.locator === null ? mark : `${mark},\u00a0${item.locator.replace(/\s+/gu, '\u00a0')}`);
    const link = item.number === null ? undefined : { url: `#source-${item.number}`, title: null };
    const set = run(text, { ...above, link, origin: item.origin ?? above.origin }, context, {
      sup: true,
      role: 'Reference',
    });
    return index === 0 ? [set] : [run(separator, above, context, { sup: true }), set];
  });
}

/** Numbers in order, three or more in a row as a range. */
function numberRuns(numbers: readonly number[], above: Manner, context: LayoutContext): Run[] {
  const mark = (number: number) =>
    run(String(number), { ...above, link: { url: `#source-${number}`, title: null } }, context, {
      sup: true,
      role: 'Reference',
    });
  return ranges(numbers).flatMap(([first, last], index) => {
    const before = index === 0 ? [] : [run(',\u00a0', above, context, { sup: true })];
    if (first === last) return [...before, mark(first)];
    return [
      ...before,
      mark(first),
      run(last === first + 1 ? ',\u00a0' : '–', above, context, { sup: true }),
      mark(last),
    ];
  });
}

function ranges(numbers: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const open = found.at(-1);
    if (open !== undefined && number === open[1] + 1) open[1] = number;
    else found.push([number, number]);
  }
  return found;
}

function run(text: string, manner: Manner, context: LayoutContext, more: Partial<Run> = {}): Run {
  const { face } = manner;
  const made: { -readonly [Key in keyof Run]: Run[Key] } = {
    ...styleOfWordsIn(face, text),
    text: face.capitals ? inCapitals(text, manner.lang ?? context.words.language) : text,
  };
  if (manner.struck) made.decoration = 'lineThrough';
  if (manner.lang !== undefined && manner.lang !== context.language) made.lang = manner.lang;
  if (manner.origin !== undefined) made.origin = manner.origin;
  if (manner.link !== undefined) Object.assign(made, linked(manner.link, context, more.sup === true));
  return { ...made, ...more };
}

function linked(link: { url: string; title: string | null }, context: LayoutContext, isMark: boolean): Partial<Run> {
  const title = link.title === null ? {} : { linkTitle: cleanText(link.title) };
  const look = isMark ? {} : { color: context.theme.colours.link, decoration: 'underline' as const };
  if (!link.url.startsWith('#')) return { link: link.url, ...title, ...look };
  const isOurs = isMark && link.url.startsWith('#note-');
  const destination = isOurs ? link.url.slice(1) : context.targets.destination(link.url);
  return destination === null ? {} : { linkToDestination: destination, ...title, ...look };
}

/** Without the space at either end, which would move a line that is centred or begins with it. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const text = first.text.replace(/^[ \n]+/, '');
    kept[0] = { ...first, text };
    if (text !== '') break;
    kept.shift();
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.replace(/[ \n]+$/, '');
    kept[kept.length - 1] = { ...last, text };
    if (text !== '') break;
    kept.pop();
  }
  return kept.filter((one) => one.text !== '');
}
