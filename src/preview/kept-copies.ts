import { addQuote } from '../brief/edit.js';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.js';
import { authorOf, makeQuote } from '../evidence/make-quote.js';
import { readKept } from '../evidence/read-kept.js';
import { keepCopy } from '../materials/keep-copy.js';
import type { Edit } from '../syntax/edit.js';
import { formatOf } from '../syntax/format.js';
import type { BriefTexts, NotDone } from './brief-texts.js';
import { problemsOf } from './problems.js';
import type { EditAnswer, KeepRequest, KeptCopy, KeptPassage, QuoteRequest } from './protocol-editing.js';
import type { Session } from './session.js';

/** The kept copies of the brief that is chosen: read, added, quoted from. */
export class KeptCopies {
  constructor(
    private readonly session: Session,
    private readonly texts: BriefTexts,
  ) {}

  list(): readonly KeptCopy[] {
    return this.session.copies;
  }

  /** The text of a copy, without the marks that only the check of quotations reads. */
  async read(id: string): Promise<KeptPassage | NotDone> {
    const { brief } = this.session.state.chosen;
    const now = brief === null ? null : this.texts.read(brief);
    if (brief === null || now === null || 'refused' in now) return NO_COPY;
    const { loaded, readFile } = this.texts.opened(brief, now.text);
    const source = loaded.ok ? loaded.value.brief.sources.find((each) => each.id === id) : undefined;
    if (source?.snapshot === undefined) return NO_COPY;
    const kept = await readKept(source.snapshot, 'sources', readFile);
    if (!kept.ok) return { refused: 'failed', message: kept.diagnostics.map(({ message }) => message).join(' ') };
    const text = kept.value.text.replace(/\u001C/g, '\n').replace(/[\u001D-\u001F]/g, '');
    // A newspaper says nothing itself: whose words they are, the person knows.
    const speaker = source.author === undefined ? '' : authorOf(source);
    return { source: id, title: String(source.title), text, speaker };
  }

  /** Writes a copy beside the brief, and what the brief has to say of it into the text. */
  async keep({ brief, text, source, name, bytes }: KeepRequest): Promise<EditAnswer> {
    const { workspace, settings } = this.session;
    const opened = this.texts.opened(brief, text);
    if (!opened.loaded.ok) return this.#undone(brief, text, opened.loaded.diagnostics);
    const kept = await keepCopy(workspace, opened, opened.loaded.value, {
      source,
      file: name.replace(/^.*[\\/]/s, ''),
      bytes: new Uint8Array(Buffer.from(bytes, 'base64')),
      retrievedAt: settings.today(),
    });
    if (!kept.ok) return this.#undone(brief, text, kept.diagnostics);
    return this.#edited(brief, text, kept.value.edit, kept);
  }

  /** Adds a quotation to the text, if its words are in the copy. */
  async quote({ brief, text, ...wanted }: QuoteRequest): Promise<EditAnswer> {
    const opened = this.texts.opened(brief, text);
    if (!opened.loaded.ok) return this.#undone(brief, text, opened.loaded.diagnostics);
    const made = await makeQuote(wanted, opened.loaded.value, opened.readFile);
    if (!made.ok) return this.#undone(brief, text, made.diagnostics);
    return this.#edited(brief, text, addQuote(made.value), made);
  }

  #edited(brief: string, text: string, edit: Edit, { diagnostics }: Outcome<unknown>): EditAnswer {
    const changed = edit(text, formatOf(brief));
    if (changed === null) return this.#undone(brief, text, diagnostics);
    return this.texts.checked(brief, changed, true);
  }

  #undone(brief: string, text: string, diagnostics: readonly Diagnostic[]): EditAnswer {
    const { workspace, settings, briefs } = this.session;
    const told = diagnostics.map((each) => settings.told(each));
    const own = this.texts.checked(brief, text, false);
    const problems = problemsOf(told, workspace.name(briefs.file(brief)));
    return { ...own, problems: problems.length > 0 ? problems : own.problems };
  }
}

const NO_COPY: NotDone = { refused: 'gone', message: 'There is no kept copy of this source.' };
