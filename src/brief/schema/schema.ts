// biome-ignore-all lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing here is awaited
/** The JSON Schema (draft 2020-12) of a brief, format 1: the truth about its shape, for the program and for editors. */
import { documentDefinitions } from './document.js';
import { figureDefinitions } from './figures.js';
import { head } from './head.js';
import { judgementDefinitions } from './judgement.js';
import { knowledgeDefinitions } from './knowledge.js';
import { markingDefinitions } from './marking.js';
import { occasionDefinitions } from './occasion.js';
import { peopleDefinitions } from './people.js';
import { sourceDefinitions } from './sources.js';
import { textDefinitions } from './text.js';

const list = <const Name extends string, const Example>(
  title: string,
  description: string,
  name: Name,
  example: Example,
) =>
  ({
    title,
    description,
    type: 'array',
    items: { $ref: `#/$defs/${name}` },
    minItems: 1,
    examples: [[example]],
  }) as const;

const parts = {
  marking: {
    $ref: '#/$defs/marking',
    title: 'Marking',
    description: 'Printed on every page.',
    examples: [{ tlp: 'GREEN' }],
  },
  from: {
    $ref: '#/$defs/person',
    title: 'From',
    description: 'Who sends it.',
    examples: [{ unit: 'Eurasia desk', organisation: 'Ministry of Foreign Affairs' }],
  },
  to: list('To', 'Whom it is for.', 'person', { role: 'The Minister' }),
  cc: list('Copies to', 'Who receives a copy.', 'person', { unit: 'Registry' }),
  clearances: list('Clearances', 'Which offices were asked, and what they answered.', 'clearance', {
    by: 'Legal service',
    outcome: 'concur',
  }),
  summary: {
    $ref: '#/$defs/prose',
    title: 'Summary',
    description: 'The bottom line, up front: at most 60 words.',
    examples: ['Mongolia received a visitor whom it is bound to arrest.'],
  },
  request: {
    $ref: '#/$defs/request',
    title: 'Request',
    description: 'What the reader is asked to do.',
    examples: [{ kind: 'note' }],
  },
  meeting: {
    $ref: '#/$defs/meeting',
    title: 'Meeting',
    description: 'The meeting this is read ahead of.',
    examples: [{ at: '2024-09-06', purpose: 'To agree on a line.', objectives: ['A joint statement.'] }],
  },
  keyFacts: list('Key facts', 'What is known, and from where: one fact or more.', 'keyFact', {
    text: 'The visit was the first to a state party since the warrant.',
    sources: ['press-0903'],
  }),
  judgements: list('Judgements', 'What we think, apart from what we know.', 'judgement', {
    text: 'Proceedings will be opened.',
    likelihood: 'likely',
  }),
  stakeholders: list('Stakeholders', 'Who has a part in the matter.', 'stakeholder', {
    name: 'Mongolia',
    kind: 'state',
  }),
  quotes: list('Quotes', 'Words as they were said.', 'quote', {
    speaker: 'Spokesperson',
    text: 'We regret it.',
    source: 'press-0903',
  }),
  openQuestions: list('Open questions', 'What we do not know and want to.', 'openQuestion', {
    question: 'Will the Court open proceedings?',
  }),
  timeline: list('Timeline', 'What happened, in order.', 'timelineEvent', {
    date: '2023-03-17',
    event: 'The Court issues a warrant.',
  }),
  background: {
    $ref: '#/$defs/block',
    title: 'Background',
    description: 'How it came to this.',
    examples: ['The Court issued a warrant in March 2023.'],
  },
  analysis: {
    $ref: '#/$defs/block',
    title: 'Analysis',
    description: 'What it means.',
    examples: ['Mongolia depends on its neighbours for fuel.'],
  },
  figures: list(
    'Figures',
    "Charts and matrices of the brief's own data, printed where a text asks for them.",
    'figure',
    figureDefinitions.figure.examples[0],
  ),
  risks: list('Risks', 'What may go wrong.', 'risk', { text: 'Other states follow the example.', impact: 'high' }),
  speakingPoints: list('Speaking points', 'What to say.', 'speakingPoint', { text: 'We expect states to cooperate.' }),
  defensives: list('Defensives', 'What may be asked, and what to answer.', 'defensive', {
    question: 'Why was nothing said?',
    line: 'We spoke with the host.',
  }),
  nextSteps: list('Next steps', 'What is to be done, by whom and by when.', 'nextStep', {
    action: 'Send the draft to the capitals.',
    owner: 'Legal service',
    due: '2024-10-01',
  }),
  sections: list('Sections', 'Sections of your own, such as what it costs or the legal position.', 'section', {
    id: 'finance',
    title: 'What it costs',
    body: 'Nothing beyond the budget.',
    after: 'analysis',
  }),
  glossary: list('Glossary', 'Words and their meanings.', 'term', {
    term: 'ICC',
    meaning: 'International Criminal Court',
  }),
  annexes: list('Annexes', 'What is too long for the brief itself.', 'annex', {
    title: 'Article 87',
    body: 'The Court may make a finding to that effect.',
  }),
  sources: {
    title: 'Sources',
    description: 'What was read, heard or seen; or the name of a file that lists it: CSL-JSON, BibTeX or RIS.',
    type: ['array', 'string'],
    items: { $ref: '#/$defs/sourceEntry' },
    minItems: 1,
    pattern: '^[^\\\\\\t\\r\\n]*\\.(?:bib|ris|json)$',
    examples: [[{ id: 'press-0903', type: 'article-newspaper', title: 'Report on the visit' }], 'references.json'],
  },
  editions: list('Editions', 'Named cuts of this brief for other readers.', 'edition', {
    id: 'partners',
    maxTlp: 'GREEN',
  }),
  distribution: list('Distribution', 'Numbered copies and who holds them.', 'copy', {
    copy: 1,
    role: 'Private office',
  }),
  layout: { $ref: '#/$defs/layout', title: 'Layout', description: 'How it is printed.', examples: [{ paper: 'A4' }] },
} as const;

/** What a type or a status asks for; the comment is what a reader of the error is told. */
const conditions = [
  {
    if: { properties: { type: { enum: ['action-memo', 'submission'] } }, required: ['type'] },
    then: { required: ['request'], $comment: 'asks for something (`type`), and so needs `request`' },
  },
  {
    if: { properties: { type: { const: 'read-ahead' } }, required: ['type'] },
    then: { required: ['meeting'], $comment: 'is a read-ahead, and so needs `meeting`' },
  },
  {
    if: { properties: { type: { const: 'assessment' } }, required: ['type'] },
    then: { required: ['judgements'], $comment: 'is an assessment, and so needs `judgements`' },
  },
  {
    if: { properties: { status: { const: 'issued' } }, required: ['status'] },
    then: { required: ['issuedAt'], $comment: 'is issued (`status`), and so needs `issuedAt`' },
  },
] as const;

export const briefSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:briefpress:brief:1',
  title: 'Brief',
  description: 'A briefing, format 1: facts with their sources, judgements, people, questions, and what to do.',
  type: 'object',
  properties: { ...head, ...parts },
  required: ['briefpress', 'title', 'asOf', 'summary', 'keyFacts', 'sources'],
  allOf: conditions,
  additionalProperties: false,
  $defs: {
    ...textDefinitions,
    ...markingDefinitions,
    ...peopleDefinitions,
    ...sourceDefinitions,
    ...knowledgeDefinitions,
    ...judgementDefinitions,
    ...occasionDefinitions,
    ...documentDefinitions,
    ...figureDefinitions,
  },
} as const;
