// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/** Who: sender and addressees, those who cleared it, those it is about, those who receive a copy. */
import { itemProperties } from './marking.js';

const identity = {
  name: { $ref: '#/$defs/label', title: 'Name', description: 'The name of the person.', examples: ['A. Example'] },
  role: {
    $ref: '#/$defs/label',
    title: 'Role',
    description: 'The office or function.',
    examples: ['Permanent Secretary', { en: 'Minister', sv: 'Utrikesminister' }],
  },
  unit: {
    $ref: '#/$defs/label',
    title: 'Unit',
    description: 'The desk, section or department.',
    examples: ['Eurasia desk'],
  },
  organisation: {
    $ref: '#/$defs/label',
    title: 'Organisation',
    description: 'The ministry, company or institution.',
    examples: ['Ministry of Foreign Affairs'],
  },
  email: {
    title: 'E-mail',
    description: 'An e-mail address.',
    type: 'string',
    format: 'email',
    examples: ['eurasia@example.org'],
  },
} as const;

/** At least one key that says who it is. */
const saysWho = {
  if: {
    not: {
      anyOf: [{ required: ['name'] }, { required: ['role'] }, { required: ['unit'] }, { required: ['organisation'] }],
    },
  },
  then: { required: ['email'], $comment: 'needs at least one of `name`, `role`, `unit`, `organisation`, `email`' },
} as const;

