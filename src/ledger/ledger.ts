import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  outcomeOf,
  success,
  wholeFile,
} from '../diagnostics/diagnostic.js';
import { sha256Of } from '../digest/sha256.js';
import { csvText } from '../syntax/write-csv.js';
import type { Workspace } from '../workspace/workspace.js';

/** What one reader gets: the same edition of a brief is the same thing, even where a word in it was corrected since. */
export interface Item {
  /** The number of the brief's edition. */
  readonly edition: number;
  /** The edition for other readers; null for the whole brief. */
  readonly cut: string | null;
  readonly language: string;
  /** The number of a numbered copy. */
  readonly copy: number | null;
  /** Where it goes, as far as the same thing may go to several places: an e-mail address; empty for paper. */
  readonly address: string;
}

/** One attempt to bring something to someone, as it is kept. */
export interface Entry<State extends string = string> extends Item {
  readonly attempt: number;
  /** `begun` before anything is handed over. */
  readonly state: State | 'begun';
  readonly reader: string;
  readonly marking: string | null;
  /** Of what the reader gets. */
  readonly sha256: string;
  /** ISO 8601. */
  readonly begun: string;
  readonly ended: string | null;
  /** The words of the server or the printer, or what went wrong. */
  readonly answer: string;
  /** The printer that it was given to. */
  readonly printer?: string;
}

/** What a ledger says of something before it is handed over. */
export type Standing<Done extends string> =
  /** Has never been tried. */
  | 'new'
  /** An earlier attempt came to nothing. */
  | 'again'
  | Done
  /** Was done when this edition said something else. */
  | 'earlier'
  /** An earlier attempt may have come to something. */
  | 'unclear';

/** Whether something is handed over: not to those who have, or may have, got it. */
export function isDue(standing: Standing<string>, again: boolean): boolean {
  return again || standing === 'new' || standing === 'again';
}

/** What a ledger is of: mails, prints. */
export interface LedgerKind<State extends string, Done extends State> {
  /** What each of its files says of itself. */
  readonly maker: string;
  /** For messages: `mails`. */
  readonly what: string;
  readonly code: 'mail-register' | 'print-register';
  /** Besides `begun`. */
  readonly states: readonly State[];
  /** The state of what a reader has got. */
  readonly done: Done;
  /** Of the table. */
  readonly columns: readonly (keyof Entry)[];
}

const ENTRY = /^([0-9a-f]{16})\.(\d{1,6})\.json$/;
const LIST = 'register.csv';
const LIMIT = 64 * 1024;
const LIST_LIMIT = 64 * 1024 * 1024;

/**
 * Who has got what of a brief: a folder with a file for each attempt. A file is made before anything is handed over, and
 * only one program can make it; so nobody gets the same twice, whatever is interrupted, and whoever runs at the same time.
 */
export class Ledger<State extends string, Done extends State> {
  readonly #entries = new Map<string, Entry<State>>();

  private constructor(
    private readonly workspace: Workspace,
    /** Absolute. */
    readonly folder: string,
    private readonly kind: LedgerKind<State, Done>,
  ) {}

