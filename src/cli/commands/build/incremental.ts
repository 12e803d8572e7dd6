import { type Diagnostic, distinct, warning } from '../../../diagnostics/diagnostic.js';
import { Materials } from '../../../materials/materials.js';
import { type OpenedBrief, openBrief, type Reading } from '../../../materials/open-brief.js';
import { MAX_BYTES } from '../../../syntax/decode.js';
import { ownCacheFolder } from '../../../workspace/cache-folder.js';
import { SealedNotes } from '../../../workspace/sealed-notes.js';
import {
  type Answers,
  isAnsweredAlike,
  type Question,
  type Trace,
  tracedWorkspace,
} from '../../../workspace/traced.js';
import { DOCUMENT_LIMIT, type Workspace } from '../../../workspace/workspace.js';
import type { BuildOptions } from '../../options.js';
import type { BuildSettings } from '../../settings.js';
import { type BriefReport, type MadeFile, makeBrief, type Press } from './make.js';
import { writtenKey } from './overwriting.js';
import type { PlannedBrief } from './plan.js';

/** What is remembered of a brief that was made. */
interface Memory {
  /** Of the program that made it. */
  readonly fingerprint: string;
  readonly trace: readonly (readonly [string, string])[];
  /** Absolute paths of the files that the brief was found to need. */
  readonly named: readonly string[];
  /** Path → what tells that it is as it was written. */
  readonly written: readonly (readonly [path: string, key: string])[];
  readonly outputs: readonly MadeFile[];
  /** What was said of the documents, and neither of the brief by itself nor of what lay beside them. */
  readonly said: readonly Diagnostic[];
}

/**
 * Finds the briefs that need not be made again. Whatever a brief was made of is not listed here, where something could be
 * forgotten: everything that was asked of the disk from opening the brief to its last document is asked again, and must have
 * the same answer. Nothing is taken from an earlier build but what it said and what its files are; the brief itself is read
 * and checked each time. What is remembered can be read by those alone who have the brief.
 */
export class Incremental {
  readonly #notes: SealedNotes;
  readonly #traces = new WeakMap<OpenedBrief, Trace>();
  readonly #answers: Answers = new Map();
  readonly #known: Trace = new Map();
  readonly #folder: string;

  constructor(
    private readonly workspace: Workspace,
    private readonly fingerprint: string,
    private readonly asked: { readonly settings: BuildSettings; readonly options: BuildOptions },
  ) {
    this.#folder = workspace.resolve(ownCacheFolder(workspace.env), 'made');
    this.#notes = new SealedNotes(workspace, this.#folder);
  }

  /** Opens a brief so that what it is made of is noted. */
  open(file: string, reading: Reading): OpenedBrief {
    const trace: Trace = new Map();
    const opened = openBrief(tracedWorkspace(this.workspace, trace), file, reading);
    this.#traces.set(opened, trace);
    return opened;
  }

  /** What was made of the brief before, where making it again would change nothing; else null. */
  unchanged(plan: PlannedBrief, press: Press): BriefReport | null {
    const { opened, diagnostics } = plan;
    const secret = this.#secretOf(opened);
    if (press.force || secret === null || hasErrors(diagnostics)) return null;
    const text = this.#notes.read(this.#nameOf(opened), secret);
    const memory = text === null ? null : (JSON.parse(text) as Memory);
    if (memory?.fingerprint !== this.fingerprint) return null;
    if (!memory.written.every(([path, key]) => keyAt(this.workspace, path) === key)) return null;
    if (!isAnsweredAlike(this.workspace, memory.trace, this.#known)) return null;
    for (const path of memory.named) opened.named.add(path);
    for (const [, key] of memory.written) press.written.add(key);
    const said = distinct([...diagnostics, ...memory.said]);
    return { file: opened.file, outputs: memory.outputs, diagnostics: said, isUnchanged: true };
  }

  /** Makes the brief, and remembers what it became; one with errors is made each time. */
  async make(plan: PlannedBrief, press: Press): Promise<BriefReport> {
    const { opened } = plan;
    const trace = this.#traces.get(opened);
    const secret = this.#secretOf(opened);
    if (trace === undefined || secret === null) return makeBrief(plan, press);
    const written = new Map<string, string>();
    const note = (path: string, key: string) => written.set(path, key);
    const materials = new Materials(
      tracedWorkspace(this.workspace, trace, this.#answers),
      this.asked.settings.materials,
    );
    const report = await makeBrief(plan, { ...press, materials, note });
    if (hasErrors(report.diagnostics)) return report;
    const before = new Set(plan.diagnostics.map((each) => JSON.stringify(each)));
    const memory: Memory = {
      fingerprint: this.fingerprint,
      trace: [...trace],
      named: [...opened.named],
      written: [...written],
      outputs: report.outputs,
      said: report.diagnostics.filter((each) => each.code !== 'file-outdated' && !before.has(JSON.stringify(each))),
    };
    const problems = this.#notes.write(this.#nameOf(opened), secret, JSON.stringify(memory));
    if (problems.length === 0) return report;
    return { ...report, diagnostics: [...report.diagnostics, this.#forgetful()] };
  }

  /** Who has the text of a brief may know what was made of it. Null for a brief that is in no file. */
  #secretOf(opened: OpenedBrief): string | null {
    const question: Question = ['read', this.workspace.resolve(opened.file), MAX_BYTES];
    return this.#traces.get(opened)?.get(JSON.stringify(question)) ?? null;
  }

  /** One for each way in which the brief is asked for; what is only about how it is made, or told, is left out. */
  #nameOf({ file }: OpenedBrief): string {
    const { input: _, smtp: _smtp, mailFrom: _from, printer: _printer, ...settings } = this.asked.settings;
    const { force, jobs, shard, watch, json, quiet, diagnostics, today, config, incremental, ...options } =
      this.asked.options;
    return JSON.stringify({ cwd: this.workspace.cwd, file, settings, options });
  }

  #forgetful(): Diagnostic {
    const message = `What was made cannot be remembered in ${this.#folder}, so that the next build makes it again.`;
    return warning('file-unwritable', message, {
      hints: ['Name a folder that can be written in XDG_CACHE_HOME, or leave `--incremental` out.'],
    });
  }
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function keyAt(workspace: Workspace, path: string): string | null {
  const file = workspace.read(path, DOCUMENT_LIMIT);
  return file.ok ? writtenKey(path, file.value) : null;
}
