import type { LayoutContext } from '../context.js';
import type { Run } from '../print-nodes.js';
import { type Face, styleOfWordsIn } from '../theme/typeface.js';
import { cleanText, inCapitals, phrases } from './clean-text.js';

/** What runs inherit from the inlines around them. */
export interface Manner {
  readonly face: Face;
  readonly link?: { readonly url: string; readonly title: string | null } | undefined;
  readonly struck?: boolean;
  readonly lang?: string | undefined;
  readonly isLabel?: boolean;
  readonly origin?: string | undefined;
}

/** A text in pieces; each piece that must not be broken stays on one line. */
export function textRuns(value: string, manner: Manner, context: LayoutContext): Run[] {
  return phrases(value).map(({ text, whole }) => run(text, manner, context, whole ? { noWrap: true } : {}));
}

/** One run in a style; `more` applies to this run only. */
export function run(text: string, manner: Manner, context: LayoutContext, more: Partial<Run> = {}): Run {
  const { face } = manner;
  const made: { -readonly [Key in keyof Run]: Run[Key] } = {
    ...styleOfWordsIn(face, text),
    text: face.capitals ? inCapitals(text, manner.lang ?? context.words.language) : text,
  };
  if (manner.struck) made.decoration = 'lineThrough';
  if (manner.lang !== undefined && manner.lang !== context.language) {
    made.lang = manner.lang;
    if (manner.isLabel) made.isLabel = true;
  }
  if (manner.origin !== undefined) made.origin = manner.origin;
  if (manner.link !== undefined) Object.assign(made, linked(manner.link, context, more.role === 'Reference'));
  return { ...made, ...more };
}

function linked(link: { url: string; title: string | null }, context: LayoutContext, isMark: boolean): Partial<Run> {
  const title = link.title === null ? {} : { linkTitle: cleanText(link.title) };
  const look = isMark ? {} : { color: context.theme.colours.link, decoration: 'underline' as const };
  if (!link.url.startsWith('#')) return { link: link.url, ...title, ...look };
  const isOurs = isMark && link.url.startsWith('#note-');
  const destination = isOurs ? link.url.slice(1) : context.targets.destination(link.url);
  return destination === null ? {} : { linkToDestination: destination, ...title, ...look };
}
