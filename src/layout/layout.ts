import { type Diagnostic, error, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';

import type { Furniture, PrintDocument } from '../document/document.js';
import type { Paper } from '../document/paper.js';
import { setBlocks, setHeading } from './blocks/blocks.js';
import { ContentsLists } from './blocks/contents-lists.js';
import { setNotes } from './blocks/notes.js';
import { Citations } from './citations.js';
import { composed, type Frame, type LayoutContext, type SetBlock, wordLanguage } from './context.js';
import { type CopyMark, setCopies } from './copies.js';
import type { FontPlan, PageGeometry, PrintDefinition, Watermark } from './definition.js';
import { Footnotes } from './footnotes.js';
import { furnitureHeight, setFurniture } from './furniture.js';
import { HeadingLevels } from './heading-levels.js';
import { LinkTargets } from './link-targets.js';
import type { PictureFile } from './pictures/picture-file.js';
import { isAnimated, stillOnly } from './pictures/picture-problems.js';
import { pictureFile, pictureNode } from './pictures/pictures.js';
import type { PrintNode } from './print-nodes.js';
import { cleanText } from './text/clean-text.js';
import { withNoBreakSpaces, withTypographicMarks } from './text/no-break.js';
import { smartText } from './text/smart.js';
import { type Faces, facesOf } from './theme/faces.js';
import type { Theme } from './theme/theme-type.js';
import { type Ascents, rounded, type Stretches, styleOf } from './theme/typeface.js';

export interface LayoutSetting {
  readonly theme: Theme;
  readonly paper: Paper;
  /** The bytes of every picture of the document, by the address it has there. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** What is in the pictures that were read before: one that another document has too is read once. */
  readonly pictures?: Map<Uint8Array, PictureFile>;
  /** The bytes of `theme.logo.file`. */
  readonly logo: Uint8Array | null;
  /** Of the theme's families, as their files state it. */
  readonly ascents: Ascents;
  /** Of the theme's families whose widths are not known here. */
  readonly stretches?: Stretches;
  /** Millimetres that the inner margin has more. */
  readonly binding?: number | undefined;
  /** Whether annexes, and what else begins on a page of its own, begin on right-hand pages. */
  readonly rightHand?: boolean | undefined;
  /** The numbered copies that are made of the document; without them it has no number. */
  readonly copies?: readonly CopyMark[];
}

/** Points: ISO 216 and ANSI Y14.1. */
const PAPER_SIZES: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A4: [595.28, 841.89],
  LETTER: [612, 792],
};
const CREATOR = 'Briefpress';

/**
 * Sets a document on paper: the tree becomes blocks with faces, distances, structure roles and links. Problems of
 * pictures (`image-missing`, `image-unsupported`, `image-too-large`) come back together, with the brief's field.
 */
export function layoutDocument(document: PrintDocument, setting: LayoutSetting): Outcome<PrintDefinition> {
  const { language } = document;
  const { smart } = setting.theme.text;
  const root = smart ? withTypographicMarks(document.root, language) : document.root;
  const spaced = { ...document, root: withNoBreakSpaces(root, language) };
  const context = newContext(spaced, setting);
  const frame = pageFrame(context);
  const blocks = context.setBlocks(spaced.root.children, frame);
  const content = composed([...blocks, ...notesSection(frame, context)]);
  const { header, footer } = setFurniture(smart ? smartFurniture(document) : document.furniture, context);
  const definition: PrintDefinition = {
    language: document.language,
    info: { ...document.info, creator: CREATOR },
    page: context.page,
    fonts: fontPlan(setting.theme),
    defaultStyle: styleOf(context.faces.body),
    hyphenate: setting.theme.text.hyphenate,
    content,
    header,
    footer,
    watermark: watermark(document, setting.theme),
    ...(setting.copies && { stamps: setCopies(setting.copies, document.furniture, context) }),
  };
  return outcomeOf(definition, context.problems);
}

