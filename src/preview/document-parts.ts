import { languagesOf } from '../brief/languages.js';
import type { LoadedBrief } from '../brief/read.js';
import type { Briefing } from '../briefing/choices.js';
import { pictureType } from '../briefing/picture-types.js';
import { compareBriefs } from '../change/compare.js';
import { printMarkdown } from '../change/printers/markdown.js';
import type { Root } from '../document/tree.js';
import { parseBlocks } from '../markdown/parse.js';
import { isRedacted } from '../redaction/redact-brief.js';
import { sinceOf } from '../redaction/since.js';
import { rangeOf } from './problems.js';
import type { Changed, Memo, Spot, Spots, Withheld } from './protocol.js';

/** A document that was made, with the brief that it was made of. */
export interface ReadDocument {
  /** The whole brief, or what the edition keeps of it. */
  readonly loaded: LoadedBrief;
  readonly briefing: Briefing;
}

/** The memo, raw and read; YAML before it is for programs. */
export function memoOf({ briefing: { memo = '', pictures } }: ReadDocument): Memo {
  return {
    markdown: memo,
    tree: treeOf(memo.replace(/^---\n[\s\S]*?\n---\n/, '')),
    pictures: Object.fromEntries(pictures.map(({ name, bytes }) => [name, dataAddress(name, bytes)])),
  };
}

/** What an edition leaves out; null for the whole brief. */
export function withheldOf({ loaded }: ReadDocument): Withheld | null {
  if (!isRedacted(loaded)) return null;
  const isComment = (field: string) => field.startsWith('the comment in line ');
  const texts = loaded.withheld.map(({ field, text }) => ({
    field,
    text,
    range: isComment(field) ? null : rangeOf(loaded.placeOfWithheld(field)),
  }));
  return { edition: loaded.redaction.name, texts };
}

/** What has changed since the edition before, as far as the readers of this one may know. */
export function changedOf({ loaded, briefing }: ReadDocument): Changed {
  const since = sinceOf(loaded);
  const older = since.ok ? since.value.since : undefined;
  if (older === undefined) return { since: null, tree: treeOf('') };
  const { brief } = loaded;
  const language = languagesOf(brief).find((tag) => tag === briefing.language) ?? languagesOf(brief)[0];
  const markdown = printMarkdown(compareBriefs(older, loaded, language));
  return { since: { edition: older.brief.edition ?? 1, asOf: older.brief.asOf }, tree: treeOf(markdown) };
}

/** Where the lines of the brief are on the pages. */
export function spotsOf({ loaded, briefing: { areas: pages = [] } }: ReadDocument): Spots {
  const nameOf = (field: string): string => (isRedacted(loaded) ? loaded.originOf(field) : field);
  const spots = pages.flatMap(({ areas }, index) =>
    areas.flatMap((area): Spot[] => {
      const place = loaded.placeOf(area.field);
      return place.file === loaded.file
        ? [{ ...area, page: index + 1, field: nameOf(area.field), range: rangeOf(place) }]
        : [];
    }),
  );
  return { pages: pages.map(({ width, height }) => ({ width, height })), spots };
}

/** Whether the document says what has changed. */
export function hasChanges(loaded: LoadedBrief): boolean {
  const since = sinceOf(loaded);
  return since.ok && since.value.since !== undefined;
}

function treeOf(markdown: string): Root {
  return { type: 'root', children: parseBlocks(markdown, { directives: 'public', html: 'text' }).nodes };
}

function dataAddress(name: string, bytes: Uint8Array): string {
  return `data:${pictureType(name)};base64,${Buffer.from(bytes).toString('base64')}`;
}
