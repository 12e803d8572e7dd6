/**
 * Sources, in the names of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html), since that is what
 * reference managers export, plus what a brief needs: a descriptor, and a kept copy of what was read.
 */
import { itemProperties } from './marking.js';

/** Letters, digits and the punctuation that reference managers put into citation keys. */
const CITATION_KEY = '^[A-Za-z0-9_](?:[A-Za-z0-9_.:/-]*[A-Za-z0-9_])?$';

const CSL_TYPES = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter',
  'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure',
  'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture',
  'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication',
  'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard',
  'thesis', 'treaty', 'webpage',
] as const;

const names = (title: string, description: string) =>
  ({
    title,
    description,
    type: 'array',
    items: { $ref: '#/$defs/cslName' },
    minItems: 1,
    examples: [[{ family: 'Example', given: 'A.' }]],
  }) as const;

const text = (title: string, description: string, example: string) =>
  ({ $ref: '#/$defs/plain', title, description, examples: [example] }) as const;

const number = (title: string, description: string, example: string | number) =>
  ({ type: ['string', 'number'], title, description, pattern: '\\S', examples: [example] }) as const;

const date = (title: string, description: string) =>
  ({ $ref: '#/$defs/cslDate', title, description, examples: ['2024-09-03', { 'date-parts': [[2024, 9]] }] }) as const;

const cslNames = {
  author: names('Authors', 'Who wrote it.'),
  'chair': names('Chair', 'Who chaired it.'),
  'collection-editor': names('Series editors', 'Who edited the series.'),
  'container-author': names('Authors of the container', 'Who wrote the work it is part of.'),
  director: names('Directors', 'Who directed it.'),
  editor: names('Editors', 'Who edited it.'),
  'editorial-director': names('Editorial directors', 'Who directed the edition.'),
  interviewer: names('Interviewers', 'Who asked the questions.'),
  issuer: names('Issuers', 'The body that issued it.'),
  organizer: names('Organisers', 'Who organised the event.'),
  'original-author': names('Original authors', 'Who wrote the original.'),
  producer: names('Producers', 'Who produced it.'),
  recipient: names('Recipients', 'Who it was sent to.'),
  'reviewed-author': names('Authors reviewed', 'Whose work is reviewed.'),
  translator: names('Translators', 'Who translated it.'),
} as const;

const cslTexts = {
  'container-title': text('Container', 'The newspaper, journal, book or site it is part of.', 'Example Daily'),
  'container-title-short': text('Short container', 'The usual abbreviation of the container.', 'Ex. Daily'),
  'collection-title': text('Series', 'The series it is part of.', 'Working papers'),
  'title-short': text('Short title', 'A short form of the title.', 'Rome Statute'),
  'original-title': text('Original title', 'The title in the original language.', 'Обращение'),
  'reviewed-title': text('Title reviewed', 'The work that is reviewed.', 'A book'),
  'translated-title': text('Translated title', 'The title in translation.', 'Address'),
  publisher: text('Publisher', 'Who published it.', 'United Nations'),
  'publisher-place': text('Place of publication', 'Where it was published.', 'The Hague'),
  'original-publisher': text('Original publisher', 'Who published the original.', 'Example Press'),
  'original-publisher-place': text('Original place', 'Where the original was published.', 'Geneva'),
  authority: text('Authority', 'The court or body it comes from.', 'International Criminal Court'),
  jurisdiction: text('Jurisdiction', 'Where it applies.', 'int'),
  'event-title': text('Event', 'The conference or hearing.', 'Twenty-third session'),
  'event-place': text('Place of the event', 'Where the event was held.', 'The Hague'),
  archive: text('Archive', 'Where the original is kept.', 'National Archives'),
  'archive-place': text('Place of the archive', 'Where the archive is.', 'Stockholm'),
  archive_collection: text('Collection', 'The collection in the archive.', 'Foreign affairs'),
  archive_location: text('Shelf mark', 'Where in the archive it is.', 'Box 12'),
  'call-number': text('Call number', 'Where in the library it is.', 'KZ 7312'),
  source: text('Found through', 'The catalogue or database it was found in.', 'ICC Legal Tools'),
  genre: text('Genre', 'A finer type.', 'Press release'),
  medium: text('Medium', 'The medium.', 'Television'),
  dimensions: text('Dimensions', 'Size or duration.', '12 min'),
  scale: text('Scale', 'The scale of a map.', '1:500 000'),
  status: text('Status', 'Its stage of publication.', 'forthcoming'),
  references: text('References', 'Related documents of a case or law.', 'ICC-01/22'),
  note: text('Note', 'A note to the reader.', 'Our translation.'),
  annote: text('Annotation', 'A longer note.', 'Reports the visit from the square.'),
  abstract: text('Abstract', 'What it says, in short.', 'The article reports the visit.'),
  keyword: text('Keywords', 'Keywords, separated by commas.', 'warrant, cooperation'),
  DOI: text('DOI', 'Digital object identifier.', '10.1000/182'),
  ISBN: text('ISBN', 'International standard book number.', '978-0-00-000000-2'),
  ISSN: text('ISSN', 'International standard serial number.', '0000-0000'),
  PMID: text('PMID', 'PubMed identifier.', '12345678'),
  PMCID: text('PMCID', 'PubMed Central identifier.', 'PMC1234567'),
  'citation-key': text('Citation key', 'The key in the reference manager.', 'example2024'),
  'citation-label': text('Citation label', 'A label that a style prints.', 'Ex24'),
  language: text('Language', 'The language it is in.', 'sv'),
  division: text('Division', 'A minor part of a court or body.', 'Pre-Trial Chamber II'),
} as const;

