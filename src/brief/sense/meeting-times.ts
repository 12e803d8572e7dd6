/** When a meeting is: its end is after its beginning, and its time zone is one that there is. */
import { didYouMean, error, warning } from '../../diagnostics/diagnostic.js';
import type { Brief } from '../brief.js';
import { endOf, isLater, isPossible } from './calendar.js';
import type { Finding } from './finding.js';

export function checkMeetingTimes({ meeting }: Brief): Finding[] {
  if (meeting === undefined) return [];
  const { at, until, timeZone } = meeting;
  return [
    ...(until === undefined ? [] : checkEnd(until, at)),
    ...(timeZone === undefined ? [] : checkTimeZone(timeZone, at)),
  ];
}

function checkEnd(until: string, at: string): Finding[] {
  const field = 'meeting.until';
  const isTime = /^\d{2}:\d{2}$/.test(until);
  if (!isPossible(isTime ? `2024-09-04T${until}Z` : until)) {
    const message = `\`${field}\` is ${until}, and there is no such ${isTime ? 'time' : 'date or time'}.`;
    const hints = ['A time goes from 00:00 to 23:59; a date is year-month-day.'];
    return [error('sense-impossible-date', message, { at: field, hints })];
  }
  if (!isPossible(at)) return [];
  const hasTime = at.includes('T');
  if (!hasTime && (isTime || until.includes('T'))) {
    const message = `\`${field}\` has a time, and \`meeting.at\` (${at}) has none.`;
    const hints = [
      'Say in `meeting.at` when it begins, such as 2024-09-06T09:30+02:00, or leave the time out of both.',
    ];
    return [error('sense-date-order', message, { at: field, hints })];
  }
  if (!isLater(at, endOf(until, at))) return [];
  const message = `\`${field}\` is ${until}, earlier than \`meeting.at\` (${at}).`;
  const hints = ['A meeting ends after it begins. If it ends on another day, give the day with the time.'];
  return [error('sense-date-order', message, { at: field, hints })];
}

function checkTimeZone(timeZone: string, at: string): Finding[] {
  const field = 'meeting.timeZone';
  if (!isTimeZone(timeZone)) {
    const message = `\`${field}\` is "${timeZone}", and there is no such time zone.`;
    const example = 'Name it by its continent and city, as the IANA does: Europe/Stockholm, Asia/Ulaanbaatar.';
    const hints = [didYouMean(timeZone, Intl.supportedValuesOf('timeZone')) ?? example];
    return [error('sense-unknown-time-zone', message, { at: field, hints })];
  }
  if (at.includes('T')) return [];
  const message = `\`${field}\` says by which clock the time is, and \`meeting.at\` (${at}) has no time.`;
  const hints = ['Add the time to `meeting.at`, such as 2024-09-06T09:30+02:00, or leave out the time zone.'];
  return [warning('sense-unknown-time-zone', message, { at: field, hints })];
}

/** Whether `Intl` knows it; an offset is not the name of a zone. */
function isTimeZone(name: string): boolean {
  if (!/[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
