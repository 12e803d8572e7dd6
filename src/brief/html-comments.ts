import { type Reading, withoutHtmlComments } from '../markdown/comments.js';
import { parseBlocks, parseShortText } from '../markdown/parse.js';
import { type DefinitionName, mapDefined } from './schema-walk.js';

const OPTIONS = { directives: 'public', html: 'text' } as const;

/** A brief without the HTML comments in its Markdown, which are printed nowhere: what it makes is the same. */
export function withoutComments<T>(brief: T): T {
  return mapDefined(brief, (definition, value) => {
    const read = READINGS[definition];
    if (read === undefined) return value;
    if (typeof value === 'string') return withoutHtmlComments(value, read);
    const texts = Object.entries(value as Readonly<Record<string, unknown>>);
    return Object.fromEntries(
      texts.map(([tag, text]) => [tag, typeof text === 'string' ? withoutHtmlComments(text, read) : text]),
    );
  });
}

const READINGS: Partial<Record<DefinitionName, Reading>> = {
  prose: (text) => parseShortText(text, OPTIONS),
  block: (text) => parseBlocks(text, OPTIONS),
};
