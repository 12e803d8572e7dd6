import type { LoadedBrief } from '../brief/brief.js';
import { makeBriefing } from '../briefing/briefing.js';
import type { Briefing, BriefingChoices } from '../briefing/choices.js';
import { documentName } from '../briefing/document-name.js';
import { everyDocument } from '../briefing/every-document.js';
import { type SaidOfDocument, saidOfDocuments } from '../briefing/of-documents.js';
import { type Diagnostic, distinct, type Outcome } from '../diagnostics/diagnostic.js';
import type { Materials } from './materials.js';

import type { OpenedBrief } from './open-brief.js';

export { Materials } from './materials.js';
export { withShippedKept } from './shipped-files.js';

/** Makes one document of a brief that was opened: `loaded` is the brief, or what is left of it for other readers. */
export async function makeDocument(
  loaded: LoadedBrief,
  choices: BriefingChoices,
  opened: OpenedBrief,
  materials: Materials,
): Promise<Outcome<Briefing>> {
  const found = materials.for(loaded, opened);
  if (!found.ok) return found;
  const made = await makeBriefing(loaded, choices, found.value, opened.evidence());
  return { ...made, diagnostics: [...found.diagnostics, ...made.diagnostics] };
}

/**
 * Everything that is wrong with a brief and with any document that it can become: each is made as far as anything can be wrong
 * with it, and none is kept, so that a brief without errors here is one that builds.
 */
export async function checkOpened(
  opened: OpenedBrief,
  choices: BriefingChoices,
  materials: Materials,
): Promise<readonly Diagnostic[]> {
  const { loaded } = opened;
  if (!loaded.ok) return loaded.diagnostics;
  const diagnostics = [...loaded.diagnostics];
  const said: SaidOfDocument[] = [];
  for (const each of everyDocument(loaded.value)) {
    diagnostics.push(...each.diagnostics);
    if (!each.ok) continue;
    const { loaded: document, language } = each.value;
    const made = await makeDocument(document, { ...choices, language, isCheck: true }, opened, materials);
    // How pages were set is told of a document that is kept.
    const about = made.diagnostics.filter(({ code }) => code !== 'page-fit');
    said.push({ name: documentName(document, language), diagnostics: about });
  }
  return distinct([...diagnostics, ...saidOfDocuments(said)]);
}
