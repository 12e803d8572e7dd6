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
import type { Fate } from './mail-session.js';

/** What one reader gets: the same edition of a brief is the same thing, even where a word in it was corrected since. */
export interface Item {
  /** The number of the brief's edition. */
  readonly edition: number;
  /** The edition for other readers; null for the whole brief. */
  readonly cut: string | null;
  readonly language: string;
  /** The number of a numbered copy. */
  readonly copy: number | null;
  readonly address: string;
}

/** One attempt to send something to someone, as it is kept. */
export interface Entry extends Item {
  readonly attempt: number;
  /** `begun` before anything is handed over; `not-sent` where nothing was. */
  readonly state: Fate['kind'] | 'begun' | 'not-sent';
  readonly reader: string;
  readonly marking: string | null;
  /** Of what the reader gets: words and attachments. */
  readonly sha256: string;
  /** ISO 8601. */
  readonly begun: string;
  readonly ended: string | null;
  /** The words of the server, or what went wrong. */
  readonly answer: string;
}

const ENTRY = /^([0-9a-f]{16})\.(\d{1,6})\.json$/;
const LIST = 'register.csv';
const LIMIT = 64 * 1024;
const COLUMNS = [
  ...(['reader', 'address', 'copy', 'edition', 'cut', 'language', 'marking'] as const),
  ...(['state', 'begun', 'ended', 'sha256', 'answer'] as const),
];
const MAKER = 'briefpress mail register 1';

/**
 * Who has got what of a brief: a folder with a file for each attempt. A file is made before anything is handed over, and
 * only one program can make it; so nobody gets the same twice, whatever is interrupted, and whoever runs at the same time.
 */
export class MailRegister {
  readonly #entries = new Map<string, Entry>();

  private constructor(
    private readonly workspace: Workspace,
    /** Absolute. */
    readonly folder: string,
  ) {}

  /** Reads it; a folder that is not there is an empty one. Error: `mail-register`, where something in it is not ours. */
  static read(workspace: Workspace, folder: string): Outcome<MailRegister> {
    const register = new MailRegister(workspace, folder);
    const kind = workspace.kind(folder);
    if (kind === null) return success(register);
    if (kind !== 'folder') return failure([notOurs(workspace.name(folder))]);
    const listed = workspace.list(folder);
    if (!listed.ok) return listed;
    const names = listed.value.map(({ name }) => name);
    const problems = names.filter((name) => ENTRY.test(name)).flatMap((name) => register.#take(name));
    if (names.includes(LIST)) problems.push(...register.#checkList());
    return outcomeOf(register, problems);
  }

  /** The last attempt; null where there was none. */
  last(item: Item): Entry | null {
    return this.#entries.get(keyOf(item)) ?? null;
  }

  /** Every last attempt, in the order of their beginnings. */
  get all(): readonly Entry[] {
    return [...this.#entries.values()].toSorted((a, b) => (a.begun + a.address < b.begun + b.address ? -1 : 1));
  }

  /** Writes down that something is about to be handed over. False: another program has begun the same meanwhile. */
  begin(entry: Omit<Entry, 'attempt' | 'state' | 'ended' | 'answer'>): Outcome<boolean> {
    const attempt = (this.last(entry)?.attempt ?? 0) + 1;
    const begun: Entry = { ...entry, attempt, state: 'begun', ended: null, answer: '' };
    const path = this.#path(begun);
    const written = this.workspace.write(path, textOf(begun), { replace: false });
    if (!written.ok) return this.workspace.kind(path) === null ? written : success(false);
    this.#entries.set(keyOf(begun), begun);
    return success(true);
  }

  /** Writes down how it ended. */
  end(item: Item, ending: Pick<Entry, 'state' | 'ended' | 'answer'>): Outcome<void> {
    const begun = this.last(item);
    if (begun === null) return success(undefined);
    const entry = { ...begun, ...ending };
    this.#entries.set(keyOf(entry), entry);
    return this.workspace.write(this.#path(entry), textOf(entry));
  }

  /** Writes the list for people: one line a reader, what became of the last attempt. */
  writeList(): Outcome<void> {
    const rows = this.all.map((each) => COLUMNS.map((name) => String(each[name] ?? '')));
    return this.workspace.write(this.workspace.resolve(this.folder, LIST), csvText([COLUMNS, ...rows]));
  }

  #path(entry: Entry): string {
    return this.workspace.resolve(this.folder, `${keyOf(entry)}.${entry.attempt}.json`);
  }

  #take(name: string): readonly Diagnostic[] {
    const path = this.workspace.resolve(this.folder, name);
    const text = this.workspace.readText(path, LIMIT);
    if (!text.ok) return text.diagnostics;
    const entry = entryIn(text.value);
    const [, key = '', attempt = ''] = ENTRY.exec(name) ?? [];
    if (entry === null || keyOf(entry) !== key || entry.attempt !== Number(attempt))
      return [notOurs(this.workspace.name(path))];
    const known = this.#entries.get(key);
    if (known === undefined || known.attempt < entry.attempt) this.#entries.set(key, entry);
    return [];
  }

  #checkList(): readonly Diagnostic[] {
    const path = this.workspace.resolve(this.folder, LIST);
    const text = this.workspace.readText(path, 64 * 1024 * 1024);
    const isOurs = text.ok && text.value.startsWith(`${COLUMNS.join(',')}\r\n`);
    return isOurs ? [] : [notOurs(this.workspace.name(path))];
  }
}

function keyOf({ edition, cut, language, copy, address }: Item): string {
  const words = [edition, cut, language.toLowerCase(), copy, address.toLowerCase()];
  return sha256Of(new TextEncoder().encode(JSON.stringify(words))).slice(0, 16);
}

function textOf(entry: Entry): string {
  return `${JSON.stringify({ maker: MAKER, ...entry }, null, 2)}\n`;
}

const STATES: ReadonlySet<unknown> = new Set(['begun', 'sent', 'refused', 'later', 'unclear', 'not-sent']);

/** An entry as we write them; null for anything else, for a half that a full disk has left too. */
function entryIn(text: string): Entry | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { maker, ...entry } = value as Record<string, unknown>;
  const areTexts = ['language', 'address', 'reader', 'sha256', 'begun', 'answer'].every(
    (key) => typeof entry[key] === 'string',
  );
  const areNumbers = ['edition', 'attempt'].every((key) => Number.isInteger(entry[key]));
  const isCopy = entry.copy === null || Number.isInteger(entry.copy);
  const isCut = entry.cut === null || typeof entry.cut === 'string';
  const isOurs = maker === MAKER && areTexts && areNumbers && isCopy && isCut && STATES.has(entry.state);
  return isOurs ? (entry as unknown as Entry) : null;
}

function notOurs(name: string): Diagnostic {
  return error('mail-register', `${name} is not what Briefpress keeps a register of mails in.`, {
    at: wholeFile(name),
    hints: ['Without it, nobody can say who has got what. Put it right, or move it away and send with --again.'],
  });
}
