import type { BlockText, CalendarDate, InlineText, Likelihood, PlainText, SourceCitation } from './text.js';

/**
 * The shape of a value as a template sees it. The template checker walks it to tell an unknown name from an empty field;
 * the table of fields in docs/templates.md and the types of an edition derive from it.
 */
export type Shape =
  | TextShape
  | DateShape
  | LikelihoodShape
  | CitationShape
  | WordShape
  | NumberShape
  | FlagShape
  | ListShape
  | RecordShape;

interface About {
  /** One line for the documentation. */
  readonly about: string;
  /** Null where the brief does not have it. */
  readonly optional?: true;
}
export interface TextShape<Form extends keyof Texts = keyof Texts> extends About {
  readonly kind: 'text';
  readonly form: Form;
}
export interface DateShape extends About {
  readonly kind: 'date';
}
export interface LikelihoodShape extends About {
  readonly kind: 'likelihood';
}
export interface CitationShape extends About {
  readonly kind: 'citation';
}
/** A word of a closed list, or an identifier: for comparing, and for the helper `term`. */
export interface WordShape<Word extends string = string> extends About {
  readonly kind: 'word';
  /** Never present at run time: it carries the type. */
  readonly words?: readonly Word[];
}
export interface NumberShape extends About {
  readonly kind: 'number';
}
export interface FlagShape extends About {
  readonly kind: 'flag';
}
export interface ListShape<T extends Shape = Shape> extends About {
  readonly kind: 'list';
  readonly of: T;
}
type Fields = Readonly<Record<string, Shape>>;
export interface RecordShape<F extends Fields = Fields, Tag extends string = string> extends About {
  readonly kind: 'record';
  /** The kind of record, where helpers take one: a party, a source. */
  readonly name: string;
  readonly fields: F;
  /** The `kind` of its values, where helpers need to tell them apart. */
  readonly tag?: Tag;
}

interface Texts {
  readonly plain: PlainText;
  readonly inline: InlineText;
  readonly block: BlockText;
}

/** The type of what a shape describes. An optional thing is null, never absent. */
export type ValueOf<S extends Shape> = S extends { readonly optional: true } ? Described<S> | null : Described<S>;

type Described<S extends Shape> =
  S extends TextShape<infer Form>
    ? Texts[Form]
    : S extends DateShape
      ? CalendarDate
      : S extends LikelihoodShape
        ? Likelihood
        : S extends CitationShape
          ? SourceCitation
          : S extends WordShape<infer Word>
            ? Word
            : S extends NumberShape
              ? number
              : S extends FlagShape
                ? boolean
                : S extends ListShape<infer Item>
                  ? readonly ValueOf<Item>[]
                  : S extends RecordShape<infer F>
                    ? { readonly [K in keyof F]: ValueOf<F[K]> } & TagOf<S>
                    : never;

type TagOf<S> = S extends { readonly tag: infer Tag } ? { readonly kind: Tag } : unknown;

/** Text printed as it is. */
export const plain = (about: string): TextShape<'plain'> => ({ kind: 'text', form: 'plain', about });
/** Text that runs within a line. */
export const inline = (about: string): TextShape<'inline'> => ({ kind: 'text', form: 'inline', about });
/** Paragraphs, lists and tables. */
export const block = (about: string): TextShape<'block'> => ({ kind: 'text', form: 'block', about });
export const date = (about: string): DateShape => ({ kind: 'date', about });
export const likelihood = (about: string): LikelihoodShape => ({ kind: 'likelihood', about });
export const citation = (about: string): CitationShape => ({ kind: 'citation', about });
export const word = <Word extends string = string>(about: string): WordShape<Word> => ({ kind: 'word', about });
export const number = (about: string): NumberShape => ({ kind: 'number', about });
export const flag = (about: string): FlagShape => ({ kind: 'flag', about });
export const list = <T extends Shape>(about: string, of: T): ListShape<T> => ({ kind: 'list', about, of });
export const record = <const F extends Fields>(name: string, about: string, fields: F): RecordShape<F> => ({
  kind: 'record',
  name,
  about,
  fields,
});
export const tagged = <const Tag extends string, S extends RecordShape>(tag: Tag, shape: S) => ({ ...shape, tag });
export const optional = <S extends Shape>(shape: S): S & { readonly optional: true } => ({ ...shape, optional: true });
