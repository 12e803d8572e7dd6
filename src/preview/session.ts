import { createHash } from 'node:crypto';
import type { LoadedBrief } from '../brief/read.js';
import type { BriefType } from '../brief/schema/head.js';
import type { BriefingChoices } from '../briefing/choices.js';
import { type Diagnostic, error, type Outcome, success, wholeFile } from '../diagnostics/diagnostic.js';
import { Materials, makeDocument } from '../materials/make-document.js';
import { type OpenedBrief, openText } from '../materials/open-brief.js';
import { redactAsAsked } from '../redaction/redact-brief.js';
import type { Workspace } from '../workspace/workspace.js';
import { BriefFolder, hashOf } from './brief-folder.js';
import type { MadeDocument } from './made-document.js';
import { hasChanges } from './made-document.js';
import { Offers } from './offers.js';
import type { PreviewSettings } from './preview-settings.js';
import { problemsOf } from './problems.js';
import type { BuildState, Choice, Chosen, DocumentState, State } from './protocol.js';
import type { NewBrief } from './protocol-editing.js';

/** Milliseconds: an editor that saves touches a file several times. */
const QUIET_TIME = 25;
/** Documents that are kept: a page may still be fetching the one before. */
const KEPT_DOCUMENTS = 2;

const NOTHING_CHOSEN: Chosen = { brief: null, edition: null, language: null, template: null, paper: null };

/**
 * What is shown: makes the document that is chosen, anew whenever something that it is made of changes, and keeps the
 * last one that could be made.
 */
export class Session {
  readonly briefs: BriefFolder;
  readonly run = createHash('sha256').update(`${process.pid} ${performance.timeOrigin}`).digest('hex').slice(0, 12);
  readonly #offers: Offers;
  readonly #listeners = new Set<(state: State) => void>();
  #chosen: Chosen = NOTHING_CHOSEN;
  #materials: Materials;
  #opened: OpenedBrief | null = null;
  #documents: readonly MadeDocument[] = [];
  #state: State;
  #isDue = false;
  #work: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #watching: ReturnType<Workspace['watch']> | null = null;
  #started: Promise<void> | null = null;
  /** Of the brief as it was read last, although nothing may have been made of it yet. */
  #readHash: string | null = null;
  #count = 0;

  constructor(
    readonly workspace: Workspace,
    readonly settings: PreviewSettings,
  ) {
    this.briefs = new BriefFolder(workspace, settings.target);
    this.#materials = this.#newMaterials();
    this.#offers = new Offers(workspace, settings.materials.templateFolders ?? []);
    const list = this.briefs.list();
    this.#chosen = { ...NOTHING_CHOSEN, brief: this.briefs.named ?? list[0]?.path ?? null };
    this.#state = {
      run: this.run,
      revision: 0,
      briefs: list,
      chosen: this.#chosen,
      offered: this.#offers.for(null),
      build: { status: this.#chosen.brief === null ? 'none' : 'building', milliseconds: null },
      problems: [],
      document: null,
      hash: null,
    };
  }

  get state(): State {
    return this.#state;
  }

  /** The brief that is chosen, as it was opened last. */
  get opened(): OpenedBrief | null {
    return this.#opened;
  }

  document(version: string): MadeDocument | null {
    return this.#documents.find((each) => each.version === version) ?? null;
  }

