import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { plainText, walkTree } from '../../src/document/walk.js';
import { composeMemo, composePrint } from '../../src/memo/compose.js';
import { highestMark } from '../../src/memo/tree/portions.js';
import { specimen } from '../edition/specimen.js';
import { compiledPack, edition, PACKS, pack } from './packs.js';

const own = { tlp: 'AMBER', portions: true } as const;

function memoOf(change: Partial<Brief>, name = 'policy-memo'): string {
  const memo = composeMemo(edition(change), pack(name));
  if (!memo.ok) throw new Error(JSON.stringify(memo.diagnostics));
  return memo.value;
}

function printedOf(change: Partial<Brief>, name = 'policy-memo'): string {
  const print = composePrint(edition(change), pack(name), { created: '' });
  if (!print.ok) throw new Error(JSON.stringify(print.diagnostics));
  const lines: string[] = [];
  walkTree(print.value.root.children, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      lines.push(plainText([node]));
      return false;
    }
    if (node.type === 'figure') lines.push(plainText(node.caption), JSON.stringify(node.figure));
    return true;
  });
  return lines.join('\n');
}

/** A brief with one item of each kind, each with words and a marking of its own. */
const MARKED: Partial<Brief> = {
  marking: own,
  request: {
    kind: 'note',
    tlp: 'GREEN',
    recommendation: 'Request words.',
    options: [{ label: 'Option words', tlp: 'CLEAR' }],
  },
  meeting: {
    tlp: 'GREEN',
    at: '2026-12-01',
    purpose: 'Meeting words.',
    objectives: ['An aim.'],
    attendees: ['Unmarked guest', { name: 'Guest words', tlp: 'CLEAR' }],
  },
  to: [{ name: 'Reader words', tlp: 'CLEAR' }],
  clearances: [{ by: 'Clearance words', outcome: 'concur', tlp: 'CLEAR' }],
  keyFacts: [
    { text: 'Fact words.', sources: ['press'], tlp: 'GREEN' },
    { text: 'Other fact.', sources: ['press'] },
  ],
  judgements: [{ text: 'Judgement words.', tlp: 'GREEN' }],
  stakeholders: [{ name: 'Stakeholder words', tlp: 'GREEN', ask: 'More of it.' }],
  quotes: [{ speaker: 'A speaker', text: 'Quoted words', source: 'press', tlp: 'GREEN' }],
  openQuestions: [{ question: 'Question words?', tlp: 'GREEN', assessment: 'More of it.' }],
  timeline: [{ date: '2024-01-01', event: 'Event words', tlp: 'GREEN' }],
  risks: [{ text: 'Risk words', tlp: 'GREEN' }],
  speakingPoints: [{ text: 'Point words', tlp: 'GREEN' }],
  defensives: [{ question: 'Hard words?', line: 'A line.', tlp: 'GREEN' }],
  nextSteps: [{ action: 'Step words.', tlp: 'GREEN' }],
  sections: [{ title: 'Section words', body: 'Its text.', tlp: 'GREEN' }],
  glossary: [{ term: 'Term words', meaning: 'A meaning.', tlp: 'GREEN' }],
  annexes: [{ title: 'Annex words', body: 'First paragraph.\n\nSecond paragraph.', tlp: 'GREEN' }],
  sources: specimen().sources.map((source) => (source.id === 'press' ? { ...source, tlp: 'CLEAR' as const } : source)),
  distribution: [{ copy: 1, name: 'Copy words', tlp: 'CLEAR' }],
};
const GREEN = [
  ...['Request words.', 'Meeting words.', 'Fact words.', 'Judgement words.', 'Stakeholder words', '“Quoted words”'],
  ...['Question words?', 'Event words', 'Risk words', 'Point words', 'Hard words?', 'Term words', 'Annex words'],
];
const CLEAR = ['Option words', 'Guest words', 'Reader words', 'Clearance words', 'Copy words'];

