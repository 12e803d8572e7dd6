/** What a date means that people write and a brief does not know: with words, as a range, or in an order that has two readings. */
import type { Step } from '../syntax/places.js';
import type { SchemaPart } from './schema-walk.js';
import { eitherDate, formOf } from './shape-forms.js';

/** Where the date stands, and what is asked for there. */
interface Asked {
  readonly steps: readonly Step[];
  readonly schema: SchemaPart;
}

export function dateHint(value: string, asked: Asked): string | null {
  return timeHint(value) ?? orderHint(value, asked.schema) ?? rangeHint(value, asked) ?? circaHint(value, asked);
}

/** A time that does not say by which clock: to guess one would be wrong by hours. */
function timeHint(value: string): string | null {
  const [, day, time] = /^\s*(\d{4}-\d{2}-\d{2})(?:T|,? +)(\d{1,2}[:.]\d{2})\s*$/.exec(value) ?? [];
  if (day === undefined || time === undefined) return null;
  const at = `${day}T${time.replace('.', ':').padStart(5, '0')}`;
  return `Say the offset from UTC as well: "${at}+02:00" two hours before it, "${at}Z" with none.`;
}

/** A date that is read in two ways, where one was expected. */
function orderHint(value: string, { $ref, format }: SchemaPart): string | null {
  const dates = /date/i.test(`${$ref} ${format}`) ? eitherDate(value) : null;
  return dates === null ? null : `Did you mean \`${dates[0]}\`, or \`${dates[1]}\`?`;
}

/** The field and the definition of a date that need not be exact. */
function partOfTime({ steps, schema }: Asked): { readonly name: string; readonly isCsl: boolean } | null {
  const [name, definition] = [steps.at(-1), schema.$ref?.replace('#/$defs/', '')];
  const isKnown = definition === 'partialDate' || definition === 'cslDate';
  return isKnown && typeof name === 'string' ? { name, isCsl: definition === 'cslDate' } : null;
}

/** As a reference manager writes it, with as much as is known: `[2013, 5]`. */
const dateParts = (date: string) => `[${date.split('-').map(Number).join(', ')}]`;

/** A date as a brief writes it, where it is one with less or more than a year; otherwise nothing. */
function asDate(written: string, { schema }: Asked): string | null {
  const date = written.trim();
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date)
    ? date
    : (formOf(schema)?.mend?.(date) ?? null);
}

/** `2013–2014`, `2013 to 2014`: two fields of an event, two dates of a source. */
function rangeHint(value: string, asked: Asked): string | null {
  const part = partOfTime(asked);
  const [begin = '', end = '', ...others] = value.split(
    /\s+(?:-|to|until|till|bis|au|à)\s+|\s*[–—/]\s*|(?<=^\d{4})-(?=\d{4}$)/,
  );
  const [from, to] = [asDate(begin, asked), asDate(end, asked)];
  if (part === null || from === null || to === null || others.length > 0) return null;
  if (part.isCsl) return `Write both ends: \`${part.name}: { date-parts: [${dateParts(from)}, ${dateParts(to)}] }\`.`;
  return part.name === 'date' ? `Write \`from: ${from}\` and \`to: ${to}\` in place of \`date\`.` : null;
}

/** What stands before a date that is not certain, in the languages that the months are known in. */
const ABOUT =
  /^(?:about|around|approx(?:imately|\.)?|circa|ca?\.?|~|≈|um|etwa|vers|environ|omkring|hacia|alrededor de)\s*(?=\d|\p{L})/iu;

function circaHint(value: string, asked: Asked): string | null {
  const part = partOfTime(asked);
  const written = value.trim();
  const bare = written.replace(ABOUT, '').replace(/\s*\?$/, '');
  const date = bare === written ? null : asDate(bare, asked);
  if (part === null || date === null) return null;
  if (part.isCsl) return `Write \`${part.name}: { date-parts: [${dateParts(date)}], circa: true }\`.`;
  return `Write \`${part.name}: ${date}\`, and \`circa: true\` beside it.`;
}