const cslNumbers = {
  'chapter-number': number('Chapter', 'The number of the chapter.', 3),
  'collection-number': number('Number in the series', 'Its number in the series.', 12),
  edition: number('Edition', 'The edition of the work.', '2nd'),
  issue: number('Issue', 'The issue of the journal.', 4),
  number: number('Number', 'The number of the report, case or law.', 'ICC-01/22'),
  'number-of-pages': number('Pages in all', 'How many pages it has.', 120),
  'number-of-volumes': number('Volumes in all', 'How many volumes it has.', 2),
  page: number('Pages', 'The pages it stands on.', '12-15'),
  'page-first': number('First page', 'The first of its pages.', 12),
  part: number('Part', 'The part of the work.', 2),
  'part-title': number('Title of the part', 'The title of the part.', 'Cooperation'),
  printing: number('Printing', 'The printing.', 3),
  section: number('Section', 'The section of the newspaper or law.', 'World'),
  supplement: number('Supplement', 'The supplement.', 1),
  version: number('Version', 'The version.', '1.2'),
  volume: number('Volume', 'The volume.', 2187),
  'year-suffix': number('Year suffix', 'The letter that tells works of one year apart.', 'a'),
} as const;

const cslDates = {
  issued: date('Issued', 'When it was published.'),
  accessed: date('Accessed', 'When it was read.'),
  'available-date': date('Available since', 'When it became available.'),
  'event-date': date('Date of the event', 'When the event was held.'),
  'original-date': date('Date of the original', 'When the original was published.'),
  submitted: date('Submitted', 'When it was submitted.'),
} as const;

