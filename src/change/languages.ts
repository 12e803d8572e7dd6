import type { SchemaPart } from '../brief/schema-walk.js';

/** The language in which texts are compared, and the main language of their edition. */
export interface LanguageChoice {
  readonly language: string;
  readonly main: string;
}

/** A text by language tag, in lower case; `*` serves every language. */
export type Texts = ReadonlyMap<string, string>;

const EVERY = '*';

/** The texts of prose or of a name. One string is prose in the main language; a name that is one string serves all. */
export function textsOf(value: unknown, { $ref }: SchemaPart, main: string): Texts {
  if (typeof value === 'string') {
    return new Map([[$ref === '#/$defs/label' ? EVERY : main.toLowerCase(), value]]);
  }
  return new Map(
    Object.entries((value ?? {}) as Readonly<Record<string, string>>).map(([tag, text]) => [tag.toLowerCase(), text]),
  );
}

/** The text in the wanted language, or else in the main one, or else in any. */
export function textIn(texts: Texts, { language, main }: LanguageChoice): string {
  return inLanguage(texts, language) ?? inLanguage(texts, main) ?? [...texts.values()][0] ?? '';
}

/** The text in one language. */
export function inLanguage(texts: Texts, tag: string): string | undefined {
  return texts.get(tag.toLowerCase()) ?? texts.get(EVERY);
}

/** A text of both editions. */
export interface TextPair {
  readonly before: string;
  readonly after: string;
  readonly language: string;
}

/**
 * The same text of two editions in one language: the one wanted where both have it, else one that both have. An edition
 * that has been translated since has not changed. Where they share no language the texts are as different as can be.
 */
export function paired(older: Texts, newer: Texts, languages: LanguageChoice): TextPair {
  const tags = [languages.language.toLowerCase(), languages.main.toLowerCase(), ...newer.keys(), ...older.keys()];
  for (const tag of tags) {
    const [before, after] = [inLanguage(older, tag), inLanguage(newer, tag)];
    if (before !== undefined && after !== undefined) return { before, after, language: tag };
  }
  return { before: textIn(older, languages), after: textIn(newer, languages), language: languages.language };
}

/**
 * A short text as a reader sees it: where its lines end in the file says nothing, unless a line is empty or ends in two
 * blanks or a backslash.
 */
export function unfolded(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) =>
      paragraph
        .replace(/(\\| {2,})?\n[ \t]*/g, (_, hard: string | undefined) => (hard === undefined ? ' ' : '\n'))
        .replace(/[ \t]+/g, ' ')
        .trim(),
    )
    .join('\n\n')
    .trim();
}
