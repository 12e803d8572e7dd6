import type { LoadedBrief } from '../brief/brief.js';
import { textIn } from '../brief/languages.js';
import type { BriefingChoices } from '../briefing/choices.js';
import { type Delivery, readerName } from '../delivery/plan.js';
import { type Diagnostic, distinct, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import { type Materials, makeDocument } from '../materials/make-document.js';
import type { OpenedBrief } from '../materials/open-brief.js';
import { redactAsAsked } from '../redaction/redact-brief.js';

/** One numbered copy, as it is handed out. */
export interface NumberedCopy {
  readonly delivery: Delivery;
  /** The number, as it is printed: `Copy 3 of 12`. */
  readonly words: string;
  readonly title: string;
  readonly pages: number;
  /** Makes its PDF, the same bytes each time; `id`: 32 hexadecimal digits, which a changed file keeps. */
  file(): { readonly bytes: Uint8Array; readonly id: string };
}

interface Making {
  readonly opened: OpenedBrief;
  readonly materials: Materials;
  /** What is said of formats, language and files inside does not hold for copies. */
  readonly choices: BriefingChoices;
}

/**
 * The numbered copies of a plan, in its order. What is the same for many of them is laid out once: one document for each
 * edition and language. Deliveries without a number are left out. Nothing is made unless all can be.
 */
export async function makeCopies(
  plan: readonly Delivery[],
  { opened, materials, choices }: Making,
): Promise<Outcome<readonly NumberedCopy[]>> {
  if (!opened.loaded.ok) return opened.loaded;
  const made = new Map<Delivery, NumberedCopy>();
  const diagnostics: Diagnostic[] = [];
  for (const deliveries of groupsOf(plan)) {
    const [first] = deliveries;
    if (first === undefined) continue;
    const cut = cutFor(opened.loaded.value, first.edition);
    diagnostics.push(...cut.diagnostics);
    if (!cut.ok) continue;
    const copies = deliveries.map(({ copy, reader }) => ({
      number: copy?.number ?? 0,
      of: copy?.of ?? 0,
      reader: readerName(reader),
    }));
    const wish: BriefingChoices = { ...choices, formats: ['pdf'], language: first.language, copies };
    const briefing = await makeDocument(cut.value, wish, opened, materials);
    diagnostics.push(...briefing.diagnostics);
    if (!briefing.ok) continue;
    const { pages, copies: files = [] } = briefing.value;
    const title = textIn(cut.value.brief.title, first.language, cut.value.brief);
    deliveries.forEach((delivery, index) => {
      const file = files[index];
      if (file !== undefined) made.set(delivery, { delivery, title, pages, ...file });
    });
  }
  const found = distinct(diagnostics);
  if (found.some(({ severity }) => severity === 'error')) return failure(found);
  return success(
    plan.flatMap((delivery) => made.get(delivery) ?? []),
    found,
  );
}

function groupsOf(plan: readonly Delivery[]): readonly (readonly Delivery[])[] {
  const groups = new Map<string, Delivery[]>();
  for (const delivery of plan) {
    if (delivery.copy === null) continue;
    const key = JSON.stringify([delivery.edition, delivery.language]);
    groups.set(key, [...(groups.get(key) ?? []), delivery]);
  }
  return [...groups.values()];
}

/** The whole brief, or what an edition keeps of it. */
function cutFor(loaded: LoadedBrief, edition: string | null): Outcome<LoadedBrief> {
  return edition === null ? success(loaded) : redactAsAsked(loaded, { edition });
}