export const sourceDefinitions = {
  sourceId: {
    title: 'Source id',
    description: 'The name by which the brief cites the source.',
    type: 'string',
    pattern: CITATION_KEY,
    maxLength: 200,
    examples: ['press-0903', 'rome-statute'],
  },
  citation: {
    title: 'Citation',
    description: "A source's id, or an object with the place in it.",
    type: ['string', 'object'],
    pattern: CITATION_KEY,
    properties: {
      source: { $ref: '#/$defs/sourceId', title: 'Source', description: 'The id of the source.', examples: ['rome-statute'] },
      locator: {
        $ref: '#/$defs/label',
        title: 'Locator',
        description: 'Where in the source.',
        examples: ['art. 87(7)'],
      },
      prefix: {
        $ref: '#/$defs/plain',
        title: 'Words before',
        description: 'The words before a quoted passage, where it stands more than once.',
        examples: ['told the newspaper that'],
      },
      suffix: {
        $ref: '#/$defs/plain',
        title: 'Words after',
        description: 'The words after a quoted passage, where it stands more than once.',
        examples: ['she said'],
      },
    },
    required: ['source'],
    additionalProperties: false,
    examples: ['press-0903', { source: 'rome-statute', locator: 'art. 87(7)' }],
  },
  citations: {
    title: 'Citations',
    description: 'Where this is known from: one citation or more.',
    type: 'array',
    items: { $ref: '#/$defs/citation' },
    minItems: 1,
    examples: [['press-0903'], ['press-0903', { source: 'rome-statute', locator: 'art. 86' }]],
  },
  cslName: {
    title: 'Name',
    description: 'A name in CSL-JSON: a person in parts, or `literal` for a body.',
    type: 'object',
    properties: {
      family: text('Family name', 'The family name.', 'Example'),
      given: text('Given names', 'The given names.', 'A.'),
      literal: text('Whole name', 'The name of a body, or a name that has no parts.', 'Assembly of States Parties'),
      suffix: text('Suffix', 'What follows the name.', 'Jr.'),
      'dropping-particle': text('Dropping particle', 'A particle that drops when only the family name is printed.', 'von'),
      'non-dropping-particle': text('Non-dropping particle', 'A particle that stays with the family name.', 'de'),
      'comma-suffix': {
        title: 'Comma before the suffix',
        description: 'True puts a comma before the suffix.',
        type: 'boolean',
        examples: [true],
      },
      'static-ordering': {
        title: 'Static ordering',
        description: 'True prints the family name first, always.',
        type: 'boolean',
        examples: [false],
      },
    },
    if: { not: { required: ['family'] } },
    then: {
      if: { not: { required: ['given'] } },
      then: { required: ['literal'], $comment: 'needs `family` or `given`, or `literal` for a body' },
    },
    additionalProperties: false,
    examples: [{ family: 'Example', given: 'A.' }, { literal: 'Assembly of States Parties' }],
  },
  cslDate: {
    title: 'Date of a source',
    description: 'A year, month or day (ISO 8601), or the date object of CSL-JSON.',
    type: ['string', 'object'],
    pattern: '^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$',
    properties: {
      'date-parts': {
        title: 'Date parts',
        description: 'One date, or the two ends of a range: each a list of year, month and day.',
        type: 'array',
        items: {
          type: 'array',
          items: { type: ['integer', 'string'], pattern: '^-?[0-9]{1,4}$' },
          minItems: 1,
          maxItems: 3,
        },
        minItems: 1,
        maxItems: 2,
        examples: [[[2024, 9, 3]]],
      },
      season: {
        title: 'Season',
        description: 'A season, by number (1 spring … 4 winter) or in words.',
        type: ['string', 'integer'],
        pattern: '\\S',
        examples: [2],
      },
      circa: {
        title: 'Circa',
        description: 'True where the date is not certain.',
        type: ['string', 'integer', 'boolean'],
        examples: [true],
      },
      literal: text('Literal', 'A date in words.', 'no date'),
      raw: text('Raw', 'A date as the reference manager read it.', '2024-09-03'),
    },
    minProperties: 1,
    additionalProperties: false,
    examples: ['2024-09-03', '2024', { 'date-parts': [[2024, 9, 3]] }],
  },
  snapshot: {
    title: 'Snapshot',
    description: 'A kept copy of what was read.',
    type: 'object',
    properties: {
      file: {
        $ref: '#/$defs/filePath',
        title: 'File',
        description: "Its path, relative to the brief's folder and inside it.",
        examples: ['snapshots/press-0903.txt'],
      },
      sha256: {
        $ref: '#/$defs/sha256',
        title: 'SHA-256',
        description: 'The hash of the file, so that a change is seen.',
        examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      },
      mediaType: {
        title: 'Media type',
        description: 'What kind of file it is.',
        type: 'string',
        pattern: '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(?: ?; ?[A-Za-z0-9-]+=[^;]+)*$',
        examples: ['text/html'],
      },
      retrievedAt: {
        $ref: '#/$defs/dateOrTime',
        title: 'Retrieved',
        description: 'When the copy was taken.',
        examples: ['2024-09-04T08:00Z'],
      },
    },
    required: ['file', 'sha256'],
    additionalProperties: false,
    examples: [
      { file: 'snapshots/press-0903.txt', sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    ],
  },
  source: {
    title: 'Source',
    description: 'Something that was read, heard or seen, in the names of CSL-JSON.',
    type: 'object',
    properties: {
      ...itemProperties,
      id: {
        $ref: '#/$defs/sourceId',
        title: 'Id',
        description: 'The name by which the brief cites it: letters, digits, and - _ . : / between them.',
        examples: ['press-0903'],
      },
      type: {
        title: 'Type',
        description: 'What it is, in the words of CSL.',
        type: 'string',
        enum: CSL_TYPES,
        examples: ['article-newspaper'],
      },
      title: text('Title', 'Its title, in its own language.', 'Report on the visit'),
      URL: { title: 'Address', description: 'Where it is on the web.', type: 'string', format: 'uri', examples: ['https://example.org/report'] },
      ...cslNames,
      ...cslTexts,
      ...cslNumbers,
      ...cslDates,
      descriptor: {
        $ref: '#/$defs/prose',
        title: 'Descriptor',
        description: 'How far to trust it: its quality, its access to what it reports, its bias, how current it is.',
        examples: ['Eyewitness report of a national newspaper; second-hand on the talks.'],
      },
      snapshot: {
        $ref: '#/$defs/snapshot',
        title: 'Snapshot',
        description: 'A kept copy of what was read.',
        examples: [
          { file: 'snapshots/press-0903.txt', sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
        ],
      },
    },
    required: ['id', 'type', 'title'],
    additionalProperties: false,
    examples: [{ id: 'press-0903', type: 'article-newspaper', title: 'Report on the visit', issued: '2024-09-03' }],
  },
  sourceEntry: {
    title: 'Source or file of sources',
    description: 'A source, or the name of a CSL-JSON file with more of them.',
    type: ['string', 'object'],
    pattern: '\\.(?:bib|ris|json)$',
    if: { type: 'object' },
    then: { $ref: '#/$defs/source' },
    examples: ['references.json', { id: 'press-0903', type: 'article-newspaper', title: 'Report on the visit' }],
  },
} as const;
