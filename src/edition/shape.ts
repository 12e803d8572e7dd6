import type { CalendarDate, EditionText, Likelihood, SourceCitation } from './text.js';

/**
 * The shape of a value as a template sees it: what the checker of templates walks to tell an unknown name from an
 * empty field, and what the table of fields in docs/templates.md is made of.
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
}
export interface TextShape extends About {
  readonly kind: 'text';
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
/** A word of a closed list or an identifier, for comparing and for `term`. */
export interface WordShape extends About {
  readonly kind: 'word';
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
export interface RecordShape<F extends Readonly<Record<string, Shape>> = Readonly<Record<string, Shape>>>
  extends About {
  readonly kind: 'record';
  /** What the record is, where helpers take one: a party, a source. */
  readonly name: string;
  readonly fields: F;
}

type Discriminator = 'party' | 'source' | 'author';

/** The shape that describes `T`; with it the compiler finds a field that a description lacks or invents. */
export type ShapeOf<T> = T extends EditionText
  ? TextShape
  : T extends CalendarDate
    ? DateShape
    : T extends Likelihood
      ? LikelihoodShape
      : T extends SourceCitation
        ? CitationShape
        : T extends string
          ? WordShape
          : T extends number
            ? NumberShape
            : T extends boolean
              ? FlagShape
              : T extends readonly (infer U)[]
                ? ListShape<ShapeOf<U>>
                : RecordShape<{
                    readonly [K in keyof T as T[K] extends Discriminator ? never : K]: ShapeOf<NonNullable<T[K]>>;
                  }>;

export const text = (about: string): TextShape => ({ kind: 'text', about });
export const date = (about: string): DateShape => ({ kind: 'date', about });
export const likelihood = (about: string): LikelihoodShape => ({ kind: 'likelihood', about });
export const citation = (about: string): CitationShape => ({ kind: 'citation', about });
export const word = (about: string): WordShape => ({ kind: 'word', about });
export const number = (about: string): NumberShape => ({ kind: 'number', about });
export const flag = (about: string): FlagShape => ({ kind: 'flag', about });
export const list = <T extends Shape>(about: string, of: T): ListShape<T> => ({ kind: 'list', about, of });
export const record = <F extends Readonly<Record<string, Shape>>>(
  name: string,
  about: string,
  fields: F,
): RecordShape<F> => ({ kind: 'record', name, about, fields });
