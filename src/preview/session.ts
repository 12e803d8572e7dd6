import { createHash } from 'node:crypto';
import type { BriefType } from '../brief/schema/head.js';
import { type Diagnostic, error, type Outcome, success, wholeFile } from '../diagnostics/diagnostic.js';
import type { Workspace } from '../workspace/workspace.js';
import { BriefFolder, hashOf } from './brief-folder.js';
import type { DocumentMaking, DocumentParts, Found, Made, MakeJob } from './document-job.js';
import { DocumentMaker } from './document-maker.js';
import { Following, QUIET_TIME } from './following.js';
import { MadeDocuments, type ShownDocument } from './made-documents.js';
import { Offers } from './offers.js';
import { PartsLater } from './parts-later.js';
import type { PreviewSettings } from './preview-settings.js';
import { problemsOf } from './problems.js';
import type { BuildState, Choice, Chosen, State } from './protocol.js';
import type { KeptCopy, NewBrief } from './protocol-editing.js';

const NOTHING_CHOSEN: Chosen = { brief: null, edition: null, language: null, template: null, paper: null };

/** What is shown: what is chosen, the last document that could be made of it, and what is wrong. */
export class Session {
  readonly briefs: BriefFolder;
  readonly run = createHash('sha256').update(`${process.pid} ${performance.timeOrigin}`).digest('hex').slice(0, 12);
  readonly #offers: Offers;
  readonly #making: DocumentMaking;
  #reading: DocumentMaking | null = null;
  readonly #documents = new MadeDocuments();
  readonly #following: Following;
  readonly #listeners = new Set<(state: State) => void>();
  #chosen: Chosen;
  #found: Found | null = null;
  #named: ReadonlySet<string> = new Set();
  #state: State;
  #parts: PartsLater | null = null;
  #isDue = false;
  #isAnew = false;
  #isOver = false;
  #work: Promise<void> | null = null;
  #started: Promise<void> | null = null;
  /** Of the brief as it was read last, although nothing may have been made of it yet. */
  #readHash: string | null = null;

