import { describe, expect, it, test } from 'vitest';
import type { Meeting } from '../../../src/brief/brief.js';
import { endOf } from '../../../src/brief/sense/calendar.js';
import { plainText, walkTree } from '../../../src/document/walk.js';
import { calendarDate } from '../../../src/edition/dates.js';
import { composeMemo, composePrint } from '../../../src/memo/compose.js';
import { meetingTimes } from '../../../src/memo/words/meeting-time.js';
import { edition, PACKS, pack } from '../packs.js';

const AT = '2024-09-03T09:30+08:00';

function times(at: string, until: string | null, timeZone: string | null, language = 'en') {
  const end = until === null ? null : calendarDate(endOf(until, at));
  return meetingTimes({ at: calendarDate(at), until: end, timeZone }, language);
}
const given = (at: string, until: string | null, language?: string) => times(at, until, null, language).given;

describe('when a meeting is', () => {
  test.each([
    ['a day', '2024-09-03', null, 'Tuesday 3 September 2024'],
    ['two days', '2024-09-03', '2024-09-04', 'Tuesday 3 September 2024 – Wednesday 4 September 2024'],
    ['a time', AT, null, 'Tuesday 3 September 2024, 09:30 (UTC+8)'],
    ['a time of the same day', AT, '11:00', 'Tuesday 3 September 2024, 09:30–11:00 (UTC+8)'],
    ['an end with the day', AT, '2024-09-03T11:00+08:00', 'Tuesday 3 September 2024, 09:30–11:00 (UTC+8)'],
    ['an end by another clock', AT, '2024-09-03T05:00+02:00', 'Tuesday 3 September 2024, 09:30–11:00 (UTC+8)'],
    [
      'an end on another day',
      AT,
      '2024-09-04T01:00+08:00',
      'Tuesday 3 September 2024, 09:30 – Wednesday 4 September 2024, 01:00 (UTC+8)',
    ],
    ['no end', AT, AT, 'Tuesday 3 September 2024, 09:30 (UTC+8)'],
  ])('%s', (_, at, until, words) => expect(given(at, until)).toBe(words));

  test.each([
    ['fr', 'dimanche 1er septembre 2024'],
    ['sv', 'söndag 1 september 2024'],
    ['mn', '2024 оны 9 дүгээр сарын 1, ням'],
    ['ja', '2024年9月1日日曜日'],
  ])('in the words of %s', (language, words) => expect(given('2024-09-01', null, language)).toBe(words));

  it('is said by the clocks of the place, and by that of the brief where it shows another time', () => {
    expect(times('2024-09-03T03:30+02:00', '05:00', 'Asia/Ulaanbaatar')).toEqual({
      local: 'Tuesday 3 September 2024, 09:30–11:00 (UTC+8)',
      given: '03:30–05:00 (UTC+2)',
    });
    expect(times(AT, '11:00', 'Asia/Ulaanbaatar').given).toBe('');
  });

  it('says the day again where it is another', () => {
    expect(times('2024-09-02T22:30-03:00', null, 'Asia/Ulaanbaatar')).toEqual({
      local: 'Tuesday 3 September 2024, 09:30 (UTC+8)',
      given: 'Monday 2 September 2024, 22:30 (UTC−3)',
    });
  });

  it('says both offsets where the clocks are changed meanwhile', () => {
    expect(times('2024-10-27T00:30Z', '03:30', 'Europe/Stockholm').local).toBe(
      'Sunday 27 October 2024, 02:30 (UTC+2)–04:30 (UTC+1)',
    );
  });
});

const MEETING: Meeting = {
  at: '2024-09-03T03:30+02:00',
  until: '05:00',
  timeZone: 'Asia/Ulaanbaatar',
  purpose: 'To agree.',
  objectives: ['A line.'],
  attendees: [
    { name: 'A. First', side: 'Mongolia' },
    { name: 'B. Second', side: 'Our side' },
    'C. Third',
    { name: 'D. Fourth', side: 'Mongolia' },
  ],
};

describe.each(PACKS)('%s', (name) => {
  it('prints the time by both clocks and the attendees by side, on the page and in the memo', () => {
    const made = edition({ meeting: MEETING });
    const page = JSON.stringify(composePrint(made, pack(name), { created: '' }));
    const memo = JSON.stringify(composeMemo(made, pack(name)));
    for (const text of [page, memo]) {
      expect(text).toContain('Tuesday 3 September 2024, 09:30–11:00 (UTC+8), local time; 03:30–05:00 (UTC+2)');
      const places = ['C. Third', 'Mongolia', 'A. First', 'D. Fourth', 'Our side', 'B. Second'].map((word) =>
        text.indexOf(word, text.indexOf('local time')),
      );
      expect(places).toEqual(places.filter((place) => place > 0).toSorted((a, b) => a - b));
    }
  });
});

/** The words of every head of a table, on the page and in the memo. */
function headsOf(made: ReturnType<typeof edition>, name: string): string[] {
  const [print, memo] = [composePrint(made, pack(name), { created: '' }), composeMemo(made, pack(name))];
  if (!print.ok || !memo.ok) throw new Error('unreachable');
  const heads: string[] = [];
  walkTree(print.value.root.children, (node) => {
    if (node.type === 'table') heads.push(plainText(node.children.slice(0, 1)).replaceAll('\t', '|'));
  });
  return [...heads, memo.value];
}

describe('a column in which nobody has anything falls away', () => {
  it('from the attendees', () => {
    const made = edition({ meeting: MEETING });
    expect(headsOf(made, 'read-ahead').join('\n')).not.toMatch(/Name ?\| ?Role/);
    const one = { ...MEETING, attendees: [{ name: 'A. First', role: 'Judge' }] };
    expect(headsOf(edition({ meeting: one }), 'read-ahead').join('\n')).toMatch(/Name ?\| ?Role/);
  });

  it('from the questions and the judgements', () => {
    const made = edition({ openQuestions: [{ question: 'Who?' }], judgements: [{ text: 'It will.' }] });
    expect(headsOf(made, 'read-ahead')).toContain('Question');
    expect(headsOf(made, 'two-pager')).toContain('Judgement');
  });
});
