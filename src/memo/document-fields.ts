import type { DocumentField } from '../document/document.js';
import type { Edition } from '../edition/edition.js';
import type { CalendarDate, EditionText } from '../edition/text.js';
import { wordsOf } from './helpers.js';

/** What made the document, as far as it affects its look, so that the document alone is enough to make it again. */
export interface Making {
  /** The version of Briefpress. */
  readonly version?: string;
  /** The template pack. */
  readonly template: string;
}

/**
 * What the brief says of itself, for registries, archives and search. It is taken from the edition: what is withheld
 * from its readers is not there. What the brief does not say is left out.
 */
export function documentFields(edition: Edition, { version, template }: Making): DocumentField[] {
  const { marking, supersedes } = edition;
  return [
    text('briefId', 'Identifier of the brief', edition.id),
    number('edition', 'Number of the edition', edition.edition),
    text('type', 'Type of brief', edition.type),
    text('status', 'Status: draft, cleared, issued or withdrawn', edition.status),
    text('language', 'Language of the text (BCP 47)', edition.language),
    text('reference', 'Registry or file number', words(edition.reference)),
    date('asOf', 'The day that the information is from', edition.asOf),
    date('issuedAt', 'The day of issue', edition.issuedAt),
    date('reviewBy', 'The day by which it is to be reviewed', edition.reviewBy),
    number('supersedes', 'Number of the edition that this one supersedes', supersedes?.edition ?? null),
    text('tlp', 'Traffic Light Protocol label (TLP 2.0)', marking?.tlp ?? null),
    text('protectiveMarking', 'Protective marking', words(marking?.protective ?? null)),
    text('restrictions', 'Restrictions on its use', words(marking?.restrictions ?? null)),
    text('template', 'Template pack that it was made with', /^[\w-]+$/.test(template) ? template : null),
    text('briefpressVersion', 'Version of Briefpress that it was made with', version ?? null),
  ].filter((field) => field !== null);
}

function words(value: EditionText | null): string | null {
  return value === null ? null : wordsOf(value);
}

function text(name: string, description: string, value: string | null): DocumentField | null {
  return value === null || value === '' ? null : { name, kind: 'Text', description, value };
}

function number(name: string, description: string, value: number | null): DocumentField | null {
  return value === null ? null : { name, kind: 'Integer', description, value: String(value) };
}

function date(name: string, description: string, value: CalendarDate | null): DocumentField | null {
  return value === null ? null : { name, kind: 'Date', description, value: value.iso };
}
