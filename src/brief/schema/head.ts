export const BRIEF_TYPES = [
  'information-memo',
  'action-memo',
  'submission',
  'read-ahead',
  'briefing-note',
  'two-pager',
  'policy-brief',
  'assessment',
] as const;

export type BriefType = (typeof BRIEF_TYPES)[number];

/** What a brief says of itself before it says anything else: its type and status, title, languages and dates. */
export const head = {
  briefpress: { title: 'Format', description: 'The version of the brief format.', const: 1, examples: [1] },
  id: {
    $ref: '#/$defs/slug',
    title: 'Id',
    description: "Stable name of the brief, and of what is built from it; the file's stem without it.",
    examples: ['mongolia-icc'],
  },
  edition: {
    title: 'Edition',
    description: 'Number of the edition, counted from 1.',
    type: 'integer',
    minimum: 1,
    default: 1,
    examples: [2],
  },
  supersedes: {
    $ref: '#/$defs/supersedes',
    title: 'Supersedes',
    description: 'The edition before this one.',
    examples: [{ edition: 1 }],
  },
  type: {
    title: 'Type',
    description: 'The kind of brief: picks the template and what is required.',
    type: 'string',
    enum: BRIEF_TYPES,
    default: 'information-memo',
    examples: ['information-memo'],
  },
  status: {
    title: 'Status',
    description:
      'How far it has come; draft without it. A draft and a withdrawn brief say so in the footer, and print a watermark.',
    type: 'string',
    enum: ['draft', 'cleared', 'issued', 'withdrawn'],
    default: 'draft',
    examples: ['issued'],
  },
  title: {
    $ref: '#/$defs/prose',
    title: 'Title',
    description: 'What it is about.',
    examples: ['Visit in spite of an arrest warrant'],
  },
  subtitle: {
    $ref: '#/$defs/prose',
    title: 'Subtitle',
    description: 'A second line under the title.',
    examples: ['Mongolia and the International Criminal Court'],
  },
  reference: {
    $ref: '#/$defs/plain',
    title: 'Reference',
    description: 'Registry or file number.',
    examples: ['MFA/2024/0117'],
  },
  languages: {
    title: 'Languages',
    description: 'The languages it is written in; the first is the main one. English without it.',
    type: 'array',
    items: { $ref: '#/$defs/languageTag' },
    minItems: 1,
    uniqueItems: true,
    default: ['en'],
    examples: [['en', 'sv']],
  },
  asOf: {
    $ref: '#/$defs/dateOrTime',
    title: 'As of',
    description: 'What the brief knows, it knows as of then.',
    examples: ['2024-09-04', '2024-09-04T18:00+02:00'],
  },
  issuedAt: { $ref: '#/$defs/date', title: 'Issued', description: 'The day of issue.', examples: ['2024-09-05'] },
  reviewBy: {
    $ref: '#/$defs/date',
    title: 'Review by',
    description: 'The day by which it has to be looked at again.',
    examples: ['2024-12-01'],
  },
  likelihoodScale: {
    title: 'Scale of likelihood',
    description: 'The scale that every `likelihood` is a term of: PHIA (without it) or ICD 203.',
    type: 'string',
    enum: ['phia', 'icd203'],
    default: 'phia',
    examples: ['icd203'],
  },
  citationStyle: {
    title: 'Citation style',
    description:
      'How sources are cited in the text: raised numbers of notes (without it), author and date, or numbers in brackets.',
    type: 'string',
    enum: ['notes', 'author-date', 'numeric'],
    default: 'notes',
    examples: ['author-date'],
  },
} as const;
