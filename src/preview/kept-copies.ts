import type { Quote } from '../brief/brief.js';
import { addQuote } from '../brief/edit.js';
import { type Diagnostic, failure, type Outcome } from '../diagnostics/diagnostic.js';
import { keepCopy } from '../materials/keep-copy.js';
import type { Edit } from '../syntax/edit.js';
import { formatOf } from '../syntax/format.js';
import type { BriefTexts, NotDone } from './brief-texts.js';
import type { CopyJob, QuoteJob } from './document-job.js';
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

  /** The text of a copy. */
  async read(id: string): Promise<KeptPassage | NotDone> {
    const { brief } = this.session.state.chosen;
    const now = brief === null ? null : this.texts.read(brief);
    if (brief === null || now === null || 'refused' in now) return NO_COPY;
    const kept = await this.#reads<KeptPassage | null>({ task: 'copy', source: id }, brief, now.text);
    if (!kept.ok) return { refused: 'failed', message: kept.diagnostics.map(({ message }) => message).join(' ') };
    return kept.value ?? NO_COPY;
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
    const made = await this.#reads<Quote>({ task: 'quote', wanted }, brief, text);
    if (!made.ok) return this.#undone(brief, text, made.diagnostics);
    return this.#edited(brief, text, addQuote(made.value), made);
  }

  async #reads<T>(task: OfCopy, brief: string, text: string): Promise<Outcome<T>> {
    const { briefs, settings, reading } = this.session;
    const job = { ...task, file: briefs.file(brief), text, today: settings.today() };
    try {
      return (await reading.run(job)) as Outcome<T>;
    } catch (fault) {
      return failure([settings.faultOf(fault, brief)]);
    }
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

type OfCopy = Pick<CopyJob, 'task' | 'source'> | Pick<QuoteJob, 'task' | 'wanted'>;

const NO_COPY: NotDone = { refused: 'gone', message: 'There is no kept copy of this source.' };