function newContext(document: PrintDocument, setting: LayoutSetting): LayoutContext {
  const { theme } = setting;
  const faces = facesOf(theme, setting.ascents, setting.stretches);
  const problems: Diagnostic[] = [];
  const targets = new LinkTargets(document.root);
  const bare: Omit<LayoutContext, 'setBlocks'> = {
    theme,
    faces,
    page: pageGeometry(document, setting, faces),
    headerRise: headerRise(document, setting, faces),
    words: document.words,
    language: document.language,
    images: setting.images,
    pictures: setting.pictures ?? new Map(),
    logo: null,
    targets,
    footnotes: new Footnotes(document.root),
    citations: new Citations(targets),
    levels: new HeadingLevels(),
    contents: new ContentsLists(targets),
    problems,
  };
  const context: LayoutContext = {
    ...bare,
    logo: setLogo(setting, bare),
    setBlocks: (blocks, frame) => setBlocks(blocks, frame, context),
  };
  return context;
}

function smartFurniture({ furniture, language }: PrintDocument): Furniture {
  return { ...furniture, runningTitle: smartText(furniture.runningTitle, language) };
}

const millimetres = (length: number): number => rounded((length * 72) / 25.4);

function pageGeometry(document: PrintDocument, setting: LayoutSetting, faces: Faces): PageGeometry {
  const [width, height] = PAPER_SIZES[setting.paper];
  const { top, right, bottom } = setting.theme.page.margins;
  const { binding = 0 } = setting;
  const left = setting.theme.page.margins.left + binding;
  const least = furnitureHeight(document.furniture, faces, width - millimetres(left + right));
  return {
    width,
    height,
    margins: [
      millimetres(left),
      Math.max(millimetres(top), least.top),
      millimetres(right),
      Math.max(millimetres(bottom), least.bottom),
    ],
    ...(binding > 0 && { binding: millimetres(binding) }),
    ...(setting.rightHand && { rightHand: true }),
  };
}

/** Points: a header further away from the text than it must be is a line of its own. */
const NEAR = 6;

function headerRise(document: PrintDocument, setting: LayoutSetting, faces: Faces): number {
  const { width, margins } = pageGeometry(document, setting, faces);
  const least = furnitureHeight(document.furniture, faces, width - margins[0] - margins[2]);
  const more = margins[1] - least.top;
  return more > NEAR ? 0 : rounded(least.rise + more);
}

function pageFrame(context: LayoutContext): Frame {
  const { theme, page } = context;
  const [left, , right] = page.margins;
  const hang = millimetres(theme.page.rail);
  return {
    width: rounded(page.width - left - right - hang),
    hang,
    face: context.faces.body,
    between: rounded(context.faces.body.leading / 2),
    alignment: theme.text.alignment === 'justified' ? 'justify' : 'left',
    origin: undefined,
  };
}

function notesSection(frame: Frame, context: LayoutContext): SetBlock[] {
  const notes = setNotes(frame, context);
  if (notes.length === 0) return [];
  const text = { type: 'text', value: context.words.footnotes } as const;
  const { lang } = wordLanguage(context);
  const title = lang === undefined ? text : ({ type: 'span', lang, isLabel: true, children: [text] } as const);
  return [...setHeading({ type: 'heading', depth: 2, children: [title] }, frame, context), ...notes];
}

function setLogo(setting: LayoutSetting, context: Omit<LayoutContext, 'setBlocks'>): PrintNode | null {
  const { logo } = setting.theme;
  if (logo === null || setting.logo === null) return null;
  const room = { width: millimetres(logo.width), height: millimetres(30) };
  const file = pictureFile(setting.logo, context);
  const subject = `The theme's logo “${logo.file}”`;
  if (isAnimated(file)) context.problems.push(stillOnly(subject));
  if (file.kind !== 'unfit') return pictureNode(file, logo.alt, room);
  context.problems.push(error(file.code, `${subject} ${file.why}.`, { hints: [file.hint] }));
  return null;
}

function fontPlan(theme: Theme): FontPlan {
  const { body, title, heading, mono, fallback } = theme.fonts;
  return { fallback, kind: { [body]: 'serif', [title]: 'serif', [heading]: 'sans', [mono]: 'mono' } };
}

function watermark(document: PrintDocument, theme: Theme): Watermark | null {
  const { watermark: text } = document.furniture;
  if (text === null || text.trim() === '') return null;
  const { opacity } = theme.watermark;
  return { text: cleanText(text), font: theme.fonts.heading, color: theme.colours.watermark, opacity };
}
