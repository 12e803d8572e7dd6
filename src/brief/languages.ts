import type { Brief, Label } from './brief.js';

/** The languages of a brief, the main one first; English where it names none. */
export function languagesOf({ languages }: Pick<Brief, 'languages'>): readonly [main: string, ...others: string[]] {
  const [main = 'en', ...others] = languages ?? [];
  return [main, ...others];
}

/** A text in a language of its brief; in the main one, or whatever there is, where it has not got that. */
export function textIn(text: Label, language: string, brief: Pick<Brief, 'languages'>): string {
  if (typeof text === 'string') return text;
  const byTag = new Map(Object.entries(text).map(([tag, each]) => [tag.toLowerCase(), each]));
  const [main] = languagesOf(brief);
  return byTag.get(language.toLowerCase()) ?? byTag.get(main.toLowerCase()) ?? [...byTag.values()][0] ?? '';
}
