import { describe, expect, test } from 'vitest';
import type { Marking } from '../../src/brief/brief.js';
import { tierOf, underMarked, withinTier } from '../../src/brief/markings.js';
import { briefpress } from '../cli/session.js';
import { briefWith, gist, pointedAt, read, SMALLEST } from './reading.js';

function underMarkedIn(fields: string) {
  const text = briefWith(fields);
  const loaded = read(text, { 'more.json': '[{"id":"x","type":"book","title":"t","tlp":"AMBER"}]' });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join('\n'));
  return { text, found: underMarked(loaded.value) };
}

describe('what is marked above its document', () => {
  test.each([
    ['a fact', 'keyFacts[0]', 'keyFacts: [{ text: t, tlp: RED, sources: [press-0903] }]'],
    ['a person', 'to[1]', 'to: [{ role: a }, { role: b, tlp: AMBER }]'],
    ['the sender', 'from', 'from: { role: a, tlp: AMBER+STRICT }'],
    ['somebody in the room', 'meeting.attendees[0]', MEETING('attendees: [{ name: a, tlp: RED }]')],
    ['a request', 'request', 'request: { kind: note, tlp: AMBER }'],
    ['an option', 'request.options[0]', 'request: { kind: agree, options: [{ label: a, tlp: AMBER }] }'],
    ['a meeting', 'meeting', MEETING('tlp: RED')],
    ['an annex', 'annexes[0]', 'annexes: [{ title: a, body: b, tlp: RED }]'],
    ['a source', 'sources[0]', 'sources: [{ id: press-0903, type: book, title: a, tlp: RED }]'],
    ['a copy', 'distribution[0]', 'distribution: [{ copy: 1, role: a, tlp: RED }]'],
    ['an answered question', 'openQuestions[0]', 'openQuestions: [{ question: q, tlp: RED }]'],
  ])('%s', (_, owner, fields) => {
    const { text, found } = underMarkedIn(`marking: { tlp: GREEN }\n${fields}`);
    expect(found).toHaveLength(1);
    const [fault] = found;
    expect(fault).toMatchObject({ code: 'sense-under-marked', severity: 'error' });
    expect(fault?.message).toContain(`\`${owner}\` is marked TLP:`);
    expect(fault?.message).toContain('is marked TLP:GREEN');
    expect(fault && pointedAt(text, fault)).toMatch(/^(?:AMBER|AMBER\+STRICT|RED)$/);
  });

  test('a source of a file that is cited', () => {
    const { found } = underMarkedIn(
      'marking: { tlp: GREEN }\nsources: more.json\nkeyFacts: [{ text: t, sources: [x] }]',
    );
    expect(found.map(({ place }) => place?.file)).toEqual(['briefs/more.json']);
  });

  test('what is at the marking or below it is right', () => {
    const facts = ['CLEAR', 'GREEN', 'AMBER'].map((tlp) => `{ text: t, tlp: ${tlp}, sources: [press-0903] }`);
    expect(underMarkedIn(`marking: { tlp: AMBER }\nkeyFacts: [${facts.join(', ')}]`).found).toEqual([]);
  });

  test('any mark where the document bears none, with the marking that would hold them all', () => {
    const { found } = underMarkedIn(
      'to: [{ role: a, tlp: GREEN }, { role: b, tlp: AMBER }]\nfrom: { role: c, tlp: CLEAR }',
    );
    expect(found.map(({ message }) => message)).toEqual([
      '`to[0]` is marked TLP:GREEN, and the document bears no TLP marking.',
      '`to[1]` is marked TLP:AMBER, and the document bears no TLP marking.',
      '`from` is marked TLP:CLEAR, and the document bears no TLP marking.',
    ]);
    expect(found[0]?.hints[0]).toBe('Add `marking: { tlp: AMBER }`.');
  });

  test('both ways out are named', () => {
    const { found } = underMarkedIn('marking: { tlp: GREEN }\nfrom: { role: c, tlp: RED }');
    expect(found[0]?.hints).toEqual([
      'Raise `marking.tlp` to RED.',
      'Or build an edition, which leaves out what is above it: `--max-tlp GREEN`.',
    ]);
  });

  test.each([
    ['a fact', 'keyFacts[0]', 'keyFacts: [{ text: t, tier: SECRET, sources: [press-0903] }]'],
    ['a person', 'to[1]', 'to: [{ role: a }, { role: b, tier: OFFICIAL-SENSITIVE }]'],
    ['a request', 'request', 'request: { kind: note, tier: TOP SECRET }'],
    ['a meeting', 'meeting', MEETING('tier: SECRET')],
    ['an annex', 'annexes[0]', 'annexes: [{ title: a, body: b, tier: SECRET }]'],
    ['a source', 'sources[0]', 'sources: [{ id: press-0903, type: book, title: a, tier: SECRET }]'],
  ])('%s of a higher tier', (_, owner, fields) => {
    const { text, found } = underMarkedIn(`marking: { gscp: { tier: OFFICIAL } }\n${fields}`);
    expect(found).toMatchObject([{ code: 'sense-under-marked', severity: 'error' }]);
    expect(found[0]?.message).toMatch(`\`${owner}\` is marked `);
    expect(found[0]?.message).toContain('the document is marked OFFICIAL.');
    expect(found[0] && pointedAt(text, found[0])).toMatch(/^(?:OFFICIAL-SENSITIVE|SECRET|TOP SECRET)$/);
  });

  test('any tier where the document bears none, with the classification that would hold them all', () => {
    const { found } = underMarkedIn('to: [{ role: a, tier: OFFICIAL }, { role: b, tier: OFFICIAL-SENSITIVE }]');
    expect(found.map(({ message }) => message)).toEqual([
      '`to[0]` is marked OFFICIAL, and the document bears no security classification.',
      '`to[1]` is marked OFFICIAL-SENSITIVE, and the document bears no security classification.',
    ]);
    expect(found[0]?.hints).toEqual([
      'Add `gscp: { tier: OFFICIAL, sensitive: true }` to `marking`.',
      'Or name an edition that leaves out what is above it, with `tier: OFFICIAL`.',
    ]);
  });

  test('a tier at that of the document or below it is right', () => {
    const facts = ['OFFICIAL', 'OFFICIAL-SENSITIVE'].map((tier) => `{ text: t, tier: ${tier}, sources: [press-0903] }`);
    const marking = 'marking: { gscp: { tier: OFFICIAL, sensitive: true } }';
    expect(underMarkedIn(`${marking}\nkeyFacts: [${facts.join(', ')}]`).found).toEqual([]);
  });

  test('what editions say in place of the brief is none of its own', () => {
    const fields =
      'marking: { tlp: GREEN }\neditions: [{ id: inner, maxTlp: RED, overrides: { from: { role: a, tlp: RED } } }]';
    expect(underMarkedIn(fields).found).toEqual([]);
  });
});

