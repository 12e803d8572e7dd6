/** Language tags are well formed, and every text is there in every language of the brief. */
import { diagnostic, error, warning } from '../../diagnostics/diagnostic.js';
import { languagesOf } from '../languages.js';
import type { Field } from '../schema-walk.js';
import type { Checked, Finding } from './finding.js';

export function checkLanguages(checked: Checked): Finding[] {
  const malformed = checked.fields.flatMap(malformedTags);
  if (malformed.length > 0) return malformed;
  const repeated = [...checked.fields.flatMap(repeatedTags), ...repeatedLanguages(checked)];
  if (repeated.length > 0) return repeated;
  const { brief } = checked;
  const languages = languagesOf(brief).map(canonical);
  return [
    ...checked.fields.flatMap((field) => checkText(field, languagesIn(field, checked, languages), languages)),
    ...untranslatedQuotes(checked, languages),
    ...editionLanguages(checked, languages),
  ];
}

const TEXTS: readonly string[] = ['prose', 'block', 'label'];

function malformedTags({ definition, path, value }: Field): Finding[] {
  const inMap = TEXTS.includes(definition) && typeof value === 'object';
  const tags = definition === 'languageTag' ? [String(value)] : inMap ? Object.keys(value as object) : [];
  return tags
    .filter((tag) => !isWellFormed(tag))
    .map((tag) =>
      error('shape-format', `"${tag}" is not a well-formed language tag; expected BCP 47, such as en, sv or zh-Hant.`, {
        at: inMap ? `${path}.${tag}` : path,
        hints: ['A tag is a language, then a script and a region where they matter: sr, sr-Latn, sr-Latn-RS.'],
      }),
    );
}

/** Two tags of one language: one of the texts would never be printed. */
function repeatedTags({ definition, path, value }: Field): Finding[] {
  if (!(TEXTS.includes(definition) || definition === 'cell') || typeof value !== 'object' || value === null) return [];
  const tags = Object.keys(value);
  return repeatedIn(tags, (index) => `${path}.${tags[index]}`);
}

/** A document is made in each language once. */
function repeatedLanguages({ brief }: Checked): Finding[] {
  const lists: [string, readonly string[]][] = [['languages', languagesOf(brief)]];
  for (const [index, { languages }] of (brief.editions ?? []).entries())
    if (languages !== undefined) lists.push([`editions[${index}].languages`, languages]);
  return lists.flatMap(([path, tags]) => repeatedIn(tags, (index) => `${path}[${index}]`));
}

function repeatedIn(tags: readonly string[], pathOf: (index: number) => string): Finding[] {
  return tags.flatMap((tag, index) => {
    const before = tags.slice(0, index).find((each) => canonical(each) === canonical(tag));
    if (before === undefined) return [];
    const message = `${before} and ${tag} are one language, ${canonical(tag)}, and only one of the two would be printed.`;
    return [error('shape-format', message, { at: pathOf(index), hints: ['Keep one of the two.'] })];
  });
}

function isWellFormed(tag: string): boolean {
  try {
    Intl.getCanonicalLocales(tag);
    return true;
  } catch {
    return false;
  }
}

function canonical(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag;
}

/** The overrides of an edition need only the languages of that edition. */
function languagesIn({ steps }: Field, { brief }: Checked, languages: readonly string[]): readonly string[] {
  if (steps[0] !== 'editions' || typeof steps[1] !== 'number') return languages;
  return brief.editions?.[steps[1]]?.languages?.map(canonical) ?? languages;
}

function checkText(
  { definition, path, value, steps }: Field,
  wanted: readonly string[],
  all: readonly string[],
): Finding[] {
  if (!TEXTS.includes(definition)) return [];
  // A name in one string serves every language; prose in one string is in the main one.
  if (typeof value === 'string' && definition === 'label') return [];
  const given = typeof value === 'string' ? all.slice(0, 1) : Object.keys(value as object).map(canonical);
  const missing = wanted.filter((tag) => !given.includes(tag));
  const written = typeof value === 'string' ? [] : Object.keys(value as object);
  const extra = written.filter((tag) => !all.includes(canonical(tag)));
  // Nothing can be built where the main language is missing; another language is missed only when it is asked for.
  const main = steps[0] !== 'editions' && missing.includes(all[0] ?? '');
  return [
    ...(missing.length > 0
      ? [
          diagnostic(
            main ? 'error' : 'warning',
            'sense-language-missing',
            `\`${path}\` has no text in ${missing.join(', ')}; the brief is in ${all.join(', ')}.`,
            { at: path, hints: [`Give one text for each language: { ${all.map((tag) => `${tag}: …`).join(', ')} }.`] },
          ),
        ]
      : []),
    ...extra.map((tag) =>
      warning(
        'sense-language-missing',
        `\`${path}\` has a text in ${tag}, which is not one of the brief's languages (${all.join(', ')}).`,
        { at: `${path}.${tag}`, hints: [`Add ${tag} to \`languages\`, or leave the text out.`] },
      ),
    ),
  ];
}

function untranslatedQuotes({ brief }: Checked, languages: readonly string[]): Finding[] {
  return (brief.quotes ?? []).flatMap(({ lang, translations = [] }, index) => {
    const given = [lang ?? languages[0] ?? 'en', ...translations.map((translation) => translation.lang)].map(canonical);
    const missing = languages.filter((tag) => !given.some((other) => baseOf(other) === baseOf(tag)));
    if (missing.length === 0) return [];
    return [
      warning(
        'sense-language-missing',
        `\`quotes[${index}]\` is in ${given[0]} and has no translation into ${missing.join(', ')}.`,
        { at: `quotes[${index}].text`, hints: ['Add it to `translations`, and say in `by` who translated.'] },
      ),
    ];
  });
}

/** British readers do not need American words translated. */
function baseOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

function editionLanguages({ brief }: Checked, languages: readonly string[]): Finding[] {
  return (brief.editions ?? []).flatMap((edition, index) =>
    (edition.languages ?? []).flatMap((tag, place) =>
      languages.includes(canonical(tag))
        ? []
        : [
            error(
              'sense-language-missing',
              `The edition "${edition.id}" asks for ${tag}, which is not one of the brief's languages (${languages.join(', ')}).`,
              { at: `editions[${index}].languages[${place}]`, hints: [`Add ${tag} to the brief's \`languages\`.`] },
            ),
          ],
    ),
  );
}
