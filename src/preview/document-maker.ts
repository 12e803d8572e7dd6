import { languagesOf } from '../brief/languages.js';
import type { LoadedBrief } from '../brief/read.js';
import type { Briefing, BriefingChoices } from '../briefing/choices.js';
import { type Outcome, success } from '../diagnostics/diagnostic.js';
import { Materials, makeDocument } from '../materials/make-document.js';
import { openText } from '../materials/open-brief.js';
import { redactAsAsked } from '../redaction/redact-brief.js';
import type { Workspace } from '../workspace/workspace.js';
import { quoteFromCopy, readCopy } from './copy-reader.js';
import type {
  DocumentJob,
  DocumentMaking,
  DocumentParts,
  Found,
  Made,
  MadeDocument,
  MakeJob,
  MakingChoices,
} from './document-job.js';
import { changedOf, hasChanges, memoOf, type ReadDocument, spotsOf, withheldOf } from './document-parts.js';
import type { Chosen } from './protocol.js';

/** Makes the documents of a preview one after the other, and keeps for the next what they have in common: fonts, packs. */
export class DocumentMaker implements DocumentMaking {
  #materials: Materials | null = null;
  #template: string | null = null;
  #last: ReadDocument | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly choices: MakingChoices,
  ) {}

  async run(job: DocumentJob): Promise<unknown> {
    switch (job.task) {
      case 'make':
        return this.#make(job);
      case 'parts':
        return this.#parts();
      case 'copy':
        return readCopy(this.workspace, job);
      case 'quote':
        return quoteFromCopy(this.workspace, job);
    }
  }

  async end(): Promise<void> {}

  async #make({ file, bytes, today, chosen, isAnew }: MakeJob): Promise<Made> {
    const { workspace } = this;
    const materials = this.#materialsFor(chosen.template, isAnew);
    const folder = workspace.resolve(file, '..');
    const opened = openText(workspace, { text: bytes, file: workspace.name(file), folder, today });
    const { loaded, named } = opened;
    if (!loaded.ok) {
      return { diagnostics: loaded.diagnostics, found: null, named: [...named], beside: [], document: null };
    }
    const found = foundIn(loaded.value, chosen);
    const edition = editionOf(loaded.value, found.chosen.edition);
    const made = edition.ok
      ? await makeDocument(edition.value, this.#choicesFor(chosen, found), opened, materials)
      : edition;
    const document = edition.ok && made.ok ? { loaded: edition.value, briefing: made.value } : null;
    this.#last = document;
    return {
      diagnostics: [...loaded.diagnostics, ...edition.diagnostics, ...(edition.ok ? made.diagnostics : [])],
      found,
      named: [...named],
      beside: materials.watched(loaded.value),
      document: document && madeOf(document),
    };
  }

  #materialsFor(template: string | null, isAnew: boolean): Materials {
    const isKept = !isAnew && template === this.#template;
    const kept = isKept ? this.#materials : null;
    const materials =
      kept ?? new Materials(this.workspace, { ...this.choices.materials, ...(template !== null && { template }) });
    this.#materials = materials;
    this.#template = template;
    return materials;
  }

  #choicesFor({ paper }: Chosen, { chosen: { language } }: Found): BriefingChoices {
    return {
      ...this.choices.building,
      formats: ['pdf', 'md'],
      withAreas: true,
      ...(language !== null && { language }),
      ...(paper !== null && { paper: paper as NonNullable<BriefingChoices['paper']> }),
    };
  }

  #parts(): DocumentParts {
    const document = this.#last;
    if (document === null) throw new Error('No document was made.');
    return {
      memo: JSON.stringify(memoOf(document)),
      withheld: JSON.stringify(withheldOf(document)),
      changes: JSON.stringify(changedOf(document)),
      spots: JSON.stringify(spotsOf(document)),
    };
  }
}

/** What the brief has of what is chosen, and what else could be. */
function foundIn({ brief }: LoadedBrief, chosen: Chosen): Found {
  const editions = (brief.editions ?? []).map(({ id }) => ({ id, title: id }));
  const languages = languagesOf(brief);
  const edition = editions.some(({ id }) => id === chosen.edition) ? chosen.edition : null;
  const own = brief.editions?.find(({ id }) => id === edition)?.languages ?? languages;
  const language = own.some((each) => each === chosen.language) ? chosen.language : null;
  const copies = brief.sources.map(({ id, title, snapshot }) => ({
    source: id,
    title: String(title),
    file: snapshot?.file ?? null,
    retrievedAt: snapshot?.retrievedAt ?? null,
  }));
  return { chosen: { edition, language }, offered: { editions, languages }, copies };
}

function editionOf(loaded: LoadedBrief, edition: string | null): Outcome<LoadedBrief> {
  return edition === null ? success(loaded) : redactAsAsked(loaded, { edition });
}

function madeOf({ loaded, briefing }: { loaded: LoadedBrief; briefing: Briefing }): MadeDocument {
  const { name, pages, language, pdf = new Uint8Array(), memo = '' } = briefing;
  return {
    pdf,
    memo,
    state: {
      pages,
      pdfName: `${name}.pdf`,
      memoName: `${name}.md`,
      language,
      withheld: 'withheld' in loaded ? (loaded.withheld as readonly unknown[]).length : null,
      hasChanges: hasChanges(loaded),
    },
  };
}
