/** What the page knows: what the server says, the text that is being written, and where the person is. */
import type { Problem, State } from '../preview/protocol.js';
import type { Path, Question } from '../preview/protocol-editing.js';
import { isChoice } from './setting.js';
import { Store } from './store.js';

/** The text that is being written. */
export interface Draft {
  readonly brief: string;
  readonly format: 'yaml' | 'json';
  /** What the server gave last, and its hash; null where the person has gone on since. */
  readonly base: string;
  readonly hash: string | null;
  readonly text: string;
  /** The values in the text; those of the last text that could be read, where this one cannot. */
  readonly data: unknown;
  readonly isReadable: boolean;
  /** What is wrong with the text; null until it was checked. */
  readonly problems: readonly Problem[] | null;
}

/** A place to be shown: in the text, and on the page. */
export interface Target {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type WriteTab = 'form' | 'text' | 'copies';
export type ReadTab = 'pages' | 'memo' | 'withheld' | 'changes';

export interface PageState {
  /** `refused`: the address is of another run. */
  readonly connection: 'waiting' | 'live' | 'lost' | 'refused';
  readonly server: State | null;
  readonly draft: Draft | null;
  readonly saving: 'idle' | 'saving' | 'failed';
  readonly questions: readonly Question[] | null;
  readonly isAutomatic: boolean;
  readonly write: WriteTab;
  readonly read: ReadTab;
  /** Which of the two sides is seen where there is room for one. */
  readonly side: 'write' | 'read';
  /** A word to the person, until the next. */
  readonly notice: Notice | null;
  /** Another object each time that a place is to be shown. */
  readonly toText: Target | null;
  readonly toPage: { readonly path: Path } | null;
  readonly toField: { readonly path: Path } | null;
}

export interface Notice {
  readonly text: string;
  /** Before it, in the language of the page. */
  readonly title?: string | null;
  readonly isBad: boolean;
  /** Of its words, where they are in another language than the page. */
  readonly lang?: string;
}

export const page = new Store<PageState>({
  connection: 'waiting',
  server: null,
  draft: null,
  saving: 'idle',
  questions: null,
  isAutomatic: isChoice('automatic', true),
  write: 'form',
  read: 'pages',
  side: 'read',
  notice: null,
  toText: null,
  toPage: null,
  toField: null,
});

export function isDirty(draft: Draft | null): boolean {
  return draft !== null && draft.text !== draft.base;
}

/** The problems of what the person sees: of the text that is being written where it is not saved yet. */
export function problemsOf({ draft, server }: PageState): readonly Problem[] {
  if (server === null) return [];
  if (draft === null || draft.problems === null || (!isDirty(draft) && draft.hash === server.hash))
    return server.problems;
  return [...draft.problems, ...server.problems.filter(({ isOfBrief }) => !isOfBrief)];
}

export function say(text: string, isBad = false): void {
  page.set({ notice: { text, isBad } });
}
