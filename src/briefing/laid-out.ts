import { type Diagnostic, failure, type Outcome, outcomeOf } from '../diagnostics/diagnostic.js';
import type { PrintDocument } from '../document/document.js';
import { type LayoutSetting, layoutDocument } from '../layout/layout.js';
import type { Theme } from '../layout/theme/theme-type.js';
import {
  type LaidOutDocument,
  type PdfResources,
  type ReadyDefinition,
  type RenderedPdf,
  readyDefinition,
} from '../pdf/render.js';

/** A document that was laid out, with what was said on the way. */
export type LaidOut = Outcome<LaidOutDocument> & { readonly ok: true };

/** Lays out one document as often as it takes; what does not depend on the space between blocks is done once a theme. */
export class Typesetter {
  readonly #ready = new Map<Theme, Promise<Outcome<ReadyDefinition>>>();
  /** The first, of which others may differ in no more than the distances of their lines. */
  #first: ReadyDefinition | null = null;

  constructor(
    private readonly document: PrintDocument,
    private readonly setting: LayoutSetting,
    private readonly resources: PdfResources,
  ) {}

  /** @param space the share of the theme's space that is left */
  async layOut(space: number, theme: Theme = this.setting.theme): Promise<Outcome<LaidOutDocument>> {
    const known = this.#ready.get(theme) ?? this.#readyWith(theme);
    this.#ready.set(theme, known);
    const ready = await known;
    if (!ready.ok) return ready;
    return withNotes(ready.diagnostics, await ready.value.layOut(space), []);
  }

  async #readyWith(theme: Theme): Promise<Outcome<ReadyDefinition>> {
    const definition = layoutDocument(this.document, { ...this.setting, theme });
    if (!definition.ok) return definition;
    const { diagnostics } = definition;
    const alike = this.#first?.withLeadingOf(definition.value);
    if (alike) return outcomeOf(alike, diagnostics);
    const ready = await readyDefinition(definition.value, this.resources);
    if (!ready.ok) return failure([...diagnostics, ...ready.diagnostics]);
    this.#first ??= ready.value;
    return outcomeOf(ready.value, diagnostics);
  }
}

/** The same, of which this is said too, whether it is printed or not. */
export function noted(laidOut: LaidOut, note: Diagnostic): Outcome<LaidOutDocument> {
  return withNotes([], laidOut, [note]);
}

function withNotes(
  before: readonly Diagnostic[],
  laidOut: Outcome<LaidOutDocument>,
  after: readonly Diagnostic[],
): Outcome<LaidOutDocument> {
  const all = ({ diagnostics }: Outcome<unknown>) => [...before, ...diagnostics, ...after];
  if (!laidOut.ok) return failure(all(laidOut));
  const print = async (): Promise<Outcome<RenderedPdf>> => {
    const printed = await laidOut.value.print();
    return printed.ok ? outcomeOf(printed.value, all(printed)) : failure(all(printed));
  };
  return outcomeOf({ ...laidOut.value, print }, all(laidOut));
}
