import { describe, expect, test } from 'vitest';
import type { Brief } from '../../../src/brief/brief.js';
import { checkMeetingTimes } from '../../../src/brief/sense/meeting-times.js';

function found(at: string, until?: string, timeZone?: string) {
  const meeting = { at, purpose: 'p', objectives: ['o'], ...(until && { until }), ...(timeZone && { timeZone }) };
  return checkMeetingTimes({ meeting } as unknown as Brief).map(({ code, severity, field }) => [
    code,
    severity ?? 'error',
    field,
  ]);
}
const AT = '2024-09-03T09:30+08:00';

describe('the end of a meeting', () => {
  test.each([
    ['later that day', AT, '11:00'],
    ['with the meeting', AT, '09:30'],
    ['after midnight', AT, '2024-09-04T01:00+08:00'],
    ['by another clock', AT, '2024-09-03T04:00+02:00'],
    ['the same day', '2024-09-03', '2024-09-03'],
  ])('%s', (_, at, until) => expect(found(at, until)).toEqual([]));

  test.each([
    ['before it begins', AT, '09:00', 'sense-date-order'],
    ['before it begins by another clock', AT, '2024-09-03T03:00+02:00', 'sense-date-order'],
    ['the day before', '2024-09-03', '2024-09-02', 'sense-date-order'],
    ['a time after no time', '2024-09-03', '11:00', 'sense-date-order'],
    ['a day and time after no time', '2024-09-03', '2024-09-03T11:00+08:00', 'sense-date-order'],
    ['no such time', AT, '25:00', 'sense-impossible-date'],
    ['no such day', AT, '2024-09-31', 'sense-impossible-date'],
  ])('%s', (_, at, until, code) => expect(found(at, until)).toEqual([[code, 'error', 'meeting.until']]));
});

test('a time zone is one that there is, and has a time to tell', () => {
  expect(found(AT, undefined, 'Asia/Ulaanbaatar')).toEqual([]);
  expect(found(AT, undefined, 'UTC')).toEqual([]);
  const code = 'sense-unknown-time-zone';
  expect(found(AT, undefined, 'Asia/Ulanbatar')).toEqual([[code, 'error', 'meeting.timeZone']]);
  expect(found('2024-09-03', undefined, 'Asia/Ulaanbaatar')).toEqual([[code, 'warning', 'meeting.timeZone']]);
});
