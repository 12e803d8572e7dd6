/**
 * The scalars of a brief: prose, plain text, languages, dates. A text that may be translated is a string or a map, told
 * apart by its type and not by `anyOf`, so that a mistake in it gives one error and not one for each alternative.
 */

/** ISO 639 language, then any BCP 47 subtags; that the whole is well formed is checked by `Intl` afterwards. */
const TAG = '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$';
const DATE = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
const PARTIAL_DATE =
  '^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2}))?)?)?$';
const TIME = '[0-9]{2}:[0-9]{2}';
const DATE_OR_TIME =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$';

/** A property that is inline Markdown. */
export const prose = (title: string, description: string, example: string) =>
  ({ $ref: '#/$defs/prose', title, description, examples: [example] }) as const;

/** A property that lists texts of inline Markdown. */
export const proseList = (title: string, description: string, example: string) =>
  ({
    title,
    description,
    type: 'array',
    items: { $ref: '#/$defs/prose' },
    minItems: 1,
    examples: [[example]],
  }) as const;

export const textDefinitions = {
  slug: {
    title: 'Slug',
    description: 'Lower-case letters and digits, joined by hyphens.',
    type: 'string',
    pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$',
    maxLength: 100,
    examples: ['first-visit'],
  },
  plain: {
    title: 'Plain text',
    description: 'Text that is printed as it stands, whatever characters it holds.',
    type: 'string',
    pattern: '\\S',
    examples: ['MFA/2024/0117'],
  },
  label: {
    title: 'Name or label',
    description:
      'Plain text: one string, which then serves every language, or a map from language tag to string. It is printed as it stands.',
    type: ['string', 'object'],
    pattern: '\\S',
    minProperties: 1,
    patternProperties: { [TAG]: { type: 'string', pattern: '\\S' } },
    additionalProperties: false,
    examples: ['Eurasia desk', { en: 'Legal service', sv: 'Rättssekretariatet' }],
  },
  prose: {
    title: 'Prose',
    description:
      'Inline Markdown (emphasis, strong, code, links, citations such as [@source-id]): one string in the main language, or a map from language tag to string.',
    type: ['string', 'object'],
    pattern: '\\S',
    minProperties: 1,
    patternProperties: { [TAG]: { type: 'string', pattern: '\\S' } },
    additionalProperties: false,
    examples: ['The visit was the *first*.', { en: 'The first visit.', sv: 'Det första besöket.' }],
  },
  block: {
    title: 'Long prose',
    description:
      'Block Markdown (paragraphs, lists, tables, alerts, citations such as [@source-id]): one string in the main language, or a map from language tag to string.',
    type: ['string', 'object'],
    pattern: '\\S',
    minProperties: 1,
    patternProperties: { [TAG]: { type: 'string', pattern: '\\S' } },
    additionalProperties: false,
    examples: ['First paragraph.\n\n- a point\n- another', { en: 'A paragraph.', sv: 'Ett stycke.' }],
  },
  languageTag: {
    title: 'Language',
    description: 'A BCP 47 language tag.',
    type: 'string',
    pattern: TAG,
    examples: ['en', 'sv', 'mn', 'zh-Hant'],
  },
  date: {
    title: 'Date',
    description: 'A day, as ISO 8601 writes it: year-month-day.',
    type: 'string',
    pattern: DATE,
    examples: ['2024-09-04'],
  },
  dateOrTime: {
    title: 'Date or date and time',
    description: 'A day, or a day and time with the offset from UTC (ISO 8601).',
    type: 'string',
    pattern: DATE_OR_TIME,
    examples: ['2024-09-04', '2024-09-04T09:30+08:00'],
  },
  timeOrDate: {
    title: 'Time, or date and time',
    description: 'A time of the same day, or a day, or a day and time with the offset from UTC (ISO 8601).',
    type: 'string',
    pattern: `^${TIME}$|${DATE_OR_TIME}`,
    examples: ['11:00', '2024-09-05', '2024-09-04T11:00+08:00'],
  },
  partialDate: {
    title: 'Date as far as it is known',
    description: 'A year, a month, a day, or a day and time with the offset from UTC (ISO 8601).',
    type: ['string', 'integer'],
    pattern: PARTIAL_DATE,
    minimum: 1000,
    maximum: 9999,
    examples: [2013, '2013-05', '2013-05-17'],
  },
  sha256: {
    title: 'SHA-256',
    description: 'The SHA-256 of the file: 64 hexadecimal digits.',
    type: 'string',
    pattern: '^[0-9a-fA-F]{64}$',
    examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  },
  filePath: {
    title: 'File',
    description: "A path relative to the brief's folder and inside it, with `/` between its parts.",
    type: 'string',
    pattern: '^[^\\\\\\t\\r\\n]*[^\\\\\\s][^\\\\\\t\\r\\n]*$',
    examples: ['annexes/article-87.md'],
  },
} as const;
