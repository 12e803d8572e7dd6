/** What a printer says of itself, as it goes into a sentence. */
import type { Value } from './ipp-message.js';

/** RFC 8011, 5.4.12, and PWG 5100.9: what a person has to know or do. Keywords end with `-error`, `-warning`, `-report`. */
const REASONS: Readonly<Record<string, string>> = {
  'media-empty': 'is out of paper',
  'media-needed': 'needs paper',
  'media-jam': 'has a paper jam',
  'toner-empty': 'is out of toner',
  'marker-supply-empty': 'is out of ink or toner',
  'marker-waste-full': 'has a full waste container',
  'door-open': 'has a door open',
  'cover-open': 'has its cover open',
  'input-tray-missing': 'misses its paper tray',
  'output-area-full': 'has no room for more paper that comes out',
  'output-tray-missing': 'misses its output tray',
  'spool-area-full': 'has no memory left',
  paused: 'is paused',
  'moving-to-paused': 'is being paused',
  shutdown: 'is switched off',
  'timed-out': 'does not answer the computer that prints for it',
  'stopped-partly': 'has stopped in part',
  stopping: 'is stopping',
  'fuser-over-temp': 'is too hot',
  'fuser-under-temp': 'is warming up',
  'developer-empty': 'is out of developer',
  'opc-life-over': 'needs a new drum',
  'interlock-open': 'has a door open',
};

/** Those that come and go by themselves, or stop nothing. */
const HARMLESS = /^(?:none|connecting-to-device|cups-.*|.*-(?:low|report)|job-.*)$/;

/** Why it stands still or soon will, in words; empty where nothing is the matter. */
export function troubles(reasons: readonly Value[]): readonly string[] {
  const keywords = reasons.flatMap((reason) => (typeof reason === 'string' ? [reason] : []));
  return keywords
    .map((keyword) => ({ keyword, plain: keyword.replace(/-(?:error|warning)$/, '') }))
    .filter(({ keyword, plain }) => !HARMLESS.test(keyword) && !HARMLESS.test(plain))
    .map(({ plain }) => REASONS[plain] ?? `says “${plain.replace(/[^\w. -]/g, '?').slice(0, 60)}”`);
}

/** RFC 8011, appendix B: why a printer says no. */
export function refusalWords(status: number, message: string | null): string {
  const said = message === null || message === '' ? '' : ` (“${oneLine(message)}”)`;
  const known: Readonly<Record<number, string>> = {
    1025: 'does not let you print',
    1026: 'does not let you print before you log in',
    1027: 'does not let you print',
    1028: 'has not got what is asked for',
    1030: 'knows no such job or printer',
    1034: 'does not print PDF',
    1035: 'cannot do what is asked for',
    1280: 'has a fault',
    1281: 'does not know how to do this',
    1282: 'is out of service',
    1284: 'is out of order',
    1285: 'has had a fault for a moment',
    1286: 'accepts no jobs at present',
    1287: 'is busy',
    1288: 'has cancelled the job',
  };
  return `${known[status] ?? `refuses with status 0x${status.toString(16).padStart(4, '0')}`}${said}`;
}

/** `a, b and c`. */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** What a printer says, as far as it may stand in a message: one line, nothing that steers a terminal. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
