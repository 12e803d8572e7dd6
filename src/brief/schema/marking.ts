/** Who may read what: TLP 2.0 (https://www.first.org/tlp/), the UK's Government Security Classifications, editions. */

/** A field that an edition may also leave out, by saying `null`; told apart by a condition, so that a mistake gives one error. */
const DROPPED_BY_NULL = { if: { type: 'null' } } as const;

/** TLP 2.0, from the widest to the narrowest. */
export const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** Tiers of the Government Security Classifications Policy, from the lowest to the highest. */
const TIER_LABELS = ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'] as const;

export const markingDefinitions = {
  tlp: {
    title: 'TLP',
    description:
      'Traffic Light Protocol 2.0, from the widest to the narrowest: CLEAR, GREEN, AMBER, AMBER+STRICT, RED.',
    type: 'string',
    enum: TLP_LABELS,
    examples: ['AMBER'],
  },
  tier: {
    title: 'Tier',
    description: 'A tier of the UK Government Security Classifications Policy, from the lowest to the highest.',
    type: 'string',
    enum: TIER_LABELS,
    examples: ['OFFICIAL-SENSITIVE'],
  },
  audiences: {
    title: 'Audiences',
    description: 'The readers this is for. Without it, it is for every reader.',
    type: 'array',
    items: { $ref: '#/$defs/slug' },
    minItems: 1,
    uniqueItems: true,
    examples: [['ministers', 'partners']],
  },
  gscp: {
    title: 'Government security classification',
    description: 'Tier and additional markings of the UK Government Security Classifications Policy.',
    type: 'object',
    properties: {
      tier: {
        title: 'Tier',
        description: 'The classification tier.',
        type: 'string',
        enum: ['OFFICIAL', 'SECRET', 'TOP SECRET'],
        examples: ['OFFICIAL'],
      },
      sensitive: {
        title: 'Sensitive',
        description: 'True prints -SENSITIVE after OFFICIAL.',
        type: 'boolean',
        examples: [true],
      },
      handling: {
        title: 'Handling instructions',
        description: 'Handling markings, such as the organisations that may hold it.',
        type: 'array',
        items: { $ref: '#/$defs/plain' },
        minItems: 1,
        examples: [['RECIPIENTS ONLY']],
      },
      descriptors: {
        title: 'Descriptors',
        description: 'Kinds of sensitive information in it.',
        type: 'array',
        items: { $ref: '#/$defs/plain' },
        minItems: 1,
        examples: [['LEGAL PROFESSIONAL PRIVILEGE']],
      },
    },
    required: ['tier'],
    additionalProperties: false,
    examples: [{ tier: 'OFFICIAL', sensitive: true }],
  },
  marking: {
    title: 'Marking',
    description: 'The marking that is printed on every page.',
    type: 'object',
    properties: {
      tlp: {
        $ref: '#/$defs/tlp',
        title: 'TLP',
        description: 'The brief as a whole; an item without a `tlp` bears this.',
        examples: ['GREEN'],
      },
      gscp: {
        $ref: '#/$defs/gscp',
        title: 'Government security classification',
        description: 'Printed in capitals at the top and bottom of each page.',
        examples: [{ tier: 'OFFICIAL' }],
      },
      restrictions: {
        $ref: '#/$defs/label',
        title: 'Restrictions',
        description: 'Further words on what may be done with it.',
        examples: ['Not for publication before 5 September'],
      },
      chathamHouse: {
        title: 'Chatham House Rule',
        description: 'True prints that what is said may be used, but not who said it.',
        type: 'boolean',
        examples: [true],
      },
      portions: {
        title: 'Portion marks',
        description: 'True prints its marking in front of the title, each item and each paragraph.',
        type: 'boolean',
        default: false,
        examples: [true],
      },
    },
    minProperties: 1,
    additionalProperties: false,
    examples: [{ tlp: 'GREEN', chathamHouse: true }],
  },
  edition: {
    title: 'Edition',
    description: 'A named cut of this brief for other readers.',
    type: 'object',
    properties: {
      id: {
        $ref: '#/$defs/slug',
        title: 'Id',
        description: 'Its name, which also goes into the file name.',
        examples: ['partners'],
      },
      maxTlp: {
        $ref: '#/$defs/tlp',
        title: 'Highest TLP',
        description: 'Items above this are withheld; it is also the marking of the edition.',
        examples: ['GREEN'],
      },
      tier: {
        $ref: '#/$defs/tier',
        title: 'Tier',
        description:
          'Items of a higher tier are withheld; it is also the security classification of the edition. Without it, an edition whose `maxTlp` is below the marking of the brief has none.',
        examples: ['OFFICIAL'],
      },
      audiences: {
        $ref: '#/$defs/audiences',
        title: 'Audiences',
        description: 'Items for other audiences are withheld.',
        examples: [['partners']],
      },
      languages: {
        title: 'Languages',
        description: 'The languages of this edition, of those the brief has.',
        type: 'array',
        items: { $ref: '#/$defs/languageTag' },
        minItems: 1,
        uniqueItems: true,
        examples: [['en']],
      },
      overrides: {
        title: 'Overrides',
        description: 'What this edition says in place of the brief.',
        type: 'object',
        properties: {
          title: {
            $ref: '#/$defs/prose',
            title: 'Title',
            description: 'In place of the title.',
            examples: ['A visit'],
          },
          subtitle: {
            ...DROPPED_BY_NULL,
            else: { $ref: '#/$defs/prose' },
            title: 'Subtitle',
            description: 'In place of the subtitle. Null leaves it out.',
            examples: ['For partners'],
          },
          reference: {
            ...DROPPED_BY_NULL,
            else: { $ref: '#/$defs/plain' },
            title: 'Reference',
            description: 'In place of the reference. Null leaves it out.',
            examples: ['MFA/2024/0117-P'],
          },
          summary: {
            $ref: '#/$defs/prose',
            title: 'Summary',
            description: 'In place of the summary.',
            examples: ['The visit took place.'],
          },
          background: {
            ...DROPPED_BY_NULL,
            else: { $ref: '#/$defs/block' },
            title: 'Background',
            description: 'In place of the background. Null leaves it out.',
            examples: ['The Court issued a warrant in March 2023.'],
          },
          analysis: {
            ...DROPPED_BY_NULL,
            else: { $ref: '#/$defs/block' },
            title: 'Analysis',
            description: 'In place of the analysis. Null leaves it out.',
            examples: ['Proceedings are likely.'],
          },
          from: {
            ...DROPPED_BY_NULL,
            else: { $ref: '#/$defs/person' },
            title: 'From',
            description: 'In place of the sender. Null leaves it out.',
            examples: [{ unit: 'Eurasia desk' }],
          },
          to: {
            ...DROPPED_BY_NULL,
            title: 'To',
            description: 'In place of the addressees. Null leaves it out.',
            else: { type: 'array', items: { $ref: '#/$defs/person' }, minItems: 1 },
            examples: [[{ role: 'Partners' }]],
          },
          cc: {
            ...DROPPED_BY_NULL,
            title: 'Copies to',
            description: 'In place of those who receive copies. Null leaves it out.',
            else: { type: 'array', items: { $ref: '#/$defs/person' }, minItems: 1 },
            examples: [[{ unit: 'Registry' }]],
          },
        },
        minProperties: 1,
        additionalProperties: false,
        examples: [{ title: 'A visit', summary: 'The visit took place.' }],
      },
    },
    required: ['id'],
    additionalProperties: false,
    examples: [{ id: 'partners', maxTlp: 'GREEN' }],
  },
} as const;

/** What every item of a list may carry. */
export const itemProperties = {
  id: {
    $ref: '#/$defs/slug',
    title: 'Id',
    description: 'Unique in the brief; needed to be referred to, or compared between editions.',
    examples: ['first-visit'],
  },
  tlp: {
    $ref: '#/$defs/tlp',
    title: 'TLP',
    description: 'The marking of this item, where it differs from that of the brief.',
    examples: ['RED'],
  },
  tier: {
    $ref: '#/$defs/tier',
    title: 'Tier',
    description: 'The security classification of this item, where it differs from that of the brief (`marking.gscp`).',
    examples: ['OFFICIAL-SENSITIVE'],
  },
  audiences: {
    $ref: '#/$defs/audiences',
    title: 'Audiences',
    description: 'The readers this item is for. Without it, it is for every reader.',
    examples: [['ministers']],
  },
} as const;