function MEETING(field: string): string {
  return `meeting: { at: 2024-09-06, purpose: p, objectives: [o], ${field} }`;
}

describe('a brief with a RED fact under GREEN', () => {
  const files = {
    'a.yaml': briefWith(`marking: { tlp: GREEN }
keyFacts:
  - { text: The visit was the first., sources: [press-0903] }
  - { text: The agent is called Bold., tlp: RED, sources: [press-0903] }
editions: [{ id: inner, maxTlp: RED, overrides: { title: Inner } }]`),
  };

  test.each(['check', 'build'])('does not pass %s', async (command) => {
    const run = await briefpress([command, 'a.yaml'], { files });
    expect([run.code, run.stdout + run.stderr]).toEqual([1, expect.stringContaining('sense-under-marked')]);
    expect(run.stdout + run.stderr).toContain('a.yaml:13:');
    expect([...run.files.keys()]).toEqual(['a.yaml']);
  });

  test.each([
    ['--max-tlp GREEN', false],
    ['--edition inner', true],
  ])('is built with %s, under the marking of the edition', async (choice, holdsFact) => {
    const run = await briefpress(['build', 'a.yaml', '--format', 'md', ...choice.split(' ')], { files });
    expect(run.code).toBe(0);
    const [memo] = [...run.files.keys()].filter((name) => name.endsWith('.md'));
    expect(run.text(memo ?? '').includes('Bold')).toBe(holdsFact);
    expect(run.text(memo ?? '')).toContain(holdsFact ? 'TLP:RED' : 'TLP:GREEN');
  });
});

