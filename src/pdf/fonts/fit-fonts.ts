import { type Diagnostic, error, failure, type Outcome, success } from '../../diagnostics/diagnostic.js';

import type { FaceStyle, PageFurniture, PrintDefinition } from '../../layout/definition.js';
import type {
  ContentsNode,
  ListItemNode,
  PrintNode,
  Run,
  TableCellNode,
  TextNode,
  TextStyle,
} from '../../layout/print-nodes.js';
import { isRightToLeft } from '../../layout/text/right-to-left.js';
import type { FontLibrary } from './library.js';
import { MissingCharacters } from './missing.js';
import { splitText } from './split-text.js';
import { fitSvg } from './svg-text.js';
import { unusableFont } from './unusable.js';

/** A definition in which the font of every run has its characters, and the families that it uses. */
export interface FittedDefinition {
  readonly definition: PrintDefinition;
  readonly families: ReadonlySet<string>;
}

/**
 * Splits every run of a definition by the fonts that have its characters. Missing characters are an error
 * (`glyph-missing`), one for each field: a box in place of a letter would not say what the
 * brief says. A family that does not exist is `theme-invalid`.
 */
export function fitFonts(definition: PrintDefinition, library: FontLibrary): Outcome<FittedDefinition> {
  const fitting = new Fitting(library);
  const base = inherit({ font: '', bold: false, italics: false, lang: definition.language }, definition.defaultStyle);
  fitting.use(base);
  const furniture = ({ first, rest }: PageFurniture): PageFurniture => ({
    first: first === null ? null : fitting.node(first, base),
    rest: rest === null ? null : fitting.node(rest, base),
  });
  const fitted: PrintDefinition = {
    ...definition,
    content: definition.content.map((node) => fitting.node(node, base)),
    header: furniture(definition.header),
    footer: furniture(definition.footer),
    watermark: fitting.watermark(definition.watermark, base),
    ...(definition.stamps && {
      stamps: definition.stamps.map(({ line, mark }) => ({
        line: fitting.node(line, base),
        mark: fitting.node(mark, base),
      })),
    }),
  };
  const problems = fitting.problems();
  return problems.length > 0 ? failure(problems) : success({ definition: fitted, families: fitting.families });
}

interface Inherited {
  readonly font: string;
  readonly bold: boolean;
  readonly italics: boolean;
  readonly lang: string;
  readonly origin?: string | undefined;
}

function inherit(
  from: Inherited,
  style: TextStyle & { readonly lang?: string; readonly origin?: string | undefined },
): Inherited {
  return {
    font: style.font ?? from.font,
    bold: style.bold ?? from.bold,
    italics: style.italics ?? from.italics,
    lang: style.lang ?? from.lang,
    origin: style.origin ?? from.origin,
  };
}

function faceOf({ bold, italics }: Inherited): FaceStyle {
  if (bold) return italics ? 'bolditalics' : 'bold';
  return italics ? 'italics' : 'normal';
}

class Fitting {
  readonly families = new Set<string>();
  private readonly missing: MissingCharacters;
  private readonly unknown = new Set<string>();

  constructor(private readonly library: FontLibrary) {
    this.missing = new MissingCharacters(library.scriptFamilies);
  }

  node<Node extends PrintNode>(node: Node, above: Inherited): Node {
    const style = inherit(above, node);
    return { ...node, ...this.inside(node, style) };
  }

  private inside(node: PrintNode, style: Inherited): object {
    if ('text' in node) return { text: this.text(node.text, style), ...this.aside(node, style) };
    if ('stack' in node) return { stack: node.stack.map((child) => this.node(child, style)) };
    if ('columns' in node) return { columns: node.columns.map((column) => this.node(column, style)) };
    if ('list' in node) return { items: node.items.map((item) => this.item(item, style)) };
    if ('table' in node) {
      const body = node.table.body.map((row) => row.map((cell): TableCellNode => this.node(cell, style)));
      return { table: { ...node.table, body } };
    }
    if ('box' in node) {
      return { box: { ...node.box, content: node.box.content.map((child) => this.node(child, style)) } };
    }
    if ('contents' in node) return { contents: this.contents(node.contents, style) };
    if ('svg' in node) {
      const setting = { family: style.font, rightToLeft: isRightToLeft(style.lang) };
      return { svg: fitSvg(node.svg, setting, (text, font, face) => this.drawnText(text, font, face, style)) };
    }
    return {};
  }

