/** The half of what the page and its server say to each other that is about writing: see `protocol.ts`. */

import type { Problem } from './protocol.js';

export interface BriefText {
  readonly brief: string;
  readonly format: 'yaml' | 'json';
  readonly text: string;
  /** SHA-256 of the file. */
  readonly hash: string;
  /** The values in it; null where it cannot be read as YAML. */
  readonly data: unknown;
}

export interface SaveRequest {
  readonly brief: string;
  /** The text that the person began with, as the server gave it. */
  readonly base: string;
  /** The text that the person has now. */
  readonly text: string;
  /** For each question of the `conflict` before: whose version is taken. */
  readonly answers?: Readonly<Record<string, 'mine' | 'theirs'>>;
}

/**
 * `saved`: the file now has `text`, which holds what was changed on the disk meanwhile where `isMerged`. `conflict`:
 * nothing was written; ask the person, and save again with the same `base`, `text` and the answers.
 */
export type SaveAnswer =
  | { readonly outcome: 'saved'; readonly text: string; readonly hash: string; readonly isMerged: boolean }
  | { readonly outcome: 'conflict'; readonly questions: readonly Question[] };

/** Something that the page and the disk have both changed. Null: it was removed, or was not there. */
export interface Question {
  readonly id: string;
  /** What it is: a field's path (`keyFacts[1].text`), or the lines (`Lines 3–5`). */
  readonly about: string;
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

export interface EditRequest {
  readonly brief: string;
  /** The text that the person has now, saved or not. */
  readonly text: string;
  /** Made one after the other; none: the text is only read and checked. */
  readonly changes: readonly FieldChange[];
}

export type Path = readonly (string | number)[];

/**
 * `set`: the value at the path, which may not be there yet (the map around it is made where it is missing). `insert`: an
 * item before the one that is at the path, whose last step is an index, or behind the last; the list is made where it is
 * missing. `remove`: a field or an item. `move`: an item to another index of its list.
 */
export type FieldChange =
  | { readonly op: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly op: 'insert'; readonly path: Path; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: Path }
  | { readonly op: 'move'; readonly path: Path; readonly to: number };

export interface EditAnswer {
  /** Whether the changes were made; where not, `text` is the text of the request and `problems` says why. */
  readonly isDone: boolean;
  readonly text: string;
  readonly data: unknown;
  /** Of the text, as `check` of the brief alone finds them; not of its documents. */
  readonly problems: readonly Problem[];
}

export interface CompleteRequest {
  readonly brief: string;
  readonly text: string;
  /** In UTF-16 code units from the beginning of `text`. */
  readonly offset: number;
}
export interface Completion {
  /** The part of the text that an option replaces. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly CompletionOption[];
}
export interface CompletionOption {
  readonly label: string;
  /** What is written; `label` without it. */
  readonly apply?: string;
  readonly kind: 'field' | 'value' | 'source';
  /** A few words. */
  readonly detail?: string;
  /** A sentence or more. */
  readonly info?: string;
}

/** The form: the fields of the format in its order. */
export interface FormSchema {
  readonly fields: readonly FormField[];
}

/**
 * What a field holds. `prose` is Markdown, `label` plain text, and both may be one text or a map from language to text
 * (`isMultilingual`); `text` is plain and in no language; `sourceRef` names a source: its id, or a map with `source` and
 * `locator`. `any`: what no form has been made for; it is edited as text.
 */
export type FieldKind =
  | 'prose'
  | 'label'
  | 'text'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'date'
  | 'sourceRef'
  | 'group'
  | 'list'
  | 'any';

export interface FormField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly isMultilingual: boolean;
  /** Of `choice`. */
  readonly choices?: readonly string[];
  /** Of `group`. */
  readonly fields?: readonly FormField[];
  /** Of `list`: what an item is. */
  readonly item?: FormField;
  readonly example?: unknown;
  readonly default?: unknown;
}

export interface NewBrief {
  /** A name, which becomes that of the file. */
  readonly name: string;
  readonly type: string;
}

export interface KeptCopy {
  readonly source: string;
  readonly title: string;
  /** Null: none is kept. */
  readonly file: string | null;
  readonly retrievedAt: string | null;
}
export interface KeptPassage {
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly speaker: string;
}
export interface KeepRequest {
  readonly brief: string;
  readonly text: string;
  readonly source: string;
  /** The name of the file that the person chose; its ending says what it is. */
  readonly name: string;
  /** Its bytes, in base64. */
  readonly bytes: string;
}
export interface QuoteRequest {
  readonly brief: string;
  readonly text: string;
  readonly source: string;
  readonly words: string;
  /** Which passage, from 1, where the words stand several times. */
  readonly nth?: number;
  readonly speaker?: string;
  readonly date?: string;
  readonly venue?: string;
  readonly lang?: string;
  readonly locator?: string;
}
