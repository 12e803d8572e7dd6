import { decimal } from '../document/strings.js';
import type { LinePlace, TextState } from '../drawing/draw-text.js';
import { drawWords, isSameRun } from '../drawing/draw-text.js';
import { drawingParts } from '../drawing/drawing-parts.js';
import { drawListLabel } from '../drawing/list-label.js';
import type { Artifact } from '../drawing/marked-content.js';
import { MarkedContent, targetOf } from '../drawing/marked-content.js';
import { drawWatermark } from '../drawing/watermark.js';
import { StructureElement } from '../structure/element.js';
import type { EngineTextDecorator } from './layout-shapes.js';
import type { EngineLine, EngineNode, EnginePage, Inline, ListLabel, PageItem, Vector } from './node-shapes.js';
import { Renderer, TextDecorator } from './pdfmake.js';
import { drawPlain } from './plain-drawing.js';
import type { TaggedDocument } from './tagged-document.js';

/**
 * Superscripts rise and subscripts fall by this share of their own size. With more, Poppler takes a raised number for a line
 * of its own, and joins it to the word that is divided at the end of the line above.
 */
const RAISED = 0.45;
const LOWERED = 0.35;

/** Points: a raised number is narrower than what a finger or a hand that is not steady hits. */
const SMALLEST_LINK = 9.2;

/** The forms of a numbered copy. */
export const COPY_MARK = 'CopyMark';
export const COPY_LINE = 'CopyLine';

/** Draws laid out pages, everything inside exactly one marked content. */
export class TaggedRenderer extends Renderer {
  private readonly marked: MarkedContent;
  private readonly decorator: EngineTextDecorator;
  /** The words of lines that were drawn: a line with the same words is a copy, in a repeated table head. */
  private readonly drawn = new WeakSet<readonly Inline[]>();
  private readonly drawnLabels = new WeakMap<ListLabel, readonly Inline[]>();
  private state: TextState = {};

  constructor(private readonly document: TaggedDocument) {
    super(document);
    this.marked = new MarkedContent(document);
    this.decorator = new TextDecorator(document);
  }

  /** @param isNumbered whether each copy fills two forms on every page in its own way: a mark and a line */
  drawPages(pages: readonly EnginePage[], isNumbered = false): void {
    this.document._pdfMakePages = pages;
    for (const page of pages) {
      this.document.addPage({ size: [page.pageSize.width, page.pageSize.height] });
      this.state = {};
      // Under the text, so that it takes nothing from the contrast of a word.
      if (isNumbered) this.drawOfCopy('Watermark', COPY_MARK, page);
      if (page.watermark) this.apart('Watermark', () => drawWatermark(this.document, page));
      for (const item of page.items) this.drawItem(item);
      if (isNumbered) this.drawOfCopy('Header', COPY_LINE, page);
      this.marked.close();
    }
  }

  private drawOfCopy(artifact: Artifact, form: string, { moved = 0 }: EnginePage): void {
    this.apart(artifact, () => {
      if (moved !== 0) this.document.translate(moved, 0);
      this.document.drawForm(form);
    });
  }

  private drawItem(item: PageItem): void {
    switch (item.type) {
      case 'line':
        this.drawLine(item.item);
        return;
      case 'vector':
        this.drawVector(item.item);
        return;
      case 'image':
      case 'svg':
        this.drawPicture(item.type, item.item);
        return;
    }
  }

  /** Draws something that sets the graphics state as it likes. */
  private apart(target: StructureElement | Artifact, draw: () => void): void {
    this.marked.open(target);
    this.document.save();
    draw();
    this.document.restore();
  }

  private drawVector(vector: Vector): void {
    this.document.addAnchors(vector.anchors, vector.y ?? vector.y1 ?? 0, vector.element);
    this.apart(targetOf(vector), () => this.renderVector(vector));
  }

  private drawPicture(type: 'image' | 'svg', node: EngineNode): void {
    const { x = 0, y = 0, _width: width = 0, _height: height = 0 } = node;
    this.document.addAnchors(node.anchors, y, node.element);
    const target = targetOf(node);
    const isTagged = target instanceof StructureElement;
    for (const part of type === 'svg' && isTagged ? drawingParts(node) : [{ node, cell: null }]) {
      this.apart(part.cell ?? target, () => (type === 'svg' ? this.drawSvg(part.node) : this.renderImage(node)));
    }
    if (!isTagged) return;
    const bottom = this.document.page.height - y - height;
    target.attributes.bbox ??= [x, bottom, x + width, bottom + height].map(decimal);
  }

  private drawSvg(node: EngineNode): void {
    if (!drawPlain(this.document, node)) this.renderSVG(node);
  }

