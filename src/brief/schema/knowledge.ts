// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/** What is known, and from where: facts, words as said, events in order. */
import { itemProperties } from './marking.js';

export const knowledgeDefinitions = {
  keyFact: {
    title: 'Key fact',
    description: 'Something that is known, and its source. What has no source is a judgement.',
    type: 'object',
    properties: {
      ...itemProperties,
      text: {
        $ref: '#/$defs/prose',
        title: 'Text',
        description: 'The fact, in a sentence.',
        examples: ['The visit was the first to a state party since the warrant.'],
      },
      sources: {
        $ref: '#/$defs/citations',
        title: 'Sources',
        description: 'Where it is known from: one citation or more.',
        examples: [['press-0903']],
      },
      status: {
        title: 'Status',
        description: 'How firmly it is known; established without it.',
        type: 'string',
        enum: ['established', 'reported', 'disputed'],
        default: 'established',
        examples: ['reported'],
      },
      asOf: {
        $ref: '#/$defs/dateOrTime',
        title: 'As of',
        description: 'When it was known to be so.',
        examples: ['2024-09-03'],
      },
      staleAfter: {
        $ref: '#/$defs/date',
        title: 'Stale after',
        description: 'The day after which it has to be looked at again.',
        examples: ['2024-12-01'],
      },
    },
    required: ['text', 'sources'],
    additionalProperties: false,
    examples: [{ text: 'The visit lasted a day.', sources: ['press-0903'] }],
  },
  translation: {
    title: 'Translation',
    description: 'The words of a quote in another language.',
    type: 'object',
    properties: {
      lang: { $ref: '#/$defs/languageTag', title: 'Language', description: 'The language it is in.', examples: ['en'] },
      text: {
        $ref: '#/$defs/plain',
        title: 'Text',
        description: 'The translation, printed as it stands.',
        examples: ['throw out the war criminal'],
      },
      by: {
        title: 'By',
        description: 'Who stands for it: an official translation, our own, or a machine.',
        type: 'string',
        enum: ['official', 'own', 'machine'],
        examples: ['own'],
      },
      translator: {
        $ref: '#/$defs/label',
        title: 'Translator',
        description: 'Who translated.',
        examples: ['Language service'],
      },
    },
    required: ['lang', 'text', 'by'],
    additionalProperties: false,
    examples: [{ lang: 'en', text: 'throw out the war criminal', by: 'own' }],
  },
  quote: {
    title: 'Quote',
    description: 'Words as they were said, by whom, where and when.',
    type: 'object',
    properties: {
      ...itemProperties,
      speaker: {
        $ref: '#/$defs/label',
        title: 'Speaker',
        description: 'Who said it.',
        examples: ['Head of the delegation'],
      },
      stakeholder: {
        $ref: '#/$defs/slug',
        title: 'Stakeholder',
        description: 'The id of the stakeholder the speaker speaks for.',
        examples: ['mongolia'],
      },
      role: {
        $ref: '#/$defs/label',
        title: 'Role',
        description: 'The office of the speaker.',
        examples: ['Spokesperson'],
      },
      date: { $ref: '#/$defs/date', title: 'Date', description: 'The day it was said.', examples: ['2024-09-03'] },
      venue: {
        $ref: '#/$defs/label',
        title: 'Venue',
        description: 'Where or to whom it was said.',
        examples: ['Press conference, Brussels'],
      },
      text: {
        $ref: '#/$defs/plain',
        title: 'Text',
        description: 'The words as said, in the language they were said or reported in; printed as they stand.',
        examples: ['kasta ut krigsförbrytaren'],
      },
      lang: {
        $ref: '#/$defs/languageTag',
        title: 'Language',
        description: 'The language of the words; the main language without it.',
        examples: ['sv'],
      },
      translations: {
        title: 'Translations',
        description: 'The words in other languages, and who translated.',
        type: 'array',
        items: { $ref: '#/$defs/translation' },
        minItems: 1,
        examples: [[{ lang: 'en', text: 'throw out the war criminal', by: 'own' }]],
      },
      source: {
        $ref: '#/$defs/citation',
        title: 'Source',
        description: 'Where the words stand.',
        examples: ['press-0903'],
      },
      attribution: {
        title: 'Attribution',
        description: 'On what terms it was said; on record without it. What was said off record may not be quoted.',
        type: 'string',
        enum: ['on-record', 'background', 'deep-background', 'off-record'],
        default: 'on-record',
        examples: ['on-record'],
      },
    },
    required: ['speaker', 'text', 'source'],
    additionalProperties: false,
    examples: [{ speaker: 'Spokesperson', text: 'We regret it.', source: 'press-0903' }],
  },
  timelineEvent: {
    title: 'Event',
    description: 'Something that happened: on a day, or from one day to another.',
    type: 'object',
    properties: {
      ...itemProperties,
      date: { $ref: '#/$defs/dateOrTime', title: 'Date', description: 'When it happened.', examples: ['2023-03-17'] },
      from: { $ref: '#/$defs/dateOrTime', title: 'From', description: 'When it began.', examples: ['2024-09-02'] },
      to: {
        $ref: '#/$defs/dateOrTime',
        title: 'To',
        description: 'When it ended; without it, it goes on.',
        examples: ['2024-09-03'],
      },
      event: {
        $ref: '#/$defs/prose',
        title: 'Event',
        description: 'What happened.',
        examples: ['The Court issues a warrant.'],
      },
      sources: {
        $ref: '#/$defs/citations',
        title: 'Sources',
        description: 'Where this is known from.',
        examples: [['press-0903']],
      },
    },
    required: ['event'],
    allOf: [
      {
        if: { not: { required: ['from'] } },
        then: { required: ['date'], $comment: 'needs `date`, or `from` and `to`' },
      },
      {
        if: { required: ['date'] },
        then: {
          properties: { from: false, to: false },
          $comment: 'has `date` already; an event has either `date`, or `from` and `to`',
        },
      },
    ],
    additionalProperties: false,
    examples: [{ date: '2023-03-17', event: 'The Court issues a warrant.' }],
  },
} as const;
