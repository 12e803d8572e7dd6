// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/** The document itself: what it replaces, its own sections, glossary and annexes, how it is laid out. */
import { PAPERS } from '../../document/paper.js';
import { itemProperties } from './marking.js';

/** The parts of the format after which a section may stand. Sources, copies and annexes close a document. */
export const SECTION_PLACES = [
  'summary',
  'request',
  'meeting',
  'keyFacts',
  'judgements',
  'stakeholders',
  'quotes',
  'openQuestions',
  'timeline',
  'background',
  'analysis',
  'risks',
  'speakingPoints',
  'defensives',
  'nextSteps',
  'clearances',
  'glossary',
] as const;

/** The names of the themes that come with the program: templates/themes/. */
export const THEMES = ['large-print', 'greyscale'] as const;

export const documentDefinitions = {
  supersedes: {
    title: 'Supersedes',
    description: 'The edition before this one.',
    type: 'object',
    properties: {
      edition: { title: 'Edition', description: 'Its number.', type: 'integer', minimum: 1, examples: [1] },
      file: {
        $ref: '#/$defs/filePath',
        title: 'File',
        description: "Its brief file, relative to this brief's folder.",
        examples: ['archive/mongolia-icc-1.yaml'],
      },
      sha256: {
        $ref: '#/$defs/sha256',
        title: 'SHA-256',
        description: 'The hash of its brief file.',
        examples: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      },
    },
    required: ['edition'],
    additionalProperties: false,
    examples: [{ edition: 1 }],
  },
  section: {
    title: 'Section',
    description: 'A section of your own, under a heading of its own.',
    type: 'object',
    properties: {
      ...itemProperties,
      title: { $ref: '#/$defs/prose', title: 'Title', description: 'Its heading.', examples: ['What it costs'] },
      body: {
        $ref: '#/$defs/block',
        title: 'Body',
        description: 'Its text.',
        examples: ['The mission costs 40 000 euros a year [@budget-2025].'],
      },
      after: {
        title: 'After',
        description:
          'What it stands after: a part of the brief, such as keyFacts or analysis, or the id of another section. Without it, it follows the other matter, before the next steps. A template that asks for it by its id prints it where it asks.',
        type: 'string',
        pattern: '^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$',
        maxLength: 100,
        examples: ['analysis'],
      },
    },
    required: ['title', 'body'],
    additionalProperties: false,
    examples: [{ id: 'finance', title: 'What it costs', body: 'Nothing beyond the budget.', after: 'analysis' }],
  },
  term: {
    title: 'Term',
    description: 'A word and its meaning.',
    type: 'object',
    properties: {
      ...itemProperties,
      term: { $ref: '#/$defs/label', title: 'Term', description: 'The word.', examples: ['ICC'] },
      meaning: {
        $ref: '#/$defs/prose',
        title: 'Meaning',
        description: 'What it means.',
        examples: ['International Criminal Court'],
      },
    },
    required: ['term', 'meaning'],
    additionalProperties: false,
    examples: [{ term: 'ICC', meaning: 'International Criminal Court' }],
  },
  annex: {
    title: 'Annex',
    description: 'Matter that is too long for the brief: written here, or in a Markdown file.',
    type: 'object',
    properties: {
      ...itemProperties,
      title: { $ref: '#/$defs/prose', title: 'Title', description: 'Its title.', examples: ['Article 87'] },
      body: {
        $ref: '#/$defs/block',
        title: 'Body',
        description: 'Its text.',
        examples: ['The Court may make a finding to that effect.'],
      },
      file: {
        $ref: '#/$defs/filePath',
        title: 'File',
        description: "A Markdown file with its text, relative to the brief's folder and inside it.",
        examples: ['annexes/article-87.md'],
      },
    },
    required: ['title'],
    allOf: [
      { if: { not: { required: ['body'] } }, then: { required: ['file'], $comment: 'needs `body` or `file`' } },
      {
        if: { required: ['body'] },
        then: { properties: { file: false }, $comment: 'has `body` already; an annex has either `body` or `file`' },
      },
    ],
    additionalProperties: false,
    examples: [{ title: 'Article 87', body: 'The Court may make a finding to that effect.' }],
  },
  layout: {
    title: 'Layout',
    description: 'How it is printed.',
    type: 'object',
    properties: {
      template: {
        $ref: '#/$defs/plain',
        title: 'Template',
        description: 'The template pack; chosen by `type` without it.',
        examples: ['policy-memo'],
      },
      theme: {
        $ref: '#/$defs/plain',
        title: 'Theme',
        description: `The theme file, or the name of a theme that comes along: ${THEMES.join(', ')}.`,
        examples: ['themes/ministry.yaml', 'large-print'],
      },
      paper: {
        title: 'Paper',
        description: 'The paper size.',
        type: 'string',
        enum: PAPERS,
        examples: ['A4'],
      },
      maxPages: {
        title: 'Page budget',
        description: 'The most pages it may have.',
        type: 'integer',
        minimum: 1,
        examples: [2],
      },
      onOverflow: {
        title: 'On overflow',
        description: 'What to do when it has more pages: fail, or set it tighter; error without it.',
        type: 'string',
        enum: ['error', 'tighten'],
        default: 'error',
        examples: ['tighten'],
      },
      density: {
        title: 'Density',
        description:
          'How much space there is between blocks and in tables; the size of the type stays. normal without it.',
        type: 'string',
        enum: ['airy', 'normal', 'dense'],
        default: 'normal',
        examples: ['dense'],
      },
      minBodyPt: {
        title: 'Smallest type',
        description: 'The smallest size of body type that tightening may reach, in points.',
        type: 'number',
        minimum: 6,
        maximum: 24,
        examples: [9.5],
      },
      binding: {
        title: 'Binding',
        description: 'Millimetres that the inner margin has more, for holes or a spine; 0 without it.',
        type: 'number',
        minimum: 0,
        maximum: 30,
        default: 0,
        examples: [10],
      },
      rightHandPages: {
        title: 'Right-hand pages',
        description:
          'Whether each annex begins on a right-hand page, after an empty one where it takes that: for printing on both sides.',
        type: 'boolean',
        default: false,
        examples: [true],
      },
      attachments: {
        title: 'Attachments',
        description:
          'The files inside the PDF: the brief without its comments, the memo and the build record (brief), these and the edition before (all), or nothing (none); brief without it.',
        type: 'string',
        enum: ['all', 'brief', 'none'],
        default: 'brief',
        examples: ['none'],
      },
      standard: {
        title: 'Standard',
        description:
          'What the PDF conforms to: PDF/UA-1 with PDF/A-3a (ua1), or PDF/UA-2 with PDF/A-4f, in PDF 2.0 (ua2); ua1 without it.',
        type: 'string',
        enum: ['ua1', 'ua2'],
        default: 'ua1',
        examples: ['ua2'],
      },
    },
    minProperties: 1,
    additionalProperties: false,
    examples: [{ paper: 'A4', maxPages: 2 }],
  },
} as const;
