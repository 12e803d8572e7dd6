import { describe, expect, test } from 'vitest';
import type { MailBody } from '../../src/briefing/mail-text.js';
import { buildBriefing } from '../../src/index.js';
import { SAMPLE_PAGES } from '../web/samples.js';

async function mailOf(sample: { file: string; language: string; edition: string | null }, mail: MailBody = 'short') {
  const { file, language, edition } = sample;
  const made = await buildBriefing({ file, language, formats: [], mail, ...(edition !== null && { edition }) });
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  const { value } = made;
  if (value.mail === undefined) throw new Error('no mail');
  return value.mail;
}

const BRIEF = {
  briefpress: 1,
  title: 'A *visit*',
  asOf: '2024-09-04',
  status: 'cleared',
  summary: 'It is so.',
  keyFacts: [{ text: 'A fact [@law, art. 3].', sources: ['law'] }],
  sources: [{ id: 'law', type: 'legislation', title: 'A law' }],
};

async function mailFor(more: object, mail: MailBody = 'short') {
  const made = await buildBriefing({ text: JSON.stringify({ ...BRIEF, ...more }), name: 'a.json', formats: [], mail });
  if (!made.ok || made.value.mail === undefined) throw new Error(JSON.stringify(made.diagnostics));
  return made.value.mail;
}

describe('the words of a mail', () => {
  test('begin with the marking, in subject and text, and end with it', async () => {
    const marking = { tlp: 'AMBER', gscp: { tier: 'OFFICIAL', sensitive: true }, restrictions: 'Not before noon' };
    const { subject, text, html } = await mailFor({ marking, status: 'draft' });
    expect(subject).toBe('OFFICIAL-SENSITIVE – TLP:AMBER – DRAFT – A visit');
    expect(text).toMatch(/^OFFICIAL-SENSITIVE {2}TLP:AMBER {2}DRAFT\n\nNot before noon\n\nTLP:AMBER: Limited/);
    expect(text).toMatch(/\nOFFICIAL-SENSITIVE {2}TLP:AMBER {2}DRAFT\n$/);
    const words = html
      .replace(/^[\s\S]*<body[^>]*>/, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    expect(words).toMatch(/^OFFICIAL-SENSITIVE TLP:AMBER DRAFT Not before noon TLP:AMBER: Limited/);
    expect(words).toMatch(/OFFICIAL-SENSITIVE TLP:AMBER DRAFT$/);
  });

  test('without a marking the subject is the title', async () => {
    const { subject, text } = await mailFor({});
    expect(subject).toBe('A visit');
    expect(text).toMatch(/^A visit\n=======\n/);
  });

  test('a subject is one line, whatever the title holds', async () => {
    const { subject } = await mailFor({ title: 'A\r\nBcc: b@evil.example' });
    expect(subject).toBe('A Bcc: b@evil.example');
  });

  test('the short text has bottom line, request, facts and questions, and no sources', async () => {
    const { text } = await mailFor({
      type: 'submission',
      request: {
        kind: 'decide',
        deadline: '2024-09-10',
        recommendation: 'Go.',
        options: [{ label: 'Go' }, { label: 'Stay' }],
      },
      openQuestions: [
        { question: 'Who comes?', owner: 'Desk', due: '2024-09-20' },
        { question: 'When?', status: 'answered', answer: 'Soon.', answeredOn: '2024-09-03', sources: ['law'] },
      ],
      background: 'Long ago.',
    });
    expect(text).toMatchInlineSnapshot(`
      "A visit
      =======

      As of: 4 September 2024
      Edition: 1 (cleared)

      Bottom line
      -----------

      It is so.

      What we ask of you
      ------------------

      For decision by 10 September 2024. Recommendation: Go.

      Key facts
      ---------

      1. A fact.

      Open questions
      --------------

      - Who comes? (Desk, by 20 September 2024)
      - When? Answer: Soon.

      The whole text, with its sources, is in the attached document.

      As of 4 September 2024
      "
    `);
  });

  test('the whole text is that of the document', async () => {
    const { text } = await mailFor({ background: 'Long ago.' }, 'whole');
    expect(text).toContain('Background\n----------\n\nLong ago.');
    expect(text).toContain('A law');
  });

  test.each(SAMPLE_PAGES)('of $name in $language, edition $edition, are whole', async (sample) => {
    for (const body of ['short', 'whole'] as const) {
      const { subject, text, html } = await mailOf(sample, body);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text.split('\n')[0]).toMatch(/^TLP:|^[^=]+$/);
      // Nothing that a mail program would fetch, and nothing that some of them do not know.
      expect(html).not.toMatch(/<(?:style|script|svg|img|link|iframe|form|details|section|figure)\b/);
      expect(html).not.toMatch(/ (?:class|id|src|tabindex|aria-\w+)=/);
      expect(html).not.toContain('href="#');
      expect(html).not.toMatch(/var\(|display: ?(?:grid|flex)/);
    }
  });
});
