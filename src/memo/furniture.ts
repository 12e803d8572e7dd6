import type { DocumentWords, Furniture, PrintDocument } from '../document/document.js';
import { ALERT_KINDS, type AlertKind } from '../document/tree.js';
import type { Edition } from '../edition/edition.js';
import { documentFields, type Making } from './document-fields.js';
import { wordsOf } from './helpers.js';
import { withCapital } from './words/casing.js';
import { longDate } from './words/dates.js';
import type { Labels } from './words/labels.js';

/** What stands on every page, whatever the template. */
export function furnitureOf(edition: Edition, labels: Labels): Furniture {
  const { marking, status } = edition;
  const isUnreliable = status === 'draft' || status === 'withdrawn';
  const word = isUnreliable ? labels.term('status', status) : null;
  return {
    tlp: marking?.tlp ?? null,
    marking: marking?.protective?.text ?? null,
    ...(marking?.restrictions ? { restrictions: wordsOf(marking.restrictions) } : {}),
    origins: {
      ...(marking?.protective ? { marking: marking.protective.path } : {}),
      ...(marking?.restrictions ? { restrictions: marking.restrictions.path } : {}),
    },
    runningTitle: wordsOf(edition.title),
    reference: edition.reference === null ? null : wordsOf(edition.reference),
    asOf: labels.label('asOf').replace('{date}', () => longDate(edition.asOf, labels.wordLanguage)),
    page: labels.label('page'),
    copy: labels.label('numberedCopy'),
    ...(word !== null && { status: withCapital(word, labels.wordLanguage) }),
    watermark: word?.toLocaleUpperCase(labels.wordLanguage) ?? null,
  };
}

/** The few words the page setter needs. */
export function documentWords(labels: Labels): DocumentWords {
  const alerts = ALERT_KINDS.map((kind): [AlertKind, string] => [kind, labels.term('alert', kind)]);
  return {
    language: labels.wordLanguage,
    alerts: Object.fromEntries(alerts) as Record<AlertKind, string>,
    footnotes: labels.label('footnotes'),
    citedOnPage: labels.label('citedOnPage'),
    boxEmpty: labels.label('boxEmpty'),
    boxChecked: labels.label('boxChecked'),
    notGiven: labels.label('notGiven'),
    code: labels.label('code'),
    skip: labels.label('skip'),
    contents: labels.label('contents'),
    back: labels.label('back'),
    asTable: labels.label('asTable'),
  };
}

/** The document's properties. Their words are in no other place than the document itself. */
export function documentInfo(
  edition: Edition,
  labels: Labels,
  { created, ...making }: Making & { readonly created: string },
): PrintDocument['info'] {
  const { from } = edition;
  const author = from === null ? null : [from.name ?? from.role, from.unit, from.organisation];
  const names = author?.filter((part) => part !== null && part !== undefined).map((part) => wordsOf(part)) ?? [];
  return {
    title: wordsOf(edition.title),
    author: names.length === 0 ? null : names.join(', '),
    subject: wordsOf(edition.summary),
    keywords: [labels.term('type', edition.type), ...edition.stakeholders.map(({ name }) => wordsOf(name))],
    created,
    fields: documentFields(edition, making),
  };
}