  /** Text in a drawing. A family that is not available is replaced by the family of the text around the drawing. */
  private drawnText(text: string, wished: string, face: FaceStyle, style: Inherited) {
    const family = this.library.file(wished, 'normal') === null ? style.font : wished;
    this.use({ ...style, font: family });
    const { runs, missing } = splitText(text, { family, face, language: style.lang }, this.library);
    this.noteMissing(text, missing, { ...style, font: family });
    for (const run of runs) this.families.add(run.family);
    return runs;
  }

  private aside({ aside }: TextNode, style: Inherited): Pick<TextNode, 'aside'> {
    if (aside === undefined) return {};
    const [run = aside.run] = this.run(aside.run, style);
    return { aside: { ...aside, run } };
  }

  private contents(contents: ContentsNode['contents'], style: Inherited): ContentsNode['contents'] {
    const entries = contents.entries.map((entry) => {
      const level = contents.levels[Math.min(entry.level, contents.levels.length) - 1] ?? {};
      return { ...entry, text: this.text(entry.text, inherit(style, level)) };
    });
    return { ...contents, entries };
  }

  private item(item: ListItemNode, style: Inherited): ListItemNode {
    const content = item.content.map((child) => this.node(child, style));
    if (item.label === undefined) return { ...item, content };
    return { ...item, content, labelRuns: this.run(item.label, style) };
  }

  watermark(watermark: PrintDefinition['watermark'], base: Inherited): PrintDefinition['watermark'] {
    if (watermark === null) return null;
    const style = { ...base, font: watermark.font };
    this.use(style);
    const { runs, missing } = splitText(
      watermark.text,
      { family: watermark.font, face: 'normal', language: style.lang },
      this.library,
    );
    this.noteMissing(watermark.text, missing, style);
    // It is drawn in one font: the first fallback that any of it needs.
    const font = runs.find((run) => run.family !== watermark.font)?.family ?? watermark.font;
    this.families.add(font);
    return { ...watermark, font };
  }

  private text(text: string | readonly Run[], style: Inherited): string | readonly Run[] {
    const runs = (typeof text === 'string' ? [{ text }] : text).flatMap((run) => this.run(run, style));
    const [only] = runs;
    const plain = typeof text === 'string' && runs.length === 1 && only !== undefined && only.font === undefined;
    return plain ? only.text : runs;
  }

  /** The run, in as many parts as it needs fonts. Replacement text is given to the first part only. */
  private run(run: Run, above: Inherited): Run[] {
    const style = inherit(above, run);
    this.use(style);
    const { runs, missing } = splitText(
      run.text,
      { family: style.font, face: faceOf(style), language: style.lang },
      this.library,
    );
    this.noteMissing(run.text, missing, style);
    if (runs.length === 0) return [{ ...run, text: '' }];
    return runs.map(({ text, family }, index) => {
      this.families.add(family);
      const part: Run = family === style.font ? { ...run, text } : { ...run, text, font: family };
      return index > 0 && run.actualText !== undefined ? { ...part, actualText: '' } : part;
    });
  }

  use(style: Inherited): void {
    if (this.library.file(style.font, 'normal') === null) this.unknown.add(style.font);
    else this.families.add(style.font);
  }

  private noteMissing(text: string, characters: readonly string[], { origin, font, lang }: Inherited): void {
    this.missing.note(origin, { text, language: lang, tried: this.library.chain(font) }, characters);
  }

  problems(): Diagnostic[] {
    const { damaged } = this.library;
    const isDamaged = (family: string): boolean => damaged.some((font) => font.family === family);
    const unknown = [...this.unknown]
      .filter((family) => !isDamaged(family))
      .map(
        (family): Diagnostic =>
          error('theme-invalid', `There is no font family “${family}”.`, {
            hints: ['Name one that is installed, or put its font files into the fonts folder.'],
          }),
      );
    return [...damaged.map(unusableFont), ...unknown, ...this.missing.problems()];
  }
}
