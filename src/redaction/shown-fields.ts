/**
 * What an edition for other readers may show, field by field. Anything not listed here is withheld, so a field added to
 * the schema later stays out of every edition until someone decides that it may be shown.
 *
 * `word`: a value that is the same in every language (an id, a date, a number, a list of them). `label`: plain text, one
 * string for every language or one for each, or lists of these and of numbers. `prose`: Markdown, one string in the main
 * language or one for each; or a list of these. `one` and `each`: a record, and a list of items, by name.
 */
export type Shown = 'word' | 'label' | 'prose' | { readonly one: string } | { readonly each: string };
export type ShownFields = Readonly<Record<string, Shown>>;

/** Fields that every item of a list may have. `audiences` is not shown: it reveals who else reads the brief. */
const ITEM = { id: 'word', tlp: 'word', tier: 'word' } as const;

const IDENTITY = { name: 'label', role: 'label', unit: 'label', organisation: 'label', email: 'word' } as const;

const NAMES = [
  ...['author', 'chair', 'collection-editor', 'container-author', 'director', 'editor', 'editorial-director'],
  ...[
    'interviewer',
    'issuer',
    'organizer',
    'original-author',
    'producer',
    'recipient',
    'reviewed-author',
    'translator',
  ],
];

const DATES = ['issued', 'accessed', 'available-date', 'event-date', 'original-date', 'submitted'];