  /** Reads it; a folder that is not there is an empty one. Error: the kind's `code`, where something in it is not ours. */
  static read<State extends string, Done extends State>(
    kind: LedgerKind<State, Done>,
    folder: string,
    workspace: Workspace,
  ): Outcome<Ledger<State, Done>> {
    const ledger = new Ledger(workspace, folder, kind);
    const there = workspace.kind(folder);
    if (there === null) return success(ledger);
    if (there !== 'folder') return failure([notOurs(kind, workspace.name(folder))]);
    const listed = workspace.list(folder);
    if (!listed.ok) return listed;
    const names = listed.value.map(({ name }) => name);
    const problems = names.filter((name) => ENTRY.test(name)).flatMap((name) => ledger.#take(name));
    if (names.includes(LIST)) problems.push(...ledger.#checkList());
    return outcomeOf(ledger, problems);
  }

  /** The last attempt; null where there was none. */
  last(item: Item): Entry<State> | null {
    return this.#entries.get(keyOf(item)) ?? null;
  }

  /** What the last attempt came to; `sha256` is of what would be handed over now. */
  standing(item: Item, sha256: string): Standing<Done> {
    const last = this.last(item);
    if (last === null) return 'new';
    if (last.state === 'begun' || last.state === 'unclear') return 'unclear';
    if (last.state !== this.kind.done) return 'again';
    return last.sha256 === sha256 ? this.kind.done : 'earlier';
  }

  /** Every last attempt, in the order of their beginnings. */
  get all(): readonly Entry<State>[] {
    return [...this.#entries.values()].toSorted((a, b) => (a.begun + a.address < b.begun + b.address ? -1 : 1));
  }

  /** Writes down that something is about to be handed over. False: another program has begun the same meanwhile. */
  begin(entry: Omit<Entry<State>, 'attempt' | 'state' | 'ended' | 'answer'>): Outcome<boolean> {
    const attempt = (this.last(entry)?.attempt ?? 0) + 1;
    const begun: Entry<State> = { ...entry, attempt, state: 'begun', ended: null, answer: '' };
    const path = this.#path(begun);
    const written = this.workspace.write(path, this.#textOf(begun), { replace: false });
    if (!written.ok) return this.workspace.kind(path) === null ? written : success(false);
    this.#entries.set(keyOf(begun), begun);
    return success(true);
  }

  /** Writes down how it ended. */
  end(item: Item, ending: Pick<Entry<State>, 'state' | 'ended' | 'answer'>): Outcome<void> {
    const begun = this.last(item);
    if (begun === null) return success(undefined);
    const entry = { ...begun, ...ending };
    this.#entries.set(keyOf(entry), entry);
    return this.workspace.write(this.#path(entry), this.#textOf(entry));
  }

  /** Writes the list for people: one line a reader, what became of the last attempt. */
  writeList(): Outcome<void> {
    const { columns } = this.kind;
    const rows = this.all.map((each) => columns.map((name) => String(each[name] ?? '')));
    return this.workspace.write(this.workspace.resolve(this.folder, LIST), csvText([columns, ...rows]));
  }

  #path(entry: Entry): string {
    return this.workspace.resolve(this.folder, `${keyOf(entry)}.${entry.attempt}.json`);
  }

  #textOf(entry: Entry): string {
    return `${JSON.stringify({ maker: this.kind.maker, ...entry }, null, 2)}\n`;
  }

  #take(name: string): readonly Diagnostic[] {
    const path = this.workspace.resolve(this.folder, name);
    const text = this.workspace.readText(path, LIMIT);
    if (!text.ok) return text.diagnostics;
    const entry = entryIn(text.value, this.kind);
    const [, key = '', attempt = ''] = ENTRY.exec(name) ?? [];
    if (entry === null || keyOf(entry) !== key || entry.attempt !== Number(attempt))
      return [notOurs(this.kind, this.workspace.name(path))];
    const known = this.#entries.get(key);
    if (known === undefined || known.attempt < entry.attempt) this.#entries.set(key, entry);
    return [];
  }

  #checkList(): readonly Diagnostic[] {
    const path = this.workspace.resolve(this.folder, LIST);
    const text = this.workspace.readText(path, LIST_LIMIT);
    const isOurs = text.ok && text.value.startsWith(`${this.kind.columns.join(',')}\r\n`);
    return isOurs ? [] : [notOurs(this.kind, this.workspace.name(path))];
  }
}

function keyOf({ edition, cut, language, copy, address }: Item): string {
  const words = [edition, cut, language.toLowerCase(), copy, address.toLowerCase()];
  return sha256Of(new TextEncoder().encode(JSON.stringify(words))).slice(0, 16);
}

/** An entry as we write them; null for anything else, for a half that a full disk has left too. */
function entryIn<State extends string>(
  text: string,
  { maker, states }: Pick<LedgerKind<State, State>, 'maker' | 'states'>,
): Entry<State> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { maker: found, ...entry } = value as Record<string, unknown>;
  const areTexts = ['language', 'address', 'reader', 'sha256', 'begun', 'answer'].every(
    (key) => typeof entry[key] === 'string',
  );
  const areNumbers = ['edition', 'attempt'].every((key) => Number.isInteger(entry[key]));
  const isCopy = entry.copy === null || Number.isInteger(entry.copy);
  const isCut = entry.cut === null || typeof entry.cut === 'string';
  const isState = entry.state === 'begun' || states.some((state) => state === entry.state);
  const isOurs = found === maker && areTexts && areNumbers && isCopy && isCut && isState;
  return isOurs ? (entry as unknown as Entry<State>) : null;
}

function notOurs({ code, what }: Pick<LedgerKind<string, string>, 'code' | 'what'>, name: string): Diagnostic {
  return error(code, `${name} is not what Briefpress keeps a register of ${what} in.`, {
    at: wholeFile(name),
    hints: [
      'Without it, nobody can say who has got what. Put it right, or move it away and give the command with --again.',
    ],
  });
}