test('tiers of protective markings are ordered, and none is below all of them', () => {
  const order: (Marking | undefined)[] = [
    undefined,
    { gscp: { tier: 'OFFICIAL' } },
    { gscp: { tier: 'OFFICIAL', sensitive: true } },
    { gscp: { tier: 'SECRET' } },
    { gscp: { tier: 'SECRET', sensitive: true } },
    { gscp: { tier: 'TOP SECRET' } },
  ];
  for (const [low, a] of order.entries()) {
    for (const [high, b] of order.entries()) expect(withinTier(tierOf(a), tierOf(b))).toBe(low <= high);
  }
  for (const tier of [null, 'SECRET'])
    expect([withinTier('BLUE', tier), withinTier(tier, 'BLUE')]).toEqual([false, false]);
});

describe('clearances', () => {
  const asked = (outcome: string) => `clearances: [{ by: { en: Legal service }, outcome: ${outcome} }]`;

  test.each([
    ['draft', 'pending', []],
    ['withdrawn', 'nonconcur', []],
    ['cleared', 'pending', ['warning']],
    ['cleared', 'nonconcur', ['warning']],
    ['cleared', 'concur', []],
    ['issued', 'pending', ['error']],
    ['issued', 'nonconcur', ['error']],
    ['issued', 'concur', []],
    ['issued', 'concur-with-comment', []],
  ])('%s, and the outcome is %s', (status, outcome, severities) => {
    const found = read(briefWith(`status: ${status}\nissuedAt: 2024-09-04\n${asked(outcome)}`)).diagnostics;
    expect(found.map(({ severity }) => severity)).toEqual(severities);
    expect(gist(found)).toEqual(severities.map(() => 'sense-clearance clearances[0].outcome'));
  });

  test('the message names the office', () => {
    const text = (outcome: string) => `status: issued\nissuedAt: 2024-09-04\n${asked(outcome)}`;
    const said = (outcome: string) => read(briefWith(text(outcome))).diagnostics[0]?.message;
    expect(said('pending')).toBe('The brief is issued, and Legal service has not answered yet.');
    expect(said('nonconcur')).toBe('The brief is issued, and Legal service does not agree.');
  });
});

describe('an answer under an open question', () => {
  const asked = (rest: string) => read(briefWith(`openQuestions: [{ question: q, ${rest} }]`)).diagnostics;

  test.each([
    ['status: open, answer: a', ['sense-open-answer openQuestions[0].answer']],
    ['answer: a', ['sense-open-answer openQuestions[0].answer']],
    ['status: overtaken, answer: a', []],
    ['status: answered, answer: a, answeredOn: 2024-09-01, sources: [press-0903]', []],
    ['status: open, assessment: a', []],
  ])('%s', (rest, expected) => {
    expect(gist(asked(rest))).toEqual(expected);
  });

  test('is an error that says the ways out', () => {
    const [found] = asked('answer: a');
    expect(found?.severity).toBe('error');
    expect(found?.hints.join(' ')).toMatch(/`status: answered`, with `answeredOn` and `sources`\..*`assessment`/);
  });
});

describe('recommended options', () => {
  const options = (...recommended: boolean[]) =>
    `request: { kind: decide, options: [${recommended.map((each) => `{ label: a, recommended: ${each} }`).join(', ')}] }`;

  test.each([
    ['none', [false, false], []],
    ['one', [false, true, false], []],
    ['two', [true, false, true], ['sense-two-recommended request.options[2].recommended']],
  ])('%s', (_, recommended, expected) => {
    expect(gist(read(briefWith(options(...recommended), SMALLEST)).diagnostics)).toEqual(expected);
  });
});