/** Fields of CSL-JSON. Not shown: private notes (`annote`), and keys and shelf marks of the author's own collection. */
const SOURCE_WORDS = [
  ...['type', 'title', 'URL', 'container-title', 'container-title-short', 'collection-title', 'title-short'],
  ...['original-title', 'reviewed-title', 'translated-title', 'publisher', 'publisher-place', 'original-publisher'],
  ...[
    'original-publisher-place',
    'authority',
    'jurisdiction',
    'event-title',
    'event-place',
    'archive',
    'archive-place',
  ],
  ...['archive_collection', 'archive_location', 'genre', 'medium', 'dimensions', 'scale', 'status', 'references'],
  ...['note', 'DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'citation-label', 'language', 'division', 'chapter-number'],
  ...['collection-number', 'edition', 'issue', 'number', 'number-of-pages', 'number-of-volumes', 'page', 'page-first'],
  ...['part', 'part-title', 'printing', 'section', 'supplement', 'version', 'volume', 'year-suffix'],
];

const all = (names: readonly string[], kind: Shown): ShownFields =>
  Object.fromEntries(names.map((name) => [name, kind]));

const ESTIMATE = { likelihood: 'word', confidence: 'word', indicators: 'prose' } as const;

/** The records of the brief format, by their names in the schema. */
export const SHOWN_RECORDS: Readonly<Record<string, ShownFields>> = {
  supersedes: { edition: 'word' },
  layout: {
    ...all(
      [
        'template',
        'theme',
        'paper',
        'maxPages',
        'onOverflow',
        'density',
        'minBodyPt',
        'binding',
        'rightHandPages',
        'attachments',
        'standard',
      ],
      'word',
    ),
  },
  person: { ...ITEM, ...IDENTITY },
  attendee: { ...ITEM, ...IDENTITY, side: 'label' },
  clearance: { ...ITEM, by: 'label', outcome: 'word', date: 'word', comment: 'prose' },
  option: { ...ITEM, label: 'prose', pros: 'prose', cons: 'prose', recommended: 'word' },
  request: {
    ...{ tlp: 'word', tier: 'word', kind: 'word', deadline: 'word', timingReason: 'prose', recommendation: 'prose' },
    options: { each: 'option' },
  },
  meeting: {
    ...{ tlp: 'word', tier: 'word', at: 'word', until: 'word', timeZone: 'word' },
    ...{ place: 'label', purpose: 'prose', objectives: 'prose' },
    ...{ attendees: { each: 'attendee' }, choreography: 'prose', media: 'prose' },
  },
  citation: { source: 'word', locator: 'label', prefix: 'word', suffix: 'word' },
  keyFact: {
    ...{ ...ITEM, text: 'prose', sources: { each: 'citation' }, status: 'word', asOf: 'word', staleAfter: 'word' },
  },
  judgement: { ...ITEM, text: 'prose', ...ESTIMATE, basis: 'word', assumptions: 'prose', dissent: 'prose' },
  stakeholder: {
    ...{ ...ITEM, name: 'label', kind: 'word', role: 'label', position: 'word', interests: 'prose' },
    ...{ influence: 'word', interest: 'word', ask: 'prose', sources: { each: 'citation' } },
  },
  translation: { lang: 'word', text: 'word', by: 'word', translator: 'label' },
  quote: {
    ...{ ...ITEM, speaker: 'label', stakeholder: 'word', role: 'label', date: 'word', venue: 'label', text: 'word' },
    ...{ lang: 'word', translations: { each: 'translation' }, source: { one: 'citation' }, attribution: 'word' },
  },
  openQuestion: {
    ...{ ...ITEM, question: 'prose', why: 'prose', status: 'word', ...ESTIMATE, assessment: 'prose', owner: 'label' },
    ...{ due: 'word', answer: 'prose', answeredOn: 'word', sources: { each: 'citation' } },
  },
  timelineEvent: {
    ...ITEM,
    date: 'word',
    from: 'word',
    to: 'word',
    circa: 'word',
    event: 'prose',
    sources: { each: 'citation' },
  },
  figure: {
    ...{ ...ITEM, kind: 'word', title: 'prose', unit: 'label', columns: 'label', rows: 'label' },
    ...{ sources: { each: 'citation' }, note: 'prose' },
  },
  risk: { ...ITEM, text: 'prose', likelihood: 'word', impact: 'word', mitigation: 'prose' },
  speakingPoint: { ...ITEM, text: 'prose', use: 'word', note: 'prose' },
  defensive: { ...ITEM, question: 'prose', line: 'prose' },
  nextStep: { ...ITEM, action: 'prose', owner: 'label', due: 'word', status: 'word' },
  section: { ...ITEM, title: 'prose', body: 'prose', after: 'word' },
  term: { ...ITEM, term: 'label', meaning: 'prose' },
  annex: { ...ITEM, title: 'prose', body: 'prose' },
  cslName: all(
    [
      'family',
      'given',
      'literal',
      'suffix',
      'dropping-particle',
      'non-dropping-particle',
      'comma-suffix',
      'static-ordering',
    ],
    'word',
  ),
  cslDate: all(['date-parts', 'season', 'circa', 'literal', 'raw'], 'word'),
  snapshot: all(['file', 'sha256', 'mediaType', 'retrievedAt'], 'word'),
  source: {
    ...ITEM,
    ...all(SOURCE_WORDS, 'word'),
    ...all(NAMES, { each: 'cslName' }),
    ...all(DATES, { one: 'cslDate' }),
    descriptor: 'prose',
    snapshot: { one: 'snapshot' },
  },
  copy: { ...ITEM, copy: 'word', name: 'label', role: 'label', organisation: 'label', medium: 'word' },
};

/** Fields at the root without content to protect: an edition has them whatever its marking. */
export const SHOWN_FRAME: ShownFields = {
  ...all(['briefpress', 'edition', 'type', 'status', 'asOf', 'issuedAt', 'reviewBy'], 'word'),
  ...all(['likelihoodScale', 'citationStyle'], 'word'),
  supersedes: { one: 'supersedes' },
  layout: { one: 'layout' },
};

/** Prose at the root: it has the brief's marking, and an edition may replace it. */
export const SHOWN_PROSE: ShownFields = {
  title: 'prose',
  subtitle: 'prose',
  reference: 'word',
  summary: 'prose',
  background: 'prose',
  analysis: 'prose',
};

/** Items, single or in lists: each is shown according to its own marking. */
export const SHOWN_ITEMS: ShownFields = {
  from: { one: 'person' },
  to: { each: 'person' },
  cc: { each: 'person' },
  clearances: { each: 'clearance' },
  request: { one: 'request' },
  meeting: { one: 'meeting' },
  keyFacts: { each: 'keyFact' },
  judgements: { each: 'judgement' },
  stakeholders: { each: 'stakeholder' },
  quotes: { each: 'quote' },
  openQuestions: { each: 'openQuestion' },
  timeline: { each: 'timelineEvent' },
  figures: { each: 'figure' },
  risks: { each: 'risk' },
  speakingPoints: { each: 'speakingPoint' },
  defensives: { each: 'defensive' },
  nextSteps: { each: 'nextStep' },
  sections: { each: 'section' },
  glossary: { each: 'term' },
  annexes: { each: 'annex' },
  sources: { each: 'source' },
  distribution: { each: 'copy' },
};
