import type { LoadedBrief } from '../brief/brief.js';
import type { Attachment } from '../pdf/resources.js';
import { formatOf } from '../syntax/format.js';
import type { BriefingMaterials } from './briefing-materials.js';
import { RECORD_NAME, writeRecord } from './build-record.js';
import { VERSION } from './version.js';

/** A document that goes into an archive takes with it what it was made from, and a form that any editor reads. */
export function memoFile(name: string, memo: string, modified: string): Attachment {
  const bytes = new TextEncoder().encode(memo);
  const description = 'The same briefing as a memo in Markdown';
  return { name: `${name}.md`, bytes, mediaType: 'text/markdown', description, relationship: 'Alternative', modified };
}

export function briefFile({ id, file, text }: LoadedBrief, modified: string): Attachment {
  const format = formatOf(file);
  return {
    name: `${id}.${format}`,
    bytes: new TextEncoder().encode(text),
    mediaType: `application/${format}`,
    description: 'The brief that this document was made from',
    relationship: 'Source',
    modified,
  };
}

/** So that whoever has the PDF alone can see that it says rightly what has changed. */
export function supersededFile(superseded: LoadedBrief, modified: string): Attachment {
  const { brief, file, text } = superseded;
  const format = formatOf(file);
  return {
    name: `superseded-edition-${brief.edition ?? 1}.${format}`,
    bytes: new TextEncoder().encode(text),
    mediaType: `application/${format}`,
    description: 'The edition before this one, which it supersedes',
    relationship: 'Supplement',
    modified,
  };
}

interface Recorded {
  readonly edition: { readonly language: string };
  readonly created: string;
  readonly paper: 'A4' | 'LETTER';
  readonly materials: BriefingMaterials;
}

/** With the brief beside it, enough to make the same bytes again. */
export function recordFile({ edition, created, paper, materials: { pack, own = [] } }: Recorded): Attachment {
  const { language } = edition;
  const record = writeRecord({ briefpress: VERSION, template: pack.name, language, paper, created, own });
  return {
    name: RECORD_NAME,
    bytes: new TextEncoder().encode(record),
    mediaType: 'application/json',
    description: 'How this document was made from its brief',
    relationship: 'Data',
    modified: created,
  };
}