  constructor(
    readonly workspace: Workspace,
    readonly settings: PreviewSettings,
  ) {
    this.briefs = new BriefFolder(workspace, settings.target);
    this.#making = this.#begunMaking();
    this.#following = new Following(
      workspace,
      (path) => this.#waitFor(path),
      () => void this.rebuild(),
    );
    this.#offers = new Offers(workspace, settings.materials.templateFolders ?? []);
    const list = this.briefs.list();
    this.#chosen = { ...NOTHING_CHOSEN, brief: this.briefs.named ?? list[0]?.path ?? null };
    this.#state = {
      run: this.run,
      revision: 0,
      briefs: list,
      chosen: this.#chosen,
      offered: this.#offers.for(null),
      build: { status: this.#chosen.brief === null ? 'none' : 'building', milliseconds: null, coming: null },
      problems: [],
      document: null,
      hash: null,
    };
  }

  #begunMaking(): DocumentMaking {
    const { materials, building, making } = this.settings;
    return making?.({ materials, building }) ?? new DocumentMaker(this.workspace, { materials, building });
  }

  get state(): State {
    return this.#state;
  }

  /** The sources of the brief that is chosen, as it was when it could be read last, and which have a kept copy. */
  get copies(): readonly KeptCopy[] {
    return this.#found?.copies ?? [];
  }

  document(version: string): ShownDocument | null {
    return this.#documents.get(version);
  }

  /** The bytes of a document: when it is made, where it is being made. */
  pdf(version: string): Promise<Uint8Array | null> {
    return this.#documents.pdf(version);
  }

  /** Reads kept copies beside the documents: nobody who quotes waits for one, and nobody who writes for a copy of a thousand pages. */
  get reading(): DocumentMaking {
    this.#reading ??= this.#begunMaking();
    return this.#reading;
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
    const { named, folder } = this.briefs;
    void this.#following.begin(named === null ? [folder] : [this.briefs.file(named)]);
    await this.rebuild();
  }

  /** What is still being made is given up, where that can be done. */
  async stop(): Promise<void> {
    this.#isOver = true;
    this.#documents.giveUp();
    this.#parts?.drop();
    await this.#following.end();
    await Promise.all([this.#making.end(), this.#reading?.end()]);
    await this.#work;
  }

  /** Takes another choice, and makes its document. Null where there is no such brief. */
  async choose(choice: Choice): Promise<State | null> {
    const { brief = this.#chosen.brief } = choice;
    if (brief !== null && !this.briefs.has(brief)) return null;
    const isOther = brief !== this.#chosen.brief;
    const before = isOther ? { ...this.#chosen, edition: null, language: null } : this.#chosen;
    this.#chosen = this.#offers.known({ ...before, ...choice, brief });
    if (isOther) {
      this.#documents.clear();
      this.#found = null;
      this.#publish({ offered: this.#offers.for(null), document: null, problems: [] });
    }
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
    while (this.#isDue && !this.#isOver) {
      this.#isDue = false;
      const list = this.briefs.list();
      if (this.#chosen.brief === null && list[0] !== undefined) this.#chosen = { ...this.#chosen, brief: list[0].path };
      const { brief } = this.#chosen;
      if (brief === null) {
        this.#publish({ briefs: list, build: { ...this.#state.build, status: 'none' } });
        continue;
      }
      const chosen = this.#chosen;
      const read = this.#read(brief);
      this.#publishBuilding(list);
      // A moment for what the page asks meanwhile, where the document is made in this thread.
      await new Promise((resolve) => setImmediate(resolve));
      if (chosen !== this.#chosen) continue;
      const started = performance.now();
      const build = read.ok ? await this.#build(brief, chosen, read.bytes) : this.#unread(brief, read);
      if (this.#isOver) return;
      const milliseconds = Math.round(performance.now() - started);
      this.#named = new Set(build.made?.named ?? this.#named);
      // Before it is shown: what is saved by somebody who has seen it is heard.
      await this.#following.add(watchedFor(this.briefs.file(brief), build.made));
      // Saved before anybody watched.
      if (this.#hashNow() !== this.#readHash) this.#isDue = true;
      const hasDocument = build.made?.document != null;
      // Whoever writes without a pause sees something all the same; mistakes may be mended in what comes next.
      const isWanted = !this.#isDue || (hasDocument && chosen === this.#chosen);
      if (isWanted) await this.#show(build, milliseconds);
      this.#documents.giveUp();
    }
  }

  #read(brief: string): ReturnType<BriefFolder['read']> {
    const read = this.briefs.read(brief);
    this.#readHash = read.ok ? hashOf(read.bytes) : null;
    return read;
  }

  /** The page reads the text, and asks for the pages, while they are made. */
  #publishBuilding(briefs: State['briefs']): void {
    const hash = this.#readHash;
    const coming = hash === null ? null : this.#documents.begin(hash);
    this.#publish({ briefs, build: { ...this.#state.build, status: 'building', coming }, hash });
  }

  #unread(brief: string, { reason }: { readonly reason: string }): Build {
    const isGone = reason === 'missing';
    const diagnostics = [unreadable(this.workspace.name(this.briefs.file(brief)), isGone)];
    return { status: isGone ? 'missing' : 'failed', hash: null, diagnostics, made: null, parts: null };
  }

  /** Never rejects: a maker that breaks costs this document, and is said. */
  async #build(brief: string, chosen: Chosen, bytes: Uint8Array): Promise<Build> {
    const hash = this.#readHash;
    const isAnew = this.#isAnew;
    this.#isAnew = false;
    const file = this.briefs.file(brief);
    const job: MakeJob = { task: 'make', file, bytes, today: this.settings.today(), chosen, isAnew };
    // Those of the document before, while the maker still has it.
    void this.#parts?.get();
    this.#parts = null;
    try {
      const made = (await this.#making.run(job)) as Made;
      if (made.document !== null) {
        this.#documents.made(made.document.pdf);
        this.#parts = new PartsLater(() => this.#making.run({ task: 'parts' }) as Promise<DocumentParts>);
      }
      const status = made.document === null ? 'failed' : 'ready';
      return { status, hash, diagnostics: made.diagnostics, made, parts: this.#parts };
    } catch (fault) {
      const diagnostics = this.#isOver ? [] : [this.settings.faultOf(fault, brief)];
      return { status: 'failed', hash, diagnostics, made: null, parts: null };
    }
  }

  async #show({ status, hash, diagnostics, made, parts }: Build, milliseconds: number): Promise<void> {
    if (made?.document != null && parts !== null) await this.#documents.add(made.document, parts, hash);
    // A brief that cannot be read for the moment still has the editions, languages and copies that it had.
    this.#found = made?.found ?? this.#found;
    if (made?.found != null) this.#chosen = { ...this.#chosen, ...made.found.chosen };
    const told = diagnostics.map((each) => this.settings.told(each));
    const { brief } = this.#chosen;
    this.#publish({
      chosen: this.#chosen,
      offered: this.#offers.for(this.#found),
      build: { status, milliseconds, coming: null },
      problems: problemsOf(told, brief === null ? '' : this.workspace.name(this.briefs.file(brief))),
      document: this.#documents.state(status !== 'ready'),
      hash,
    });
  }

  #publish(news: Partial<State>): void {
    this.#state = { ...this.#state, ...news, revision: this.#state.revision + 1 };
    for (const listener of this.#listeners) listener(this.#state);
  }

  #waitFor(path: string): number | null {
    const { brief } = this.#chosen;
    if (brief === null || path !== this.briefs.file(brief)) {
      if (!this.#named.has(path)) this.#isAnew = true;
      return QUIET_TIME;
    }
    const read = this.briefs.read(brief);
    // Its own save is heard of as well, and made once.
    if ((read.ok ? hashOf(read.bytes) : null) === this.#readHash) return null;
    // Should more of it come, it is made once more before what is wrong with this is said.
    return read.ok && read.bytes.length > 0 ? 0 : QUIET_TIME;
  }

  #hashNow(): string | null {
    const { brief } = this.#chosen;
    const read = brief === null ? null : this.briefs.read(brief);
    return read?.ok ? hashOf(read.bytes) : null;
  }
}

/** A document that was made, or not; `made`: as far as the brief could be had. */
interface Build {
  readonly status: BuildState['status'];
  readonly hash: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly made: Made | null;
  readonly parts: PartsLater | null;
}

function watchedFor(file: string, made: Made | null): readonly string[] {
  return made === null ? [] : [file, ...made.named, ...made.beside];
}

function unreadable(name: string, isGone: boolean): Diagnostic {
  const words = isGone ? `${name} is not there any more.` : `${name} cannot be read, or leads out of its folder.`;
  return error(isGone ? 'file-not-found' : 'file-unreadable', words, {
    at: wholeFile(name),
    hints: isGone ? ['When it is there again, it is shown again.'] : [],
  });
}