  private drawLine(line: EngineLine): void {
    const words = line.inlines;
    const [first] = words;
    if (first === undefined) return;
    const isCopy = this.drawn.has(words);
    this.drawn.add(words);
    // What belongs to a paragraph is on its first word, which need not be the first that is drawn from right to left.
    const beginning = words.find((word) => word.anchors !== undefined || word.labels !== undefined);
    if (!isCopy) this.document.addAnchors(beginning?.anchors, line.y, beginning?.element);
    for (const label of beginning?.labels ?? []) this.drawLabel(label, line, words);
    const decorated = words.some((word) => word.background !== null || word.decoration !== null);
    if (decorated) keepDecorationsApart(words);
    if (decorated && words.some((word) => word.background)) {
      this.apart(artifactOf(first, isCopy), () => this.decorator.drawBackground(line, line.x, line.y));
    }
    this.drawRuns(words, { x: line.x, baseline: line.y + line.getAscenderHeight() }, isCopy);
    if (decorated && words.some((word) => word.decoration)) {
      this.apart(artifactOf(first, isCopy), () => this.decorator.drawDecorations(inSight(line), line.x, line.y));
    }
  }

  /** Words in as few pieces as their styles allow. */
  private drawRuns(words: readonly Inline[], { x, baseline }: LinePlace, isCopy: boolean): void {
    for (let from = 0; from < words.length; ) {
      const first = words[from] as Inline;
      let to = from + 1;
      while (to < words.length && isSameRun(first, words[to] as Inline)) to++;
      const target = isCopy ? artifactOf(first, true) : targetOf(first);
      const run = words.slice(from, to);
      if (run.some((word) => word.text !== '')) this.drawRun(run, target, { x, baseline: shifted(baseline, first) });
      from = to;
    }
  }

  private drawRun(run: readonly Inline[], target: StructureElement | Artifact, at: LinePlace): void {
    const first = run[0] as Inline;
    const last = run.at(-1) as Inline;
    this.marked.open(spoken(target, first));
    drawWords(this.document, this.state, run, at);
    if (!(target instanceof StructureElement) || (!first.link && !first.linkToDestination)) return;
    const width = last.x + last.width - last.trailingCut - first.x;
    const height = first.font.lineHeight(first.fontSize);
    const wider = Math.max(0, SMALLEST_LINK - width) / 2;
    const higher = Math.max(0, SMALLEST_LINK - height) / 2;
    const area = {
      x: at.x + first.x - wider,
      y: at.baseline - (first.font.ascender / 1000) * first.fontSize - higher,
      width: width + 2 * wider,
      height: height + 2 * higher,
    };
    this.document.addLink(target, area, first);
  }

  private drawLabel(label: ListLabel, line: EngineLine, words: readonly Inline[]): void {
    // A word that is broken hands its labels to its second half, which begins another line.
    const drawnWith = this.drawnLabels.get(label);
    if (drawnWith !== undefined && drawnWith !== words) return;
    this.drawnLabels.set(label, words);
    const isCopy = drawnWith !== undefined;
    drawListLabel(label, line, {
      words: (run, at) => this.drawRuns(run, at, isCopy),
      box: (element, draw) =>
        this.apart(isCopy || element === undefined ? 'Layout' : element, () => draw(this.document)),
    });
  }
}

/**
 * What reads words otherwise than they stand on the page.
 *
 * A divided word ends its line with a plain hyphen, which is what programs that search and copy look for when they put
 * it together again (Firefox, Poppler); the soft hyphen of ISO 32000-1, 14.8.2.2.3 they leave in. A screen reader has the
 * word whole from the structure.
 *
 * Words from right to left stand in the page's content as the eye meets them, which is what programs that copy text
 * reverse; a screen reader takes the text from the structure.
 */
function spoken(target: StructureElement | Artifact, word: Inline): StructureElement | Artifact {
  if (!(target instanceof StructureElement)) return target;
  if (word.whole !== undefined) {
    word.whole.element ??= new StructureElement('Span', target, { actualText: word.whole.text }, true);
    return word.whole.element;
  }
  if (word.reading === undefined) return target;
  return new StructureElement('Span', target, { actualText: word.reading.text }, true);
}

/** Below the base line, in em: pdfmake draws an underline at not quite half of it. */
const DESCENT = 0.3;

/**
 * The line with its words from left to right, since an underline runs on from word to word; and each of them as high as
 * its type, so that the distance of an underline does not depend on that of lines.
 */
function inSight(line: EngineLine): EngineLine {
  const seen = line.clone();
  const words = line.inlines.map((word) => ({
    ...word,
    height: (word.font.ascender / 1000 + DESCENT) * word.fontSize,
  }));
  seen.inlines = words.some((word) => word.reading !== undefined) ? words.sort((a, b) => a.x - b.x) : words;
  return seen;
}

/** pdfmake would draw a word's underline or ground over the stretched gap before it, too. */
function keepDecorationsApart(words: readonly Inline[]): void {
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before === undefined || !word.justifyShift) return;
    if (word.decoration !== before.decoration || word.background !== before.background) word.justifyShift = 0;
  });
}

function artifactOf(word: Inline, isCopy: boolean): Artifact {
  return word.region ?? (isCopy ? 'Repeated' : 'Layout');
}

function shifted(baseline: number, word: Inline): number {
  if (word.sup) return baseline - word.fontSize * RAISED;
  return word.sub ? baseline + word.fontSize * LOWERED : baseline;
}
