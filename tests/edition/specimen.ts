import type { Brief, LoadedBrief } from '../../src/brief/brief.js';

/** A brief with something in every field, its prose in one language. */
export function specimen(language = 'en'): Brief {
  return {
    briefpress: 1,
    id: 'specimen',
    edition: 2,
    supersedes: { edition: 1, file: 'specimen-1.yaml' },
    type: 'information-memo',
    status: 'draft',
    title: 'A title with *emphasis*',
    subtitle: 'A subtitle',
    reference: 'REF/2026/1',
    languages: [language],
    asOf: '2026-11-23',
    issuedAt: '2026-11-24',
    reviewBy: '2027-01-31',
    likelihoodScale: 'phia',
    marking: {
      tlp: 'AMBER+STRICT',
      gscp: { tier: 'OFFICIAL', sensitive: true, handling: ['Recipients only'], descriptors: ['Personal'] },
      restrictions: 'Not before noon',
      chathamHouse: true,
    },
    from: { unit: 'Desk', organisation: 'Ministry' },
    to: [{ name: 'A. Reader', role: 'Minister' }, { unit: 'Registry' }],
    cc: [{ email: 'copy@example.org' }],
    clearances: [
      { by: 'Legal service', outcome: 'concur', date: '2026-11-22' },
      { by: 'Budget unit', outcome: 'nonconcur', comment: 'Too dear.' },
    ],
    summary: 'The bottom line, with a citation [@treaty, art. 87(7)].',
    request: {
      kind: 'decide',
      deadline: '2026-12-01',
      timingReason: 'The Council meets.',
      recommendation: 'That you choose the second.',
      options: [
        { label: 'Wait', pros: ['It costs nothing.'], cons: ['It changes nothing.', 'It looks weak.'] },
        { label: 'Act', pros: ['It helps.'], recommended: true },
      ],
    },
    meeting: {
      at: '2026-12-01T09:30+08:00',
      place: 'Room 3',
      purpose: 'To agree.',
      objectives: ['A statement.', 'A date.'],
      attendees: ['The Minister', { name: 'B. Guest', role: 'Ambassador', organisation: 'Embassy' }],
      choreography: '- 09:30 handshake\n- 09:35 talks',
      media: 'Photographers alone.',
    },
    keyFacts: [
      { id: 'first', text: 'The first fact.', sources: ['press'] },
      {
        id: 'second',
        text: 'The second fact.',
        status: 'reported',
        asOf: '2026-11-20',
        sources: ['press', { source: 'treaty', locator: 'art. 86' }],
      },
      { text: 'The third fact.', status: 'disputed', sources: [{ source: 'treaty', locator: 'art. 27' }] },
    ],
    judgements: [
      {
        id: 'judged',
        text: 'It will happen.',
        likelihood: 'likely',
        confidence: 'moderate',
        basis: ['first', 'second'],
        assumptions: ['Nothing changes.'],
        indicators: ['A filing.', 'A statement.'],
        dissent: 'The desk disagrees.',
      },
      { text: 'It will not matter.' },
    ],
    stakeholders: [
      {
        id: 'host',
        name: 'The host',
        kind: 'state',
        role: 'Host',
        position: 'mixed',
        interests: 'Energy.',
        influence: 'high',
        interest: 'medium',
        ask: 'An explanation.',
        sources: ['press'],
      },
      { name: 'The court', kind: 'court' },
    ],
    quotes: [
      {
        speaker: 'A spokesperson',
        stakeholder: 'host',
        role: 'Spokesperson',
        date: '2026-11-20',
        venue: 'Press conference',
        text: 'Ни шагу "назад"',
        lang: 'be',
        translations: [{ lang: language, text: 'Not one step back', by: 'own', translator: 'Language service' }],
        source: { source: 'press', locator: 'p. 2' },
        attribution: 'background',
      },
    ],
    openQuestions: [
      {
        question: 'Will it happen?',
        why: 'Much depends on it.',
        likelihood: 'realistic-possibility',
        confidence: 'low',
        assessment: 'We think so.',
        owner: 'Legal service',
        due: '2026-12-15',
        indicators: ['A filing.'],
        sources: ['press'],
      },
      {
        question: 'Did it happen?',
        status: 'answered',
        answer: 'It did.',
        answeredOn: '2026-11-21',
        sources: ['press'],
      },
      { question: 'Who knows?' },
    ],
    timeline: [
      { from: '2026-11-02', to: '2026-11-03', event: 'A visit.', sources: ['press'] },
      { date: '2023-03-17', event: 'A warrant.', sources: ['treaty'] },
      { from: '2024-01-01', event: 'A practice.' },
    ],
    background:
      '# A heading\n\nA paragraph[^n].\n\n## A deeper one\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: A note.',
    analysis: 'Another paragraph[^n].\n\n:::chart{#visits}\n:::\n\n[^n]: Another note.',
    figures: [
      {
        ...{ id: 'visits', kind: 'columns', title: 'Visits', unit: 'a year', note: 'Without *transit*.' },
        columns: ['Year', 'Visits'],
        ...{
          rows: [
            [2024, 2],
            [2025, null],
          ],
          sources: [{ source: 'press', locator: 'p. 4' }],
        },
      },
    ],
    risks: [{ text: 'It may fail.', likelihood: 'unlikely', impact: 'high', mitigation: 'Try again.' }],
    speakingPoints: [
      { text: 'We welcome it.', note: 'Smile.\n\n- then wait' },
      { text: 'We regret it.', use: 'if-raised' },
    ],
    defensives: [{ question: 'Why now?', line: 'Because it is time.' }],
    nextSteps: [
      { id: 'send', action: 'Send the draft.', owner: 'Legal service', due: '2026-12-05', status: 'in-progress' },
      { action: 'Ask the embassy.' },
    ],
    sections: [
      {
        id: 'finance',
        title: 'What it *costs*',
        body: 'Nothing [@press].\n\n## Next year\n\nNothing.',
        after: 'analysis',
      },
      { title: 'Staff', body: 'Two people.' },
    ],
    glossary: [{ term: 'ICC', meaning: 'International Criminal Court' }],
    annexes: [{ title: 'The article', body: 'Its text.' }],
    sources: [
      { id: 'unused', type: 'webpage', title: 'Nobody cites this', URL: 'https://example.org/unused' },
      {
        id: 'press',
        type: 'article-newspaper',
        title: 'A report',
        author: [{ family: 'Example', given: 'A.' }, { literal: 'Newsroom' }],
        'container-title': 'Example Daily',
        issued: '2026-11-20',
        accessed: '2026-11-21',
        URL: 'https://example.org/report?a=1&b=2',
        descriptor: 'Second-hand.',
      },
      {
        id: 'treaty',
        type: 'treaty',
        title: 'The Statute',
        issued: { 'date-parts': [[1998, 7, 17]] },
        volume: 2187,
        page: '3-90',
      },
    ],
    distribution: [
      { copy: 1, name: 'A. Reader', medium: 'print' },
      { copy: 2, role: 'Registry', medium: 'email' },
    ],
  };
}

/** A brief as the brief room would hand it on. */
export function loaded(brief: Brief): LoadedBrief {
  const place = { file: 'specimen.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    brief,
    id: brief.id ?? 'specimen',
    file: 'specimen.yaml',
    text: '',
    placeOf: () => place,
    annexBodies: new Map(),
  };
}
