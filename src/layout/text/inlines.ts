import { dotsOf } from '../../document/figures.js';
import type { Image, Inline, Link, Shown, Span } from '../../document/tree.js';
import { type LayoutContext, wordLanguage } from '../context.js';
import type { Run } from '../print-nodes.js';
import { sizeNear } from '../theme/type-scale.js';
import type { Face } from '../theme/typeface.js';
import { cleanCode, cleanText } from './clean-text.js';
import { marked, named } from './marks.js';
import { citationRuns, footnoteRuns } from './reference-marks.js';
import { type Manner, run, textRuns } from './runs.js';

/** A paragraph's content: runs of text, or a picture or a drawing that stands between them. */
export type Piece = { readonly kind: 'runs'; readonly runs: readonly Run[] } | PicturePiece | GaugePiece;
/** A drawing under the words before it. */
export interface GaugePiece {
  readonly kind: 'gauge';
  readonly shows: Shown;
}
export interface PicturePiece {
  readonly kind: 'picture';
  readonly image: Image;
  /** The destination, if it is inside a link. */
  readonly link: string | null;
  readonly origin: string | undefined;
}

/** Sets inlines in `face`: text and pictures in order. Each picture is on a line of its own. */
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

/** Sets inlines where pictures are not possible: each is replaced by its alternative text. */
export function setRuns(inlines: readonly Inline[], face: Face, context: LayoutContext): Run[] {
  return trimmed(
    inlines
      .flatMap((inline) => setInline(inline, { face }, context))
      .map((piece) => ('kind' in piece ? { text: piece.kind === 'picture' ? cleanText(piece.image.alt) : '' } : piece)),
  );
}

type InlinePiece = Run | PicturePiece | GaugePiece;

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
      if (inline.role === 'gauge') return inline.shows === undefined ? [] : [{ kind: 'gauge', shows: inline.shows }];
      const own = inline.lang === undefined ? manner : { ...manner, isLabel: inline.isLabel === true };
      const set = inner(inline.children, spanManner(inline, own, context));
      if (inline.role === 'dots') return [dotsRun(inline, manner, context), ...set.map(unbroken)];
      if (inline.role === 'absent') return set.map((piece) => ('kind' in piece ? piece : absent(piece, context)));
      if (inline.role === 'change') return set.map((piece) => ('kind' in piece ? piece : marked(piece, inline.id)));
      if (inline.role === 'sign') return set.map((piece) => ('kind' in piece ? piece : silent(piece)));
      if (inline.role === undefined && inline.id !== undefined) return withName(set, inline.id);
      return inline.role === 'muted' && set.length > 0 ? [{ text: '\u2002' }, ...set] : set;
    }
  }
}

/** Dots before words that say the same, on one line with them. */
function dotsRun({ shows }: Span, manner: Manner, context: LayoutContext): Run {
  const face: Face = { ...manner.face, bold: false, italics: false, colour: context.theme.colours.accent };
  return silent(run(`${dotsOf(shows?.dots ?? 0)}\u00a0`, { ...manner, face }, context, { noWrap: true }));
}

function unbroken(piece: InlinePiece): InlinePiece {
  return 'kind' in piece ? piece : { ...piece, noWrap: true };
}

/** A sign beside words that say the same: nothing is read. */
function silent(sign: Run): Run {
  return { ...sign, role: 'Span', actualText: '' };
}

/** A dash that is read as what it means. */
function absent(dash: Run, context: LayoutContext): Run {
  return { ...dash, ...wordLanguage(context), role: 'Span', alt: context.words.notGiven };
}

/** The first words bear the name. */
function withName(set: readonly InlinePiece[], name: string): InlinePiece[] {
  const first = set.findIndex((piece) => !('kind' in piece));
  return set.map((piece, i) => (i === first && !('kind' in piece) ? named(piece, name) : piece));
}

/** Code is a little smaller, because its large x-height would stand out in the text around it. */
function codeRuns(value: string, manner: Manner, context: LayoutContext): Run[] {
  const size = sizeNear(manner.face.size * 0.88, context.theme);
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
    case 'absent':
    case 'dots':
    case 'gauge':
      return { ...manner, lang, face: { ...manner.face, bold: false } };
    case 'sign':
      return {
        ...manner,
        lang,
        face: { ...manner.face, bold: false, italics: false, colour: context.theme.colours.accent },
      };
    case 'marking':
    case 'change':
      return { ...manner, lang, face: { ...manner.face, ...labelLook(context, manner.face) } };
    case 'muted':
      return { ...manner, lang, face: { ...manner.face, bold: false, colour: context.theme.colours.muted } };
  }
}

/** A marking within text: small bold sans serif letters with the leading of the line. */
function labelLook(context: LayoutContext, around: Face): Face {
  const { family, bold, tracking, colour } = context.faces.label;
  return {
    family,
    ...(bold ? { bold } : {}),
    ...(tracking === undefined ? {} : { tracking: tracking / 2 }),
    colour,
    size: sizeNear(around.size * 0.82, context.theme),
    leading: around.leading,
    ascent: around.ascent,
  };
}

/** Trims spaces at both ends, which would shift a centred line or a line that begins with one. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  for (let first = kept[0]; first !== undefined; first = kept[0]) {
    const text = first.text.replace(/^[ \n]+/, '');
    if (text !== first.text) kept[0] = { ...first, text };
    if (text !== '') break;
    kept.shift();
  }
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.replace(/[ \n]+$/, '');
    if (text !== last.text) kept[kept.length - 1] = { ...last, text };
    if (text !== '') break;
    kept.pop();
  }
  return kept.filter((one) => one.text !== '');
}