  /** Calls back with every new state, until the function that it returns is called. */
  subscribe(listener: (state: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes the first document, and follows what it is made of. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async #start(): Promise<void> {
    const paths = this.briefs.named === null ? [this.briefs.folder] : [this.briefs.file(this.briefs.named)];
    this.#watching = this.workspace.watch(paths, (path) => this.#note(path));
    await this.rebuild();
  }

  async stop(): Promise<void> {
    await this.#started;
    clearTimeout(this.#timer);
    await (await this.#watching)?.close();
    await this.#work;
  }

  /** Takes another choice, and makes its document. Null where there is no such brief. */
  async choose(choice: Choice): Promise<State | null> {
    const { brief = this.#chosen.brief } = choice;
    if (brief !== null && !this.briefs.has(brief)) return null;
    const isOther = brief !== this.#chosen.brief;
    const before = isOther ? { ...this.#chosen, edition: null, language: null } : this.#chosen;
    const template = this.#chosen.template;
    this.#chosen = this.#offers.known({ ...before, ...choice, brief });
    if (isOther) {
      this.#documents = [];
      this.#publish({ offered: this.#offers.for(null), document: null, problems: [] });
    }
    if (this.#chosen.template !== template) this.#materials = this.#newMaterials();
    await this.rebuild();
    return this.#state;
  }

  /** Begins a brief in the folder of the others, and shows it. */
  async begin({ name, type }: NewBrief): Promise<Outcome<State>> {
    const begun = this.settings.begin(this.briefs.folder, name, type as BriefType);
    if (!begun.ok) return begun;
    const state = await this.choose({ brief: this.briefs.pathOf(begun.value) });
    return success(state ?? this.#state);
  }

  /** Makes the document of the brief as it is now; one more time where it changes meanwhile. */
  rebuild(): Promise<void> {
    this.#isDue = true;
    this.#work ??= this.#rebuildAll().finally(() => {
      this.#work = null;
    });
    return this.#work;
  }

  async #rebuildAll(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      const list = this.briefs.list();
      if (this.#chosen.brief === null && list[0] !== undefined) this.#chosen = { ...this.#chosen, brief: list[0].path };
      const { brief } = this.#chosen;
      this.#publish({ briefs: list, build: { ...this.#state.build, status: brief === null ? 'none' : 'building' } });
      if (brief === null) continue;
      // A moment for what the page asks meanwhile: making a document hardly ever waits for anything.
      await new Promise((resolve) => setImmediate(resolve));
      const started = performance.now();
      const made = await this.#make(brief).catch((fault: unknown): Made => {
        return { status: 'failed', hash: this.#hashNow(), diagnostics: [this.settings.faultOf(fault, brief)] };
      });
      const milliseconds = Math.round(performance.now() - started);
      // Before it is shown: what is saved by somebody who has seen it is heard.
      (await this.#watching)?.add(this.#madeOf());
      // Saved before anybody watched.
      if (this.#hashNow() !== this.#readHash) this.#isDue = true;
      if (!this.#isDue) this.#show(made, milliseconds);
    }
  }

  async #make(brief: string): Promise<Made> {
    const file = this.briefs.file(brief);
    const name = this.workspace.name(file);
    const read = this.briefs.read(brief);
    this.#readHash = read.ok ? hashOf(read.bytes) : null;
    if (!read.ok) {
      const isGone = read.reason === 'missing';
      const problem = error(isGone ? 'file-not-found' : 'file-unreadable', unreadWords(name, isGone), {
        at: wholeFile(name),
        hints: isGone ? ['When it is there again, it is shown again.'] : [],
      });
      return { status: isGone ? 'missing' : 'failed', hash: null, diagnostics: [problem] };
    }
    const folder = this.workspace.resolve(file, '..');
    const reading = { today: this.settings.today() };
    const opened = openText(this.workspace, { text: read.bytes, file: name, folder, ...reading });
    this.#opened = opened;
    const hash = this.#readHash;
    const { loaded } = opened;
    if (!loaded.ok) return { status: 'failed', hash, diagnostics: loaded.diagnostics };
    this.#chosen = this.#offers.possible(this.#chosen, loaded.value);
    const edition = this.#edition(loaded.value);
    const before = [...loaded.diagnostics, ...edition.diagnostics];
    if (!edition.ok) return { status: 'failed', hash, diagnostics: before };
    const { language, paper } = this.#chosen;
    const choices: BriefingChoices = {
      ...this.settings.building,
      formats: ['pdf', 'md'],
      withAreas: true,
      ...(language !== null && { language }),
      ...(paper !== null && { paper: paper as NonNullable<BriefingChoices['paper']> }),
    };
    const made = await makeDocument(edition.value, choices, opened, this.#materials);
    const diagnostics = [...before, ...made.diagnostics];
    if (!made.ok) return { status: 'failed', hash, diagnostics };
    return { status: 'ready', hash, diagnostics, document: { loaded: edition.value, briefing: made.value } };
  }

  #edition(loaded: LoadedBrief): Outcome<LoadedBrief> {
    const { edition } = this.#chosen;
    return edition === null ? success(loaded) : redactAsAsked(loaded, { edition });
  }

  #show({ status, hash, diagnostics, document }: Made, milliseconds: number): void {
    if (document !== undefined) {
      const version = `${++this.#count}-${hash?.slice(0, 8)}`;
      this.#documents = [{ version, ...document }, ...this.#documents].slice(0, KEPT_DOCUMENTS);
    }
    const loaded = this.#opened?.loaded;
    // A brief that cannot be read for the moment still has the editions and languages that it had.
    const offered = loaded?.ok ? this.#offers.for(loaded.value) : this.#state.offered;
    const told = diagnostics.map((each) => this.settings.told(each));
    this.#publish({
      chosen: this.#chosen,
      offered,
      build: { status, milliseconds },
      problems: problemsOf(told, this.#opened?.file ?? ''),
      document: this.#documentState(status !== 'ready'),
      hash,
    });
  }

  #documentState(isStale: boolean): DocumentState | null {
    const [document] = this.#documents;
    if (document === undefined) return null;
    const { version, loaded, briefing } = document;
    return {
      version,
      isStale,
      pages: briefing.pages,
      pdfName: `${briefing.name}.pdf`,
      memoName: `${briefing.name}.md`,
      language: briefing.language,
      withheld: 'withheld' in loaded ? (loaded.withheld as readonly unknown[]).length : null,
      hasChanges: hasChanges(loaded),
    };
  }

  #publish(news: Partial<State>): void {
    this.#state = { ...this.#state, ...news, revision: this.#state.revision + 1 };
    for (const listener of this.#listeners) listener(this.#state);
  }

  #note(path: string): void {
    // A pack, a theme or a folder of fonts: what was read of it is not true any more.
    const { brief } = this.#chosen;
    const isBrief = brief !== null && path === this.briefs.file(brief);
    // Its own save is heard of as well, and made once.
    if (isBrief && this.#hashNow() === this.#readHash) return;
    const isText = isBrief || this.#opened?.named.has(path) === true;
    if (!isText) this.#materials = this.#newMaterials();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.rebuild(), QUIET_TIME);
  }

  #hashNow(): string | null {
    const { brief } = this.#chosen;
    const read = brief === null ? null : this.briefs.read(brief);
    return read?.ok ? hashOf(read.bytes) : null;
  }

  #newMaterials(): Materials {
    const { template } = this.#chosen;
    return new Materials(this.workspace, { ...this.settings.materials, ...(template !== null && { template }) });
  }

  #madeOf(): readonly string[] {
    const opened = this.#opened;
    if (opened === null) return [];
    const beside = opened.loaded.ok ? this.#materials.watched(opened.loaded.value) : [];
    return [this.workspace.resolve(opened.file), ...opened.named, ...beside];
  }
}

interface Made {
  readonly status: BuildState['status'];
  readonly hash: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly document?: Omit<MadeDocument, 'version'>;
}

function unreadWords(name: string, isGone: boolean): string {
  return isGone ? `${name} is not there any more.` : `${name} cannot be read, or leads out of its folder.`;
}
