/** The words that every tool sets: one short brief, and sections for long documents. They are the same for all. */
export const SHORT = {
  title: 'Head-of-state visit to Mongolia and the ICC arrest warrant',
  summary:
    'Mongolia received the President of Russia on a state visit on 2–3 September 2024 and let him leave, although it is bound by the Rome Statute to arrest him. It is likely that the Court will open non-compliance proceedings; the practical consequences are expected to be limited.',
  facts: [
    'The visit was the first to a State Party to the Rome Statute since the Court issued its warrant in March 2023.',
    'The warrant concerns the unlawful transfer of children from occupied areas of Ukraine.',
    'Mongolia depends heavily on Russia for oil, gas and electricity; a trans-Mongolian gas pipeline towards China was on the agenda.',
    'Protesters were kept away from the square; a small group that tried to unfold a Ukrainian flag was removed by police.',
    'The European Union regretted that Mongolia did not carry out its obligation.',
  ],
  stakeholders: [
    ['Government of Mongolia', 'Host, State Party', 'Relies on Russian energy; avoids open conflict', 'high', 'high'],
    ['Russian Federation', 'Visiting power', 'Rejects the Court’s jurisdiction', 'high', 'high'],
    ['International Criminal Court', 'Issued the warrant', 'Expects cooperation from parties', 'medium', 'high'],
    ['European Union', 'Supporter of the Court', 'Regrets the failure to arrest', 'medium', 'medium'],
    ['Ukraine', 'Affected State', 'Calls for arrest and for consequences', 'medium', 'high'],
    ['Amnesty International Mongolia', 'Civil society', 'Warns of effective complicity', 'low', 'high'],
  ],
  quotes: [
    [
      'If Mongolia gives a temporary refuge, it becomes in effect an accomplice in securing impunity for some of the gravest crimes under international law.',
      'Altantuya Batdorj',
    ],
    ['Throw the war criminal out.', 'Placard at a small demonstration'],
  ],
  questions: [
    ['Will the Court open non-compliance proceedings under article 87(7)?', 'likely', 'Legal service'],
    ['Will the Assembly of States Parties take measures?', 'unlikely', 'Multilateral desk'],
    ['Does the pipeline change Mongolia’s room for manoeuvre?', 'realistic-possibility', 'Energy desk'],
  ],
  steps: [
    'Recall, in bilateral contacts, the duty to cooperate under Part 9 of the Statute.',
    'Coordinate a common line among States Parties before the next Assembly.',
    'Offer Mongolia support in diversifying its energy imports.',
  ],
  source: 'Swedish press report',
};

const SENTENCES =
  'Mongolia received the President of Russia on a state visit and let him leave, although it is bound by the Rome Statute to arrest him. It is likely that the Court will open non-compliance proceedings; the practical consequences are expected to be limited.';

const PARAGRAPH = [SENTENCES, SENTENCES, SENTENCES].join(' ');

export const ROWS = [
  ['Government of Mongolia', 'Host, State Party', 'Relies on Russian energy'],
  ['Russian Federation', 'Visiting power', 'Rejects the jurisdiction'],
  ['European Union', 'Supporter', 'Regrets the failure'],
];

/** A long document: so many sections of two paragraphs and a table. */
export function sectionsOf(count) {
  return Array.from({ length: count }, (_, i) => ({
    title: `Section ${i + 1}`,
    paragraphs: [PARAGRAPH, PARAGRAPH],
    rows: ROWS,
  }));
}

export function wordsOf(count) {
  const words = SENTENCES.split(' ');
  return Array.from({ length: count }, (_, i) => words[i % words.length]).join(' ');
}
