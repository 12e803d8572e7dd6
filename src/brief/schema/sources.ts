// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/**
 * Sources, in the names of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html), since that is what
 * reference managers export, plus what a brief needs: a descriptor, and a kept copy of what was read.
 */
import { CSL_TYPES, cslDates, cslNames, cslNumbers, cslTexts, text } from './csl.js';
import { itemProperties } from './marking.js';

/** Whatever reference managers make of names, titles and addresses, without blanks and braces, which end a citation. */
const CITATION_KEY = '^[^\\s{}]+$';

const ADDRESS = '^ *[A-Za-z][A-Za-z0-9+.-]*:\\S+ *$';

const sourceProperties = {
  ...itemProperties,
  id: {
    $ref: '#/$defs/sourceId',
    title: 'Id',
    description: 'The name by which the brief cites it, without spaces and braces.',
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
  URL: {
    $ref: '#/$defs/address',
    title: 'Address',
    description: 'Where it is on the web.',
    examples: ['https://example.org/report'],
  },
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
      {
        file: 'snapshots/press-0903.txt',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      },
    ],
  },
} as const;

export const sourceDefinitions = {
  address: {
    title: 'Address',
    description: 'An address with its scheme, such as https://; letters beyond ASCII may stand in it.',
    type: 'string',
    pattern: ADDRESS,
    examples: ['https://example.org/report'],
  },
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
      source: {
        $ref: '#/$defs/sourceId',
        title: 'Source',
        description: 'The id of the source.',
        examples: ['rome-statute'],
      },
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
    description: 'A name: text, which is printed as it stands, or as in CSL-JSON a person in parts.',
    type: ['string', 'object'],
    pattern: '\\S',
    properties: {
      family: text('Family name', 'The family name.', 'Example'),
      given: text('Given names', 'The given names.', 'A.'),
      literal: text('Whole name', 'The name of a body, or a name that has no parts.', 'Assembly of States Parties'),
      suffix: text('Suffix', 'What follows the name.', 'Jr.'),
      'dropping-particle': text(
        'Dropping particle',
        'A particle that drops when only the family name is printed.',
        'von',
      ),
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
    if: { type: 'object', not: { anyOf: [{ required: ['family'] }, { required: ['given'] }] } },
    then: { required: ['literal'], $comment: 'needs `family` or `given`, or `literal` for a body' },
    additionalProperties: false,
    examples: [{ family: 'Example', given: 'A.' }, 'European Commission'],
  },
  cslDate: {
    title: 'Date of a source',
    description: 'A year, month or day (ISO 8601), or the date object of CSL-JSON.',
    type: ['string', 'integer', 'object'],
    pattern: '^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$',
    minimum: 1000,
    maximum: 9999,
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
    examples: ['2024-09-03', 2024, { 'date-parts': [[2024, 9, 3]] }],
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
    properties: sourceProperties,
    required: ['id', 'type', 'title'],
    additionalProperties: false,
    examples: [{ id: 'press-0903', type: 'article-newspaper', title: 'Report on the visit', issued: '2024-09-03' }],
  },
  sourceAddition: {
    title: 'Addition to a source',
    description:
      'What the brief says besides of a source that a library lists: a kept copy, a descriptor, a note, a field that takes the place of the one there.',
    type: 'object',
    properties: sourceProperties,
    required: ['id'],
    additionalProperties: false,
    examples: [{ id: 'press-0903', descriptor: 'Second-hand on the talks.' }],
  },
  sourceEntry: {
    title: 'Source or file of sources',
    description:
      'A source; or the name of a library with more of them: CSL-JSON, BibTeX or RIS; or, without type and title, what is to be added to a source of a library.',
    type: ['string', 'object'],
    pattern: '^[^\\\\\\t\\r\\n]*\\.(?:bib|ris|json)$',
    if: { type: 'object', anyOf: [{ required: ['type'] }, { required: ['title'] }] },
    then: { $ref: '#/$defs/source' },
    else: { if: { type: 'object' }, then: { $ref: '#/$defs/sourceAddition' } },
    examples: ['references.json', { id: 'press-0903', type: 'article-newspaper', title: 'Report on the visit' }],
  },
} as const;