export const peopleDefinitions = {
  person: {
    title: 'Person or office',
    description: 'A person, an office or a unit: at least one key.',
    type: 'object',
    properties: { ...itemProperties, ...identity },
    ...saysWho,
    additionalProperties: false,
    examples: [{ unit: 'Eurasia desk', email: 'eurasia@example.org' }],
  },
  attendee: {
    title: 'Attendee',
    description: 'Somebody in the room: a name, or a person with name, role and organisation.',
    type: ['string', 'object'],
    pattern: '\\S',
    properties: {
      ...itemProperties,
      ...identity,
      side: {
        $ref: '#/$defs/label',
        title: 'Side',
        description: 'Whom they come for. Those of one side are printed as a group, under its name.',
        examples: ['Mongolia', { en: 'Our side', sv: 'Vår sida' }],
      },
    },
    if: { type: 'object' },
    then: saysWho,
    additionalProperties: false,
    examples: ['The Minister', { name: 'A. Example', role: 'Ambassador' }],
  },
  clearance: {
    title: 'Clearance',
    description: 'What one office said of the draft.',
    type: 'object',
    properties: {
      ...itemProperties,
      by: { $ref: '#/$defs/label', title: 'By', description: 'Who was asked.', examples: ['Legal service'] },
      outcome: {
        title: 'Outcome',
        description: 'What they answered.',
        type: 'string',
        enum: ['pending', 'concur', 'concur-with-comment', 'nonconcur'],
        examples: ['concur'],
      },
      date: { $ref: '#/$defs/date', title: 'Date', description: 'The day of the answer.', examples: ['2024-09-04'] },
      comment: {
        $ref: '#/$defs/prose',
        title: 'Comment',
        description: 'What they added.',
        examples: ['Article 98 needs a sentence.'],
      },
    },
    required: ['by', 'outcome'],
    additionalProperties: false,
    examples: [{ by: 'Legal service', outcome: 'concur', date: '2024-09-04' }],
  },
  stakeholder: {
    title: 'Stakeholder',
    description: 'A state, body or person with a part in the matter.',
    type: 'object',
    properties: {
      ...itemProperties,
      name: { $ref: '#/$defs/label', title: 'Name', description: 'Its name.', examples: ['Mongolia'] },
      kind: {
        title: 'Kind',
        description: 'What it is.',
        type: 'string',
        enum: ['state', 'international-organisation', 'court', 'person', 'ngo', 'company', 'group', 'other'],
        examples: ['state'],
      },
      role: { $ref: '#/$defs/label', title: 'Role', description: 'Its part in the matter.', examples: ['Host'] },
      position: {
        title: 'Position',
        description: 'Where it stands.',
        type: 'string',
        enum: ['supports', 'opposes', 'neutral', 'mixed', 'unknown'],
        examples: ['mixed'],
      },
      interests: {
        $ref: '#/$defs/prose',
        title: 'Interests',
        description: 'What it wants.',
        examples: ['Secure supplies of fuel and electricity.'],
      },
      influence: {
        title: 'Influence',
        description: 'How much it can do. With `interest`, it has a place on the power/interest grid.',
        type: 'string',
        enum: ['low', 'medium', 'high'],
        examples: ['high'],
      },
      interest: {
        title: 'Interest',
        description: 'How much it cares. With `influence`, it has a place on the power/interest grid.',
        type: 'string',
        enum: ['low', 'medium', 'high'],
        examples: ['high'],
      },
      ask: {
        $ref: '#/$defs/prose',
        title: 'Ask',
        description: 'What we want of it.',
        examples: ['Explain how it understands article 98.'],
      },
      sources: {
        $ref: '#/$defs/citations',
        title: 'Sources',
        description: 'Where this is known from.',
        examples: [['press-0903']],
      },
    },
    required: ['name'],
    additionalProperties: false,
    examples: [
      { id: 'mongolia', name: 'Mongolia', kind: 'state', position: 'mixed', influence: 'high', interest: 'high' },
    ],
  },
  printer: {
    title: 'Printer',
    description: 'The address of a printer (IPP), or the name of one that this computer knows.',
    type: 'string',
    pattern: '^(?:ipps?://[^\\s/]+(?:/\\S*)?|[^\\s/:-][^\\s/:]*)$',
    examples: ['ipp://printer.example.org/ipp/print', 'Office_2'],
  },
  copy: {
    title: 'Copy',
    description: 'One numbered copy and its holder.',
    type: 'object',
    properties: {
      ...itemProperties,
      copy: {
        title: 'Copy number',
        description: 'The number of the copy.',
        type: 'integer',
        minimum: 1,
        examples: [1],
      },
      name: { $ref: '#/$defs/label', title: 'Name', description: 'Who holds it.', examples: ['A. Example'] },
      role: {
        $ref: '#/$defs/label',
        title: 'Role',
        description: 'The office that holds it.',
        examples: ['Private office'],
      },
      organisation: {
        $ref: '#/$defs/label',
        title: 'Organisation',
        description: 'Where the holder works.',
        examples: ['Ministry of Foreign Affairs'],
      },
      edition: {
        $ref: '#/$defs/slug',
        title: 'Edition',
        description:
          'The id of the edition this copy is of. Without it, and without `clearance` and `groups`, it is of the whole brief.',
        examples: ['partners'],
      },
      clearance: {
        $ref: '#/$defs/tlp',
        title: 'Clearance',
        description: 'The highest marking that the holder may read. Without `edition`, it chooses the edition.',
        examples: ['GREEN'],
      },
      groups: {
        $ref: '#/$defs/audiences',
        title: 'Groups',
        description: 'The audiences that the holder belongs to. Without `edition`, they choose the edition.',
        examples: [['partners']],
      },
      language: {
        $ref: '#/$defs/languageTag',
        title: 'Language',
        description: 'The language of the copy; the first of its edition without it.',
        examples: ['sv'],
      },
      email: {
        title: 'E-mail',
        description: 'Where it is mailed to. It stays out of the documents and of the brief inside them.',
        type: 'string',
        format: 'email',
        examples: ['office@example.org'],
      },
      printer: {
        $ref: '#/$defs/printer',
        title: 'Printer',
        description: 'What prints it: its address (IPP), or its name on this computer.',
        examples: ['ipp://printer.example.org/ipp/print'],
      },
      medium: {
        title: 'Medium',
        description: 'How it is sent.',
        type: 'string',
        enum: ['print', 'email'],
        examples: ['print'],
      },
    },
    required: ['copy'],
    if: { not: { required: ['name'] } },
    then: { required: ['role'], $comment: 'needs `name` or `role`' },
    additionalProperties: false,
    examples: [{ copy: 1, role: 'Private office', medium: 'print' }],
  },
} as const;