describe('portion marks', () => {
  it.each(PACKS)('stand before every kind of item, on the page and in the memo of %s', (name) => {
    for (const text of [printedOf(MARKED, name), memoOf(MARKED, name)]) {
      const plain = text.replaceAll('*', '').replaceAll('\n> ', '\n');
      for (const words of GREEN) expect(plain).toContain(`(TLP:GREEN) ${words}`);
      for (const words of CLEAR) expect(plain).toContain(`(TLP:CLEAR) ${words}`);
      // What bears no mark of its own bears that of the document, or of what it is part of.
      for (const words of ['Other fact.', 'The bottom line']) expect(plain).toContain(`(TLP:AMBER) ${words}`);
    }
  });

  it('stand once before an item, however many texts and cells it has', () => {
    const memo = memoOf(MARKED).replaceAll('*', '');
    expect(memo).not.toContain('(TLP:GREEN) More of it.');
    expect(memo).toContain('Unmarked guest');
  });

  it('stand before each paragraph, list, table and call-out of one text', () => {
    const analysis = 'One.\n\n### Head\n\nTwo.\n\n- Three\n- Four\n\n| Five |\n| - |\n| Six |\n\n> [!NOTE]\n> Seven.';
    const memo = memoOf({ ...MARKED, analysis }).replaceAll('*', '');
    for (const words of ['One.', 'Head', 'Two.', 'Three', 'Five', 'Seven.']) {
      expect(memo).toContain(`(TLP:AMBER) ${words}`);
    }
    for (const words of ['Four', 'Six']) expect(memo).not.toContain(`(TLP:AMBER) ${words}`);
    expect(memo).toContain('(TLP:GREEN) Second paragraph.');
  });

  it('stand before the title, and before a source, and before what somebody said who cleared it', () => {
    const [source] = specimen().sources;
    const memo = memoOf({
      marking: own,
      title: 'Title words',
      subtitle: 'Subtitle words',
      clearances: [
        { by: 'Silent office', outcome: 'concur' },
        { by: 'Loud office', outcome: 'concur-with-comment', comment: 'Words.' },
      ],
      sources: [{ ...source, id: 'press', title: 'Source words' } as never],
      keyFacts: [{ text: 'Fact words.', sources: ['press'] }],
    });
    expect(memo).toContain('# (TLP:AMBER) Title words');
    expect(memo).toContain('title: "Title words"');
    expect(memo).toContain('(TLP:AMBER) _Subtitle words_');
    expect(memo).toContain('(TLP:AMBER) Loud office');
    expect(memo).not.toContain('(TLP:AMBER) Silent office');
    expect(memo).toMatch(/^\[\^1\]: \(TLP:AMBER\) .*Source words/m);
  });

  it('stand whatever the template prints an item with', () => {
    const own = compiledPack('{{#each keyFacts}}\nFact: {{upper text}}\n\n{{/each}}');
    const print = composePrint(edition(MARKED), own, { created: '' });
    expect(print.ok && plainText(print.value.root.children)).toContain('Fact: (TLP:GREEN) FACT WORDS.');
  });

  it('are the tier where the document bears no other marking', () => {
    const marking = { gscp: { tier: 'OFFICIAL', sensitive: true }, portions: true } as const;
    expect(memoOf({ marking, keyFacts: [{ text: 'Fact words.', sources: ['press'] }] })).toContain(
      '(OFFICIAL-SENSITIVE) Fact words.',
    );
  });

  it('say the tier of what differs from the document, beside its label', () => {
    const marking = { ...own, gscp: { tier: 'SECRET' } } as const;
    const source = { sources: ['press'] };
    const memo = memoOf({
      marking,
      keyFacts: [
        { text: 'Same.', ...source },
        { text: 'Open.', tier: 'OFFICIAL', tlp: 'CLEAR', ...source },
        { text: 'Said twice.', tier: 'SECRET', ...source },
      ],
      request: {
        kind: 'agree',
        tier: 'OFFICIAL',
        recommendation: 'Agree.',
        options: [{ label: 'Yes' }, { label: 'No' }],
      },
    });
    expect(memo).toContain('(TLP:AMBER) Same.');
    expect(memo).toContain('(OFFICIAL, TLP:CLEAR) Open.');
    expect(memo).toContain('(TLP:AMBER) Said twice.');
    expect(memo).toContain('(OFFICIAL, TLP:AMBER) Yes');
  });

  it('are the highest of both kinds where several portions are shown at once', () => {
    const marks = new Map([
      ['a', 'OFFICIAL, TLP:GREEN'],
      ['b', 'OFFICIAL-SENSITIVE, TLP:CLEAR'],
      ['c', 'TLP:CLEAR'],
      ['d', 'SECRET'],
      ['e', 'OFFICIAL'],
    ]);
    expect(highestMark(marks, ['a', 'b'])).toBe('OFFICIAL-SENSITIVE, TLP:GREEN');
    // The third has the tier of the document, which is on every page.
    expect(highestMark(marks, ['a', 'b', 'c'])).toBe('TLP:GREEN');
    expect(highestMark(marks, ['e', 'd'])).toBe('SECRET');
    expect(highestMark(marks, ['x'])).toBeNull();
  });

  it('stand in figures: by each event, and the highest of all over a grid', () => {
    const on = { influence: 'high', interest: 'high' } as const;
    const stakeholders: Brief['stakeholders'] = [
      { name: 'A', ...on, tlp: 'CLEAR' },
      { name: 'B', ...on, tlp: 'GREEN' },
      ...['C', 'D', 'E', 'F', 'G', 'H'].map((name) => ({ name, ...on, tlp: 'CLEAR' as const })),
    ];
    expect(printedOf({ marking: own, stakeholders })).toContain('(TLP:GREEN) Stakeholders by influence');
    const timeline: Brief['timeline'] = ['01', '02', '03'].map((month) => ({
      date: `2024-${month}-01`,
      event: `Event ${month}`,
      tlp: 'GREEN',
    }));
    expect(printedOf({ marking: own, timeline }, 'two-pager')).toContain('(TLP:GREEN) Event 02');
  });

  it('are there only where the brief asks for them', () => {
    const { portions, ...marking } = own;
    expect(printedOf({ ...MARKED, marking }).match(/\(TLP:/g)).toBeNull();
    expect(memoOf({ ...MARKED, marking }).match(/\(TLP:/g)).toBeNull();
  });
});
