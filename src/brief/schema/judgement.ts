// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/** What we think, apart from what we know: judgements, open questions, risks, and the scales of likelihood. */
import { itemProperties } from './marking.js';
import { prose, proseList } from './text.js';

/** The terms of each scale, from the least to the most likely. */
export const LIKELIHOOD_TERMS = {
  phia: [
    'remote-chance',
    'highly-unlikely',
    'unlikely',
    'realistic-possibility',
    'likely',
    'highly-likely',
    'almost-certain',
  ],
  icd203: [
    'almost-no-chance',
    'very-unlikely',
    'unlikely',
    'roughly-even-chance',
    'likely',
    'very-likely',
    'almost-certain',
  ],
} as const;

const estimate = {
  likelihood: {
    $ref: '#/$defs/likelihood',
    title: 'Likelihood',
    description: 'How likely it is, as a term of the chosen scale.',
    examples: ['likely'],
  },
  confidence: {
    title: 'Confidence',
    description: 'How well founded the estimate is.',
    type: 'string',
    enum: ['low', 'moderate', 'high'],
    examples: ['moderate'],
  },
  indicators: proseList('Indicators', 'What to watch: signs that it comes or does not.', 'A filing by the Prosecutor.'),
} as const;

export const judgementDefinitions = {
  likelihood: {
    title: 'Likelihood',
    description: 'A term of the PHIA or the ICD 203 scale; the brief keeps to one of them (`likelihoodScale`).',
    type: 'string',
    enum: [
      'remote-chance',
      'almost-no-chance',
      'highly-unlikely',
      'very-unlikely',
      'unlikely',
      'realistic-possibility',
      'roughly-even-chance',
      'likely',
      'highly-likely',
      'very-likely',
      'almost-certain',
    ],
    examples: ['likely'],
  },
  judgement: {
    title: 'Judgement',
    description: 'Something we think, how likely it is, and on what it rests.',
    type: 'object',
    properties: {
      ...itemProperties,
      text: prose('Text', 'The judgement, in a sentence.', 'Proceedings on non-compliance will be opened.'),
      ...estimate,
      basis: {
        title: 'Basis',
        description: 'The ids of the key facts it rests on.',
        type: 'array',
        items: { $ref: '#/$defs/slug' },
        minItems: 1,
        uniqueItems: true,
        examples: [['first-visit']],
      },
      assumptions: proseList('Assumptions', 'What is taken for granted.', 'The Court keeps to its practice.'),
      dissent: prose('Dissent', 'Who thinks otherwise, and why.', 'The legal service thinks the delay will be longer.'),
    },
    required: ['text'],
    additionalProperties: false,
    examples: [
      { text: 'Proceedings will be opened.', likelihood: 'likely', confidence: 'moderate', basis: ['first-visit'] },
    ],
  },
  openQuestion: {
    title: 'Open question',
    description: 'Something we do not know and want to.',
    type: 'object',
    properties: {
      ...itemProperties,
      question: prose('Question', 'What we want to know.', 'Will the Court open proceedings?'),
      why: prose('Why it matters', 'What depends on the answer.', 'Our statement would have to change.'),
      status: {
        title: 'Status',
        description: 'Where it stands; open without it.',
        type: 'string',
        enum: ['open', 'answered', 'overtaken'],
        default: 'open',
        examples: ['open'],
      },
      ...estimate,
      assessment: prose('Assessment', 'What we think the answer is.', 'Probably, and without great consequence.'),
      owner: {
        $ref: '#/$defs/label',
        title: 'Owner',
        description: 'Who finds out.',
        examples: ['Legal service'],
      },
      due: { $ref: '#/$defs/date', title: 'Due', description: 'By when.', examples: ['2024-10-01'] },
      answer: prose('Answer', 'The answer.', 'Yes: on 24 October 2024.'),
      answeredOn: {
        $ref: '#/$defs/date',
        title: 'Answered on',
        description: 'The day it was answered.',
        examples: ['2024-10-24'],
      },
      sources: {
        $ref: '#/$defs/citations',
        title: 'Sources',
        description: 'Where the answer, or what is known of it, comes from.',
        examples: [['icc-finding']],
      },
    },
    required: ['question'],
    if: { properties: { status: { const: 'answered' } }, required: ['status'] },
    then: {
      required: ['answer', 'answeredOn', 'sources'],
      $comment: 'is answered, and so needs `answer`, `answeredOn` and `sources`',
    },
    additionalProperties: false,
    examples: [{ question: 'Will the Court open proceedings?', owner: 'Legal service', due: '2024-10-01' }],
  },
  risk: {
    title: 'Risk',
    description: 'Something that may go wrong.',
    type: 'object',
    properties: {
      ...itemProperties,
      text: prose('Text', 'What may go wrong.', 'Other states follow the example.'),
      likelihood: {
        $ref: '#/$defs/likelihood',
        title: 'Likelihood',
        description: 'How likely it is, as a term of the chosen scale.',
        examples: ['unlikely'],
      },
      impact: {
        title: 'Impact',
        description: 'How bad it would be.',
        type: 'string',
        enum: ['low', 'medium', 'high'],
        examples: ['high'],
      },
      mitigation: prose('Mitigation', 'What can be done about it.', 'Raise it with the other states parties.'),
    },
    required: ['text'],
    additionalProperties: false,
    examples: [{ text: 'Other states follow the example.', likelihood: 'unlikely', impact: 'high' }],
  },
} as const;
