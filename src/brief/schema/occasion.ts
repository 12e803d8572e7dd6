// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/** What the brief is for: a request for a decision, a meeting, what to say there, and what happens next. */
import { itemProperties } from './marking.js';
import { prose, proseList } from './text.js';

const own = {
  tlp: {
    $ref: '#/$defs/tlp',
    title: 'TLP',
    description: 'Its marking, where it differs from that of the brief.',
    examples: ['AMBER'],
  },
  tier: {
    $ref: '#/$defs/tier',
    title: 'Tier',
    description: 'Its security classification, where it differs from that of the brief (`marking.gscp`).',
    examples: ['OFFICIAL-SENSITIVE'],
  },
  audiences: {
    $ref: '#/$defs/audiences',
    title: 'Audiences',
    description: 'The readers it is for. Without it, it is for every reader.',
    examples: [['ministers']],
  },
} as const;

export const occasionDefinitions = {
  option: {
    title: 'Option',
    description: 'One of the ways to decide.',
    type: 'object',
    properties: {
      ...itemProperties,
      label: prose('Label', 'The option, in a few words.', 'Issue a statement'),
      pros: proseList('For', 'What speaks for it.', 'It is consistent with our practice.'),
      cons: proseList('Against', 'What speaks against it.', 'It narrows the room for dialogue.'),
      recommended: {
        title: 'Recommended',
        description: 'True for the option that is recommended.',
        type: 'boolean',
        examples: [true],
      },
    },
    required: ['label'],
    additionalProperties: false,
    examples: [{ label: 'Issue a statement', recommended: true }],
  },
  request: {
    title: 'Request',
    description: 'What the reader is asked to do.',
    type: 'object',
    properties: {
      ...own,
      kind: {
        title: 'Kind',
        description: 'What is asked: to decide between options, to agree, to note, or to discuss.',
        type: 'string',
        enum: ['decide', 'agree', 'note', 'discuss'],
        examples: ['decide'],
      },
      deadline: {
        $ref: '#/$defs/dateOrTime',
        title: 'Deadline',
        description: 'By when an answer is needed.',
        examples: ['2024-09-06'],
      },
      timingReason: prose('Reason for the timing', 'Why then.', 'The Council meets on 9 September.'),
      recommendation: prose('Recommendation', 'What we recommend.', 'That you agree to a statement.'),
      options: {
        title: 'Options',
        description: 'The ways to decide; to decide takes two or more.',
        type: 'array',
        items: { $ref: '#/$defs/option' },
        minItems: 1,
        examples: [[{ label: 'Issue a statement', recommended: true }, { label: 'Say nothing' }]],
      },
    },
    required: ['kind'],
    if: { properties: { kind: { const: 'decide' } }, required: ['kind'] },
    then: {
      properties: { options: { type: 'array', minItems: 2 } },
      required: ['options'],
      $comment: 'asks to decide, and so needs `options`, two or more',
    },
    additionalProperties: false,
    examples: [{ kind: 'agree', deadline: '2024-09-06', recommendation: 'That you agree to a statement.' }],
  },
  meeting: {
    title: 'Meeting',
    description: 'The meeting this is read ahead of.',
    type: 'object',
    properties: {
      ...own,
      at: {
        $ref: '#/$defs/dateOrTime',
        title: 'At',
        description: 'When it begins.',
        examples: ['2024-09-06T09:30+02:00'],
      },
      until: {
        $ref: '#/$defs/timeOrDate',
        title: 'Until',
        description: 'When it ends: a time of the same day, or another day or day and time.',
        examples: ['2024-09-07', '11:00', '2024-09-07T01:00+02:00'],
      },
      timeZone: {
        title: 'Time zone',
        description:
          'The time zone of the place, as the IANA names it. The time is then printed as the clocks there show it, and as `at` gives it where that differs.',
        type: 'string',
        pattern: '^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$',
        examples: ['Asia/Ulaanbaatar'],
      },
      place: { $ref: '#/$defs/label', title: 'Place', description: 'Where it is held.', examples: ['Room 3'] },
      purpose: prose('Purpose', 'What it is for.', 'To agree on a common line.'),
      objectives: {
        title: 'Objectives',
        description: 'What we want to have reached at its end: one to three.',
        type: 'array',
        items: { $ref: '#/$defs/prose' },
        minItems: 1,
        maxItems: 3,
        examples: [['A joint statement.']],
      },
      attendees: {
        title: 'Attendees',
        description: 'Who is in the room.',
        type: 'array',
        items: { $ref: '#/$defs/attendee' },
        minItems: 1,
        examples: [['The Minister', { name: 'A. Example', role: 'Ambassador' }]],
      },
      choreography: {
        $ref: '#/$defs/block',
        title: 'Choreography',
        description: 'Who does what, when.',
        examples: ['- 09:30 handshake\n- 09:35 talks'],
      },
      media: {
        $ref: '#/$defs/block',
        title: 'Media',
        description: 'Which media are there, and what they are told.',
        examples: ['Photographers at the handshake; no questions.'],
      },
    },
    required: ['at', 'purpose', 'objectives'],
    additionalProperties: false,
    examples: [
      { at: '2024-09-06T09:30+02:00', purpose: 'To agree on a common line.', objectives: ['A joint statement.'] },
    ],
  },
  speakingPoint: {
    title: 'Speaking point',
    description: 'Something to say.',
    type: 'object',
    properties: {
      ...itemProperties,
      text: prose('Text', 'What to say.', 'We expect every state party to cooperate with the Court.'),
      use: {
        title: 'Use',
        description: 'Whether to raise it, or to say it if the other side raises it; raise without it.',
        type: 'string',
        enum: ['raise', 'if-raised'],
        default: 'raise',
        examples: ['if-raised'],
      },
      note: {
        $ref: '#/$defs/block',
        title: 'Note',
        description: 'For the speaker alone.',
        examples: ['The other side knows this line.'],
      },
    },
    required: ['text'],
    additionalProperties: false,
    examples: [{ text: 'We expect every state party to cooperate.' }],
  },
  defensive: {
    title: 'Defensive',
    description: 'A question that may come, and the line to take.',
    type: 'object',
    properties: {
      ...itemProperties,
      question: prose('Question', 'What may be asked.', 'Why was nothing said before the visit?'),
      line: prose('Line', 'What to answer.', 'We spoke with the host beforehand.'),
    },
    required: ['question', 'line'],
    additionalProperties: false,
    examples: [{ question: 'Why was nothing said?', line: 'We spoke with the host.' }],
  },
  nextStep: {
    title: 'Next step',
    description: 'Something to be done, by whom and by when.',
    type: 'object',
    properties: {
      ...itemProperties,
      action: prose('Action', 'What is to be done.', 'Send the draft statement to the capitals.'),
      owner: { $ref: '#/$defs/label', title: 'Owner', description: 'Who does it.', examples: ['Legal service'] },
      due: { $ref: '#/$defs/date', title: 'Due', description: 'By when.', examples: ['2024-10-01'] },
      status: {
        title: 'Status',
        description: 'Where it stands; open without it.',
        type: 'string',
        enum: ['open', 'in-progress', 'blocked', 'done', 'dropped'],
        default: 'open',
        examples: ['done'],
      },
    },
    required: ['action'],
    additionalProperties: false,
    examples: [{ action: 'Send the draft to the capitals.', owner: 'Legal service', due: '2024-10-01' }],
  },
} as const;
