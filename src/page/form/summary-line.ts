/** One line that tells an item from the others. */
import { isMap } from '../../syntax/values.js';

/** The fields that name an item, the first that it has. */
const NAMES = [
  'text',
  'name',
  'question',
  'speaker',
  'event',
  'action',
  'title',
  'label',
  'term',
  'by',
  'literal',
  'family',
  'role',
  'unit',
  'organisation',
  'source',
  'id',
];

/** A text in the main language, or in the first that there is; without the marks of Markdown. */
export function plainText(value: unknown, language: string): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((each) => plainText(each, language)).join(', ');
  if (!isMap(value)) return '';
  return plainText(value[language] ?? Object.values(value)[0], language);
}

export function summaryLine(item: unknown, language: string): string {
  if (!isMap(item)) return plainText(item, language);
  const said = NAMES.map((name) => plainText(item[name], language)).find((text) => text !== '') ?? '';
  const more = item.speaker === undefined ? '' : plainText(item.text, language);
  const date = plainText(item.date, language);
  return [date, said === more ? '' : said, more]
    .filter(Boolean)
    .filter((each, at, all) => all.indexOf(each) === at)
    .join(' · ');
}
